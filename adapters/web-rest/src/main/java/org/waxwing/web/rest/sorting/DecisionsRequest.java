package org.waxwing.web.rest.sorting;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.waxwing.application.screening.DecideSenders.Outcome;
import org.waxwing.application.screening.DecideSenders.Wish;
import org.waxwing.web.rest.Fields;

/** Reads what somebody decides about senders. */
final class DecisionsRequest {
    private static final int MOST = 500;
    private static final int LARGEST = 256 * 1024;

    private DecisionsRequest() {}

    /**
     * The wishes that this body spells.
     *
     * @throws org.waxwing.web.rest.problem.ProblemException {@code validation}, with everything that is wrong
     */
    static List<Wish> of(InputStream body) throws IOException {
        var fields = Fields.of(body, LARGEST);
        var wishes = new ArrayList<Wish>();
        if (!fields.has("decisions.0")) fields.wrong("decisions", "This has to be a list with at least one decision.");
        for (int i = 0; fields.has("decisions." + i); i++) {
            if (i == MOST) {
                fields.wrong("decisions", "At most " + MOST + " decisions at once.");
                break;
            }
            wish(fields, "decisions." + i).ifPresent(wishes::add);
        }
        fields.check();
        return wishes;
    }

    private static Optional<Wish> wish(Fields fields, String at) {
        var who = fields.needed(at + ".who").strip().toLowerCase(Locale.ROOT);
        var decision = fields.needed(at + ".decision");
        var outcome = Stream.of(Outcome.values())
                .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(decision)).findFirst();
        if (outcome.isEmpty() && !decision.isBlank())
            fields.wrong(at + ".decision", "This has to be in, imbox, feed, paper_trail or out.");
        if (!who.isBlank() && !isSomebody(who)) {
            fields.wrong(at + ".who", "This has to be an address or a domain.");
            return Optional.empty();
        }
        return who.isBlank() ? Optional.empty() : outcome.map(it -> new Wish(who, it));
    }

    static boolean isSomebody(String who) {
        return who.matches("[^\\s@]+@[^\\s@]+") || who.matches("[^\\s@]+");
    }
}
