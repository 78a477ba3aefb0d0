package org.waxwing.mail.smtp;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What a server offers beyond SMTP (RFC 5321 §4.1.1.1), by its name in capitals. */
record Extensions(Map<String, String> all) {
    Extensions {
        all = Map.copyOf(all);
    }

    static Extensions of(Reply ehlo) {
        var all = new HashMap<String, String>();
        for (var line : ehlo.lines().subList(1, ehlo.lines().size())) {
            // some old servers write AUTH=PLAIN
            var parts = line.strip().toUpperCase(Locale.ROOT).split("[ =]", 2);
            all.merge(parts[0], parts.length > 1 ? parts[1] : "", (one, other) -> one + " " + other);
        }
        return new Extensions(all);
    }

    boolean has(String name) {
        return all.containsKey(name);
    }

    /** The ways to sign in. */
    Set<String> mechanisms() {
        var said = all.getOrDefault("AUTH", "").strip();
        return said.isEmpty() ? Set.of() : Set.copyOf(List.of(said.split("\\s+", -1)));
    }

    /** The largest message in bytes (RFC 1870); the largest there is when the server does not say. */
    long largest() {
        var said = all.getOrDefault("SIZE", "").strip();
        long size = said.matches("[0-9]{1,18}") ? Long.parseLong(said) : 0;
        return size == 0 ? Long.MAX_VALUE : size;
    }
}
