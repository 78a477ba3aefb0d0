package org.waxwing.domain.sorting;

import java.util.List;

/** Where a conversation stands that is in the inbox and was not put away. */
public enum Shelf {
    /** All that came of it is of people who wait to be let in. */
    SCREENER,
    IMBOX,
    FEED,
    PAPER_TRAIL,
    /** All that came of it is of people whom its reader does not want to hear. */
    OUT;

    /**
     * Where it stands by its messages in the inbox, the latest first, at least one. One message that belongs in the Imbox
     * keeps the whole conversation there, and one whose sender was let in keeps it out of the Screener.
     */
    public static Shelf of(List<Placement> latestFirst) {
        var let = latestFirst.stream().filter(it -> it.admission() == Admission.IN).toList();
        if (let.isEmpty())
            return latestFirst.stream().anyMatch(it -> it.admission() == Admission.WAITING) ? SCREENER : OUT;
        return let.stream().anyMatch(it -> it.category() == Category.IMBOX) ? IMBOX : of(let.getFirst().category());
    }

    private static Shelf of(Category category) {
        return switch (category) {
            case IMBOX -> IMBOX;
            case FEED -> FEED;
            case PAPER_TRAIL -> PAPER_TRAIL;
        };
    }
}
