package org.waxwing.domain.sorting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.waxwing.domain.signs.Signs;
import org.waxwing.domain.sorting.Relationship.Tie;

/**
 * Says where a message belongs: weighs all evidence, so that what contradicts is weighed, too, and leaves in the Imbox
 * what might be personal. Without a model, without state, the same answer every time.
 */
public final class Classifier {
    /** Of these rules; grows whenever an answer may change. */
    public static final int VERSION = 3;

    // more likely to be personal than this, and it stays where it is seen
    private static final double MAY_BE_PERSONAL = 0.18;
    // the same where nobody speaks
    private static final double HARDLY_PERSONAL = 0.36;
    private static final double SURE = 0.82;
    private static final double CONCEIVABLE = 0.04;
    private static final int MOST_REASONS = 6;
    private static final int MOST_ALTERNATIVES = 3;
    private static final Ground[] GROUNDS = Ground.values();

    private Classifier() {}

    /** Where the message belongs. */
    public static Classification classify(Case about) {
        if (!about.taught().isEmpty()) {
            var lesson = about.taught().getFirst();
            if (isFollowed(lesson, about)) return taught(lesson, about);
        }
        var weighing = Evidence.of(about.signs(), about.relationship());
        weighing.lean(about.leaning());
        return told(about, weighing, decide(weighing.odds(), about.signs(), about.relationship()));
    }

    /** Where it belongs, and nothing else: without reasons, for many at once. */
    public static Category category(Case about) {
        if (!about.taught().isEmpty() && isFollowed(about.taught().getFirst(), about))
            return about.taught().getFirst().category();
        var weighing = Evidence.of(about.signs(), about.relationship());
        weighing.lean(about.leaning());
        return decide(weighing.odds(), about.signs(), about.relationship()).category();
    }

    private record Verdict(Category category, boolean decided) {}

    private static Verdict decide(Weighing.Odds odds, Signs signs, Relationship relationship) {
        var nature = Nature.of(signs, relationship);
        var best = odds.best();
        // where something plain speaks against it, weights alone settle nothing
        boolean sure = odds.of(best) >= SURE && !nature.isContradictory(best);
        if (best == Category.IMBOX) return new Verdict(best, sure);
        double bound = nature.origin().nobodySpeaks() || nature.isCircular() ? HARDLY_PERSONAL : MAY_BE_PERSONAL;
        if (odds.imbox() > bound || !nature.mayHide())
            return new Verdict(Category.IMBOX, false);
        return new Verdict(best, sure);
    }

    /** Whoever decided about a sender did not mean an answer in their own conversation. */
    private static boolean isFollowed(Lesson lesson, Case about) {
        if (lesson.category() == Category.IMBOX || !lesson.scope().isWide()) return true;
        return !about.relationship().inThread() || Nature.of(about.signs(), about.relationship()).mayHide();
    }

    private static Classification taught(Lesson lesson, Case about) {
        var untaught = classify(new Case(about.signs(), about.relationship(), List.of(), about.leaning()));
        var alternatives = new ArrayList<Alternative>();
        if (untaught.category() != lesson.category()) alternatives.add(new Alternative.Untaught(untaught.category()));
        var reason = new Reason(Ground.TAUGHT, lesson.scope().words(), 0);
        return new Classification(
                lesson.category(), 1, true, Set.of(), List.of(reason), List.of(), alternatives, VERSION);
    }

