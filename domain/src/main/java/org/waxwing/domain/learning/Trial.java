package org.waxwing.domain.learning;

/**
 * What came of trying habits on examples that they were not learned from.
 *
 * @param examples how many there were in all
 * @param heldBack how many of these were kept for the trial
 * @param rulesRight how many of those the rules alone put right
 * @param habitsRight how many the rules put right together with the habits
 * @param enough whether there were enough examples of each category in use to learn anything
 */
public record Trial(int examples, int heldBack, int rulesRight, int habitsRight, boolean enough) {
    /** Before there was anything to try. */
    public static final Trial NONE = new Trial(0, 0, 0, 0, false);

    public Trial {
        if (heldBack > examples || rulesRight > heldBack || habitsRight > heldBack)
            throw new IllegalArgumentException("More right than there were: " + habitsRight + " of " + heldBack);
    }

    /** Whether the habits are worth following. */
    public boolean isPassed() {
        return enough && habitsRight > rulesRight;
    }
}
