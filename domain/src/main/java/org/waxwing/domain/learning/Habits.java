package org.waxwing.domain.learning;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.waxwing.domain.signs.Signs;
import org.waxwing.domain.sorting.Case;
import org.waxwing.domain.sorting.Category;
import org.waxwing.domain.sorting.Classifier;
import org.waxwing.domain.sorting.Leaning;
import org.waxwing.domain.sorting.Relationship;

/**
 * How a person sorts, counted over their examples (naive Bayes). Learned anew from all examples; the same examples in the
 * same order give the same habits. Written as text to be stored.
 */
public final class Habits {
    /** How many examples a category needs before it counts. */
    public static final int ENOUGH = 12;

    /** Of somebody who has not corrected anything. */
    public static final Habits NONE = new Habits(new Counts(), Trial.NONE);

    private static final int HELD_BACK = 4;
    private static final int SCALE = 60;
    private static final String VERSION = "habits-1";

    private final Counts counts;
    private final Trial trial;

    private Habits(Counts counts, Trial trial) {
        this.counts = counts;
        this.trial = trial;
    }

    /**
     * What these examples teach. Every fourth of each category is held back to try what the others teach; when that is no
     * better than the rules alone, nothing is followed.
     */
    public static Habits learn(List<Example> examples) {
        var seen = new EnumMap<Category, Integer>(Category.class);
        var taught = new Counts();
        var all = new Counts();
        var held = new ArrayList<Example>();
        for (var example : examples) {
            var features = Features.of(example.signs(), example.relationship(), example.senderDomain());
            all.add(features, example.right());
            if (seen.merge(example.right(), 1, Integer::sum) % HELD_BACK == 0) held.add(example);
            else taught.add(features, example.right());
        }
        return new Habits(all, tried(examples.size(), held, new Habits(taught, Trial.NONE), isEnough(all)));
    }

    /** Two categories have enough, and none has only a few. */
    private static boolean isEnough(Counts counts) {
        int used = 0;
        for (var category : Category.values()) {
            int examples = counts.examples(category);
            if (examples > 0 && examples < ENOUGH) return false;
            if (examples > 0) used++;
        }
        return used > 1;
    }

    private static Trial tried(int examples, List<Example> held, Habits habits, boolean enough) {
        int rules = 0;
        int both = 0;
        for (var example : held) {
            var without = Case.of(example.signs(), example.relationship());
            if (Classifier.category(without) == example.right()) rules++;
            var leaning = habits.shift(example.signs(), example.relationship(), example.senderDomain());
            if (Classifier.category(without.leaning(leaning)) == example.right()) both++;
        }
        return new Trial(examples, held.size(), rules, both, enough);
    }

    /** How they shift the odds of a message; not at all until they have proved better than the rules. */
    public Leaning leaning(Signs signs, Relationship relationship, String senderDomain) {
        return trial.isPassed() ? shift(signs, relationship, senderDomain) : Leaning.NONE;
    }

    private Leaning shift(Signs signs, Relationship relationship, String senderDomain) {
        var scores = counts.score(Features.of(signs, relationship, senderDomain));
        return new Leaning(
                weight(scores, Category.IMBOX), weight(scores, Category.FEED), weight(scores, Category.PAPER_TRAIL));
    }

    private int weight(Map<Category, Double> scores, Category category) {
        // of a category without examples nothing is known, not even that it is rare
        if (counts.examples(category) == 0) return 0;
        return (int) StrictMath.round(scores.getOrDefault(category, 0.0) * SCALE);
    }

    /** Whether they are followed. */
    public boolean isFollowed() {
        return trial.isPassed();
    }

    /** What came of trying them. */
    public Trial trial() {
        return trial;
    }

    /** As text, a line for each feature. */
    public String write() {
        var out = new StringBuilder(VERSION);
        for (var category : Category.values()) out.append(' ').append(counts.examples(category));
        out.append(' ').append(trial.examples()).append(' ').append(trial.heldBack()).append(' ')
                .append(trial.rulesRight()).append(' ').append(trial.habitsRight()).append(' ')
                .append(trial.enough() ? 1 : 0).append('\n');
        counts.features().forEach((feature, of) -> {
            out.append(feature);
            for (int count : of) out.append(' ').append(count);
            out.append('\n');
        });
        return out.toString();
    }

    /**
     * What {@link #write} wrote; {@link #NONE} for what another version wrote, which has to learn anew.
     *
     * @throws IllegalArgumentException it begins as ours and goes on as nothing of the kind
     */
    public static Habits parse(String text) {
        var lines = text.split("\n", -1);
        var head = lines[0].split(" ", -1);
        if (!head[0].equals(VERSION)) return NONE;
        if (head.length != 9) throw new IllegalArgumentException("Habits begin with 9 words: " + head.length);
        var counts = new Counts();
        counts.examples(numbers(head, 1));
        for (int i = 1; i < lines.length; i++) {
            if (lines[i].isEmpty()) continue;
            var words = lines[i].split(" ", -1);
            if (words.length != 4) throw new IllegalArgumentException("A feature has 3 counts: " + (words.length - 1));
            counts.put(words[0], numbers(words, 1));
        }
        return new Habits(counts, new Trial(
                Integer.parseInt(head[4]), Integer.parseInt(head[5]), Integer.parseInt(head[6]),
                Integer.parseInt(head[7]), head[8].equals("1")));
    }

    private static int[] numbers(String[] words, int from) {
        var numbers = new int[Category.values().length];
        for (int i = 0; i < numbers.length; i++) numbers[i] = Integer.parseInt(words[from + i]);
        return numbers;
    }
}
