package org.waxwing.bootstrap.eval;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.waxwing.application.sorting.EvaluateSorting;
import org.waxwing.application.sorting.EvaluateSorting.Half;
import org.waxwing.application.sorting.EvaluateSorting.Outcome;
import org.waxwing.domain.sorting.Category;
import org.waxwing.mail.mime.MimeMessageParser;

/** Prints how well the rules sort the labelled mail, and for the half they were made with, what they get wrong and why. */
public final class Evaluation {
    private Evaluation() {}

    /** Prints both halves, or those that are named. */
    public static void main(String... halves) throws IOException {
        var evaluate = new EvaluateSorting(new MimeMessageParser());
        for (var half : Half.values())
            if (halves.length == 0 || Arrays.asList(halves).contains(half.name().toLowerCase(Locale.ROOT)))
                System.out.print(text(half, evaluate.evaluate(half)));
    }

    private static String text(Half half, Outcome outcome) {
        var text = new StringBuilder("%n%s: %d messages%n%n".formatted(half, outcome.size()));
        text.append("%-14s".formatted("belongs to"));
        for (var given : Category.values()) text.append("%14s".formatted(given));
        text.append("%14s%14s%14s%n".formatted("precision", "recall", "F1"));
        for (var right : Category.values()) {
            text.append("%-14s".formatted(right));
            for (var given : Category.values())
                text.append("%14d".formatted(outcome.matrix().getOrDefault(right, Map.of()).getOrDefault(given, 0)));
            text.append("%14.3f%14.3f%14.3f%n".formatted(
                    outcome.precision(right), outcome.recall(right), outcome.f1(right)));
        }
        text.append("%n%-44s%.3f (at least %.2f)%s%n".formatted(
                "macro-F1", outcome.macroF1(), EvaluateSorting.LEAST_F1, missed(outcome.reachesF1())));
        text.append("%-44s%d of %d, %.2f %% (at most %.1f %%)%s%n".formatted("personal mail outside the Imbox",
                outcome.personalHidden(), outcome.personal(), outcome.hiddenShare() * 100,
                EvaluateSorting.MOST_HIDDEN * 100, missed(outcome.reachesHidden())));
        text.append("%-44s%.1f %% (at least %.0f %%)%s%n".formatted(
                "settled without a model", outcome.decidedShare() * 100, EvaluateSorting.LEAST_DECIDED * 100,
                missed(outcome.reachesDecided())));
        text.append("%-44s%.3f (at least %.2f)%s%n".formatted(
                "of these rightly", outcome.decidedPrecision(), EvaluateSorting.LEAST_PRECISION,
                missed(outcome.reachesPrecision())));
        // whoever reads what is wrong in the other half has made it a second half to practise with
        if (half == Half.PRACTICE) outcome.misplaced().forEach(it -> text.append(line(it)));
        return text.toString();
    }

    private static String missed(boolean reached) {
        return reached ? "" : "  MISSED";
    }

    private static String line(EvaluateSorting.Misplaced it) {
        return "%n%s (%s, %s%s): belongs to %s, was put into %s, %s at %.2f%n    for: %s%n    against: %s%n".formatted(
                it.file(), it.kind(), it.language(), it.personal() ? ", personal" : "", it.right(),
                it.given().category(), it.given().decided() ? "settled" : "open", it.given().confidence(),
                it.given().reasons().stream().map(reason -> reason.ground() + " " + reason.weight())
                        .collect(Collectors.joining(", ")),
                it.given().doubts().stream().map(reason -> reason.ground() + " " + reason.weight())
                        .collect(Collectors.joining(", ")));
    }
}
