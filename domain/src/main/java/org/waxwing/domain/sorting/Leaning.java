package org.waxwing.domain.sorting;

/**
 * How a person's habits shift the odds of one message, in hundredths of their logarithm. Small by design: it can settle
 * what the evidence leaves open, and never outweighs what is plain.
 */
public record Leaning(int imbox, int feed, int paperTrail) {
    /** The most that habits shift. */
    public static final int MOST = 150;

    /** Of somebody who has no habits yet. */
    public static final Leaning NONE = new Leaning(0, 0, 0);

    public Leaning {
        imbox = bounded(imbox);
        feed = bounded(feed);
        paperTrail = bounded(paperTrail);
    }

    private static int bounded(int weight) {
        return Math.clamp(weight, -MOST, MOST);
    }

    int toward(Category category) {
        return switch (category) {
            case IMBOX -> imbox;
            case FEED -> feed;
            case PAPER_TRAIL -> paperTrail;
        };
    }
}
