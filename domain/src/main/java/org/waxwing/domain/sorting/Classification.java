package org.waxwing.domain.sorting;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where a message belongs, and why.
 *
 * @param confidence how likely that is right, from 0 to 1
 * @param decided whether it is settled; if not, a model may be asked, and until then the message stays where it is seen
 * @param open where a model may put it; only the category itself when it is settled
 * @param reasons that speak for the category, the weightiest first
 * @param doubts reasons that speak against it, the weightiest first
 * @param alternatives single facts that would put it elsewhere, the nearest first; none when no single one would
 * @param version of the rules that decided
 */
public record Classification(
        Category category,
        double confidence,
        boolean decided,
        Set<Category> open,
        List<Reason> reasons,
        List<Reason> doubts,
        List<Alternative> alternatives,
        int version) {
    public Classification {
        if (!(confidence >= 0 && confidence <= 1))
            throw new IllegalArgumentException("Confidence is from 0 to 1: " + confidence);
        var categories = EnumSet.of(category);
        categories.addAll(open);
        open = Collections.unmodifiableSet(categories);
        reasons = List.copyOf(reasons);
        doubts = List.copyOf(doubts);
        alternatives = List.copyOf(alternatives);
    }

    /**
     * What becomes of it when a model has answered. Nothing, if it was settled, or the answer is none of those that are
     * open.
     */
    public Classification advised(Optional<EmailClassifier.Answer> answer) {
        if (decided || answer.isEmpty() || !open.contains(answer.get().category())) return this;
        var given = answer.get();
        var why = new ArrayList<Reason>();
        why.add(new Reason(Ground.MODEL, List.of(given.engine()), 0));
        boolean agrees = given.category() == category;
        if (agrees) why.addAll(reasons);
        return new Classification(
                given.category(), given.confidence(), true, Set.of(), why, agrees ? doubts : against(), List.of(),
                version);
    }

    /** What spoke for the category, as it speaks against any other. */
    private List<Reason> against() {
        return reasons.stream().map(it -> new Reason(it.ground(), it.arguments(), -it.weight())).toList();
    }
}
