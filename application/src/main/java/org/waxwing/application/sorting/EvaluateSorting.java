package org.waxwing.application.sorting;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.waxwing.domain.mailbox.BlobId;
import org.waxwing.domain.mailbox.BlobStore;
import org.waxwing.domain.mailbox.MessageParser;
import org.waxwing.domain.signs.SignReader;
import org.waxwing.domain.sorting.Case;
import org.waxwing.domain.sorting.Category;
import org.waxwing.domain.sorting.Classification;
import org.waxwing.domain.sorting.Classifier;

/** Sorts the mail that ships with the product and is labelled by hand, and compares. */
public class EvaluateSorting {
    /** The least macro-F1 that is good enough. */
    public static final double LEAST_F1 = 0.90;
    /** The greatest share of personal mail that may be outside the Imbox. */
    public static final double MOST_HIDDEN = 0.005;
    /** The least share that has to be settled without a model. */
    public static final double LEAST_DECIDED = 0.80;
    /** The least share of what was settled that has to be right. */
    public static final double LEAST_PRECISION = 0.97;

    private static final Instant RECEIVED = Instant.parse("2026-06-01T00:00:00Z");
    // nobody looks into the files of this mail
    private static final BlobId NOWHERE = new BlobId("0".repeat(64));

    private final MessageParser parser;

    public EvaluateSorting(MessageParser parser) {
        this.parser = parser;
    }

    /** Which part of the labelled mail. */
    public enum Half {
        /** What the rules were made with. */
        PRACTICE,
        /** What nobody looked at while they were made: its figure is the one to believe. */
        FINAL
    }

    /**
     * A message that was put elsewhere than its label says.
     *
     * @param file its name
     * @param personal whether a human wrote it to its reader
     */
    public record Misplaced(String file, String kind, String language, boolean personal, Category right,
            Classification given) {}

    /**
     * What came of it.
     *
     * @param matrix how many messages that belong to the first category were put into the second
     * @param personal how many messages are personal
     * @param decided how many were settled without a model
     * @param decidedRight how many of those were settled rightly
     * @param misplaced all that were put elsewhere, in the order of the list
     */
    public record Outcome(
            Map<Category, Map<Category, Integer>> matrix,
            int personal,
            int decided,
            int decidedRight,
            List<Misplaced> misplaced) {
        public Outcome {
            matrix = Map.copyOf(matrix);
            misplaced = List.copyOf(misplaced);
        }

        /** How many messages there were. */
        public int size() {
            return matrix.values().stream().flatMap(it -> it.values().stream()).mapToInt(it -> it).sum();
        }

        /** Of what was put into {@code category}, the share that belongs there; 1 when nothing was. */
        public double precision(Category category) {
            int put = matrix.values().stream().mapToInt(it -> it.getOrDefault(category, 0)).sum();
            return put == 0 ? 1 : (double) cell(category, category) / put;
        }

        /** Of what belongs into {@code category}, the share that was put there; 1 when nothing does. */
        public double recall(Category category) {
            int belong = matrix.getOrDefault(category, Map.of()).values().stream().mapToInt(it -> it).sum();
            return belong == 0 ? 1 : (double) cell(category, category) / belong;
        }

        /** The harmonic mean of precision and recall. */
        public double f1(Category category) {
            double sum = precision(category) + recall(category);
            return sum == 0 ? 0 : 2 * precision(category) * recall(category) / sum;
        }

        /** The mean of the three, each counting the same. */
        public double macroF1() {
            double sum = 0;
            for (var category : Category.values()) sum += f1(category);
            return sum / Category.values().length;
        }

        /** How many personal messages are outside the Imbox. */
        public long personalHidden() {
            return misplaced.stream().filter(it -> it.personal() && it.given().category() != Category.IMBOX).count();
        }

        /** The share of personal messages that are outside the Imbox. */
        public double hiddenShare() {
            return (double) personalHidden() / Math.max(1, personal);
        }

        /** The share that was settled without a model. */
        public double decidedShare() {
            return (double) decided / Math.max(1, size());
        }

        /** Of what was settled without a model, the share that is right. */
        public double decidedPrecision() {
            return (double) decidedRight / Math.max(1, decided);
        }

        /** Whether the macro-F1 is good enough. */
        public boolean reachesF1() {
            return macroF1() >= LEAST_F1;
        }

        /** Whether little enough personal mail is outside the Imbox. */
        public boolean reachesHidden() {
            return hiddenShare() <= MOST_HIDDEN;
        }

        /** Whether enough was settled without a model. */
        public boolean reachesDecided() {
            return decidedShare() >= LEAST_DECIDED;
        }

        /** Whether what was settled is right often enough. */
        public boolean reachesPrecision() {
            return decidedPrecision() >= LEAST_PRECISION;
        }

        private int cell(Category right, Category given) {
            return matrix.getOrDefault(right, Map.of()).getOrDefault(given, 0);
        }
    }

    /**
     * Sorts one half of the labelled mail.
     *
     * @throws IOException it cannot be read
     */
    public Outcome evaluate(Half half) throws IOException {
        var matrix = new EnumMap<Category, Map<Category, Integer>>(Category.class);
        var misplaced = new ArrayList<Misplaced>();
        int personal = 0;
        int decided = 0;
        int decidedRight = 0;
        for (var mail : LabelledMail.of(half)) {
            var given = classify(mail);
            boolean right = given.category() == mail.category();
            matrix.computeIfAbsent(mail.category(), it -> new EnumMap<>(Category.class))
                    .merge(given.category(), 1, Integer::sum);
            if (mail.personal()) personal++;
            if (given.decided()) decided++;
            if (given.decided() && right) decidedRight++;
            if (!right)
                misplaced.add(new Misplaced(
                        mail.file(), mail.kind(), mail.language(), mail.personal(), mail.category(), given));
        }
        return new Outcome(matrix, personal, decided, decidedRight, misplaced);
    }

    private Classification classify(LabelledMail mail) throws IOException {
        var message = parser.parse(mail.source(), RECEIVED, EvaluateSorting::dropped);
        var signs = SignReader.read(message, parser.fields(mail.source()), Set.of(LabelledMail.READER));
        return Classifier.classify(Case.of(signs, mail.relationship()));
    }

    private static BlobStore.Stored dropped(InputStream decoded) throws IOException {
        return new BlobStore.Stored(NOWHERE, decoded.transferTo(OutputStream.nullOutputStream()));
    }
}
