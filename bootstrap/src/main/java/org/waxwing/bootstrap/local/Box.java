package org.waxwing.bootstrap.local;

import java.util.List;
import java.util.stream.Collectors;

/** A frame of characters around lines of text. */
final class Box {
    private Box() {}

    static String around(List<String> lines) {
        int width = lines.stream().mapToInt(String::length).max().orElse(0);
        String edge = "+" + "-".repeat(width + 2) + "+\n";
        return lines.stream()
                .map(line -> "| " + line + " ".repeat(width - line.length()) + " |\n")
                .collect(Collectors.joining("", "\n" + edge, edge));
    }
}
