package org.waxwing.bootstrap.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The figures of a run, and what went wrong in it. Safe for threads. */
final class Report {
    private static final List<String> HEAD = List.of("measured", "Waxwing", "peer", "compared", "limit", "verdict");

    private final List<Figure> figures = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    synchronized void add(Figure figure) {
        figures.add(figure);
        System.out.println("    " + String.join(" | ", cells(figure)));
        System.out.flush();
    }

    /** Something that a reader of the table has to know. */
    synchronized void note(String sentence) {
        notes.add(sentence);
        System.out.println("    " + sentence);
        System.out.flush();
    }

    synchronized void fail(String sentence) {
        failures.add(sentence);
        System.out.println("    FAILED: " + sentence);
        System.out.flush();
    }

    synchronized boolean hasFailures() {
        return !failures.isEmpty();
    }

    /** A table as Markdown has it, readable as it is. */
    synchronized String table() {
        var rows = new ArrayList<List<String>>(List.of(HEAD));
        figures.forEach(figure -> rows.add(cells(figure)));
        int[] widths = IntStream.range(0, HEAD.size())
                .map(column -> rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0))
                .toArray();
        var dashes = IntStream.of(widths).mapToObj("-"::repeat).toList();
        rows.add(1, dashes);
        var table = rows.stream().map(row -> line(row, widths)).collect(Collectors.joining());
        return table + lines("\n", notes) + lines("\nFAILED: ", failures);
    }

    private static List<String> cells(Figure figure) {
        return List.of(
                figure.what(),
                figure.ours(),
                figure.peer(),
                figure.measure(),
                figure.limit(),
                figure.verdict().word());
    }

    private static String line(List<String> row, int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(column -> row.get(column) + " ".repeat(widths[column] - row.get(column).length()))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String lines(String before, List<String> sentences) {
        return sentences.stream().map(sentence -> before + sentence + "\n").collect(Collectors.joining());
    }
}
