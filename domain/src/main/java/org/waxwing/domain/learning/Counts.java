package org.waxwing.domain.learning;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.waxwing.domain.sorting.Category;

/** How often each feature was met in each category: all that naive Bayes learns. */
@SuppressWarnings("EnumOrdinal") // arrays by category, in the order in which they are written
final class Counts {
    private static final int CATEGORIES = Category.values().length;

    private final Map<String, int[]> features = new TreeMap<>();
    private final int[] examples = new int[CATEGORIES];

    void add(List<String> of, Category right) {
        examples[right.ordinal()]++;
        for (var feature : of) features.computeIfAbsent(feature, it -> new int[CATEGORIES])[right.ordinal()]++;
    }

    /** Keeps what was counted before. */
    void put(String feature, int[] counts) {
        features.put(feature, counts.clone());
    }

    void examples(int[] counts) {
        System.arraycopy(counts, 0, examples, 0, CATEGORIES);
    }

    int examples(Category category) {
        return examples[category.ordinal()];
    }

    Map<String, int[]> features() {
        return Collections.unmodifiableMap(features);
    }

    /**
     * The mean, over the features of a message, of how much more likely each is in a category than in all (add-one
     * smoothing), in natural logarithms. The mean, because features that go together would count several times in a sum.
     */
    Map<Category, Double> score(List<String> of) {
        var scores = new EnumMap<Category, Double>(Category.class);
        int all = 0;
        for (int count : examples) all += count;
        for (var category : Category.values()) {
            double sum = 0;
            int known = 0;
            for (var feature : of) {
                var counts = features.get(feature);
                if (counts == null) continue;
                int total = 0;
                for (int count : counts) total += count;
                double here = (counts[category.ordinal()] + 1.0) / (examples[category.ordinal()] + 2.0);
                double everywhere = (total + 1.0) / (all + 2.0);
                sum += StrictMath.log(here / everywhere);
                known++;
            }
            scores.put(category, known == 0 ? 0.0 : sum / StrictMath.sqrt(known));
        }
        return scores;
    }
}
