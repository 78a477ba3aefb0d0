package org.waxwing.bootstrap.demo.server;

import jakarta.mail.Flags;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** IMAP flags as they are spelt on the wire (RFC 9051 §2.3.2), and as Jakarta Mail holds them. */
final class FlagNames {
    private static final Map<String, Flags.Flag> SYSTEM = new LinkedHashMap<>();

    static {
        SYSTEM.put("\\Answered", Flags.Flag.ANSWERED);
        SYSTEM.put("\\Deleted", Flags.Flag.DELETED);
        SYSTEM.put("\\Draft", Flags.Flag.DRAFT);
        SYSTEM.put("\\Flagged", Flags.Flag.FLAGGED);
        SYSTEM.put("\\Seen", Flags.Flag.SEEN);
    }

    private FlagNames() {}

    static Flags flags(Set<String> names) {
        var flags = new Flags();
        for (var name : names) {
            var system = SYSTEM.get(name);
            if (system != null) flags.add(system);
            else flags.add(name);
        }
        return flags;
    }

    static Set<String> names(Flags flags) {
        var names = new LinkedHashSet<String>();
        SYSTEM.forEach((name, flag) -> {
            if (flags.contains(flag)) names.add(name);
        });
        names.addAll(Arrays.asList(flags.getUserFlags()));
        return names;
    }
}
