package org.waxwing.bootstrap.bench;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What can be measured by itself. */
enum Part {
    INITIAL,
    PASS,
    NEW,
    EVENT,
    LIST,
    OPEN,
    PAGE,
    SORT,
    IDLE,
    HUGE;

    /** Parts by their names, with commas between them. */
    static Set<Part> of(String names) {
        var parts = EnumSet.noneOf(Part.class);
        for (var name : names.split(",", -1)) parts.add(one(name.strip()));
        return parts;
    }

    private static Part one(String name) {
        return Arrays.stream(values())
                .filter(part -> part.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No part of the benchmark is called \"" + name + "\""));
    }

    /** Whether it is about the one mailbox that is synchronised first. */
    boolean needsMailbox() {
        return this != IDLE && this != HUGE && this != SORT;
    }
}