    private static Classification told(Case about, Weighing weighing, Verdict verdict) {
        var odds = weighing.odds();
        var reasons = new ArrayList<Reason>();
        var doubts = new ArrayList<Reason>();
        for (var ground : GROUNDS) {
            int percent = weighing.percent(ground);
            int weight = ground.speaksFor(verdict.category()) * percent / 100;
            if (weight > 0) reasons.add(new Reason(ground, arguments(ground, about), weight));
            else if (weight < 0) doubts.add(new Reason(ground, arguments(ground, about), weight));
        }
        int habit = habit(about.leaning(), verdict.category());
        if (habit > 0) reasons.add(new Reason(Ground.HABIT, List.of(), habit));
        if (habit < 0) doubts.add(new Reason(Ground.HABIT, List.of(), habit));
        reasons.sort(Comparator.comparingInt(Reason::weight).reversed());
        doubts.sort(Comparator.comparingInt(Reason::weight));
        return new Classification(
                verdict.category(), odds.of(verdict.category()), verdict.decided(), open(odds, verdict, about),
                first(reasons), first(doubts), alternatives(about, weighing, verdict.category()), VERSION);
    }

    private static List<Reason> first(List<Reason> reasons) {
        return reasons.subList(0, Math.min(reasons.size(), MOST_REASONS));
    }

    private static int habit(Leaning leaning, Category category) {
        int others = Integer.MIN_VALUE;
        for (var other : Category.values()) if (other != category) others = Math.max(others, leaning.toward(other));
        return leaning.toward(category) - others;
    }

    /** Where a model may put it: nowhere that is out of the question, and known people's mail nowhere but here. */
    private static Set<Category> open(Weighing.Odds odds, Verdict verdict, Case about) {
        var open = EnumSet.of(verdict.category());
        if (verdict.decided()) return open;
        boolean hidable = !about.relationship().isKnown() || Nature.of(about.signs(), about.relationship()).mayHide();
        if (hidable && verdict.category() == Category.IMBOX
                && Nature.of(about.signs(), about.relationship()).voice().mayBePitch())
            open.add(Category.FEED);
        for (var category : Category.values())
            if (odds.of(category) >= CONCEIVABLE && (category == Category.IMBOX || hidable)) open.add(category);
        return open;
    }

    private static List<String> arguments(Ground ground, Case about) {
        return switch (ground) {
            case NEVER_ANSWERED -> List.of(String.valueOf(about.relationship().received()));
            case CROWD -> List.of(String.valueOf(about.signs().recipients()));
            case MANY_LINKS -> List.of(String.valueOf(about.signs().links()));
            case MANY_IMAGES -> List.of(String.valueOf(about.signs().images()));
            default -> List.of();
        };
    }

    /** What the reader could have done comes before what the message would have to lack. */
    private static List<Alternative> alternatives(Case about, Weighing weighing, Category category) {
        var found = new ArrayList<Alternative>();
        for (var tie : Tie.values()) {
            boolean has = about.relationship().has(tie);
            var other = has ? about.relationship().without(tie) : about.relationship().with(tie);
            var changed = Evidence.of(about.signs(), other);
            changed.lean(about.leaning());
            var there = decide(changed.odds(), about.signs(), other).category();
            if (there == category) continue;
            if (has) found.add(new Alternative.HadNot(tie, there));
            // one that could have been done is enough to understand
            else
                if (found.stream().noneMatch(Alternative.Had.class::isInstance))
                    found.add(new Alternative.Had(tie, there));
        }
        var without = new ArrayList<Reason>();
        for (var ground : GROUNDS) {
            if (!weighing.has(ground) || isOfRelationship(ground)) continue;
            var there = decide(weighing.oddsWithout(ground), about.signs(), about.relationship()).category();
            if (there != category)
                without.add(new Reason(ground, List.of(), ground.speaksFor(category) * weighing.percent(ground)));
        }
        without.sort(Comparator.comparingInt(Reason::weight).reversed());
        for (var reason : without) {
            var there = decide(weighing.oddsWithout(reason.ground()), about.signs(), about.relationship()).category();
            found.add(new Alternative.Without(reason.ground(), there));
        }
        return found.subList(0, Math.min(found.size(), MOST_ALTERNATIVES));
    }

    private static boolean isOfRelationship(Ground ground) {
        return switch (ground) {
            case YOUR_THREAD, YOU_WROTE_TO_SENDER, YOU_ANSWERED_SENDER, CONTACT -> true;
            default -> false;
        };
    }
}
