package org.waxwing.domain.sorting;

/** How much of each ground holds for a message, and what comes of it. Small, mutable, and never handed out. */
@SuppressWarnings("EnumOrdinal") // arrays by constant: weighed many times for every message
final class Weighing {
    // mail is written by people until something says otherwise
    private static final int IMBOX_AT_FIRST = 100;
    private static final int FULL = 100;
    private static final Ground[] GROUNDS = Ground.values();
    private static final Category[] CATEGORIES = Category.values();

    private final int[] percent = new int[GROUNDS.length];
    private final int[] sums = {IMBOX_AT_FIRST, 0, 0};
    private Leaning leaning = Leaning.NONE;

    /** Lets a ground hold in full. */
    void put(Ground ground) {
        put(ground, FULL);
    }

    /** Lets so many hundredths of a ground hold, in place of what held of it before. */
    void put(Ground ground, int hundredths) {
        for (var category : CATEGORIES)
            sums[category.ordinal()] += ground.weight(category) * (hundredths - percent[ground.ordinal()]) / FULL;
        percent[ground.ordinal()] = hundredths;
    }

    void lean(Leaning habits) {
        leaning = habits;
    }

    boolean has(Ground ground) {
        return percent[ground.ordinal()] > 0;
    }

    int percent(Ground ground) {
        return percent[ground.ordinal()];
    }

    Leaning leaning() {
        return leaning;
    }

    /** How likely each category is. */
    Odds odds() {
        return odds(sums, leaning);
    }

    /** How likely each would be if a ground did not hold. */
    Odds oddsWithout(Ground ground) {
        var others = sums.clone();
        for (var category : CATEGORIES)
            others[category.ordinal()] -= ground.weight(category) * percent[ground.ordinal()] / FULL;
        return odds(others, leaning);
    }

    private static Odds odds(int[] sums, Leaning leaning) {
        int imbox = sums[0] + leaning.imbox();
        int feed = sums[1] + leaning.feed();
        int paperTrail = sums[2] + leaning.paperTrail();
        int most = Math.max(imbox, Math.max(feed, paperTrail));
        // exact everywhere, so that what is decided does not depend on the machine
        double a = StrictMath.exp((imbox - most) / 100.0);
        double b = StrictMath.exp((feed - most) / 100.0);
        double c = StrictMath.exp((paperTrail - most) / 100.0);
        double all = a + b + c;
        return new Odds(a / all, b / all, c / all);
    }

    /** Probabilities that add up to 1. */
    record Odds(double imbox, double feed, double paperTrail) {
        double of(Category category) {
            return switch (category) {
                case IMBOX -> imbox;
                case FEED -> feed;
                case PAPER_TRAIL -> paperTrail;
            };
        }

        Category best() {
            if (imbox >= feed && imbox >= paperTrail) return Category.IMBOX;
            return feed >= paperTrail ? Category.FEED : Category.PAPER_TRAIL;
        }
    }
}
