package org.waxwing.application.change;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.waxwing.domain.content.UntrustedText;

/** A folder's name as a person types it, its levels parted by slashes. */
record FolderPath(List<String> levels) {
    private static final int LONGEST = 200;
    private static final int DEEPEST = 20;

    /** The path; nothing when no server could call a folder that. */
    static Optional<FolderPath> of(String typed) {
        if (typed.chars().anyMatch(c -> c < ' ' || c == 0x7F)) return Optional.empty();
        var levels = Arrays.stream(typed.split("/", -1))
                .map(level -> new UntrustedText(level).onOneLine().value())
                .toList();
        boolean good = typed.length() <= LONGEST
                && levels.size() <= DEEPEST
                // wildcards of LIST (RFC 9051 §6.3.9) and what begins a namespace
                && levels.stream().noneMatch(it -> it.isEmpty() || it.matches(".*[%*\\\\\"].*") || it.equals("..")
                        || it.equals("."))
                && !levels.getFirst().startsWith("#");
        return good ? Optional.of(new FolderPath(levels)) : Optional.empty();
    }

    /** The path at a server that parts levels by {@code delimiter}, NUL for none; nothing when it cannot have it. */
    Optional<String> at(char delimiter) {
        if (delimiter == 0) return levels.size() == 1 ? Optional.of(levels.getFirst()) : Optional.empty();
        if (delimiter != '/' && levels.stream().anyMatch(it -> it.indexOf(delimiter) >= 0)) return Optional.empty();
        return Optional.of(String.join(String.valueOf(delimiter), levels));
    }
}
