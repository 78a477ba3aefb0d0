package org.waxwing.domain.sorting;

/**
 * Where a message stands in Waxwing, whatever folder its server keeps it in.
 *
 * @param category where it belongs, also while its sender waits outside
 */
public record Placement(Category category, Admission admission) {
    /** Of what nobody has sorted: it is seen. */
    public static final Placement USUAL = new Placement(Category.IMBOX, Admission.IN);

    /** In that category, let in. */
    public static Placement in(Category category) {
        return new Placement(category, Admission.IN);
    }

    /** The same for a sender about whom somebody else was decided. */
    public Placement with(Admission other) {
        return new Placement(category, other);
    }

    /** The same message in another category. */
    public Placement with(Category other) {
        return new Placement(other, admission);
    }
}
