package org.waxwing.domain.sending;

import java.util.List;
import org.waxwing.domain.identity.EmailAddress;

/**
 * From whom and to whom, as mail servers see it (RFC 5321 §2.3.1).
 *
 * @param from where reports go: what to offer the server, the best first; an empty one for nowhere
 * @param to at least one
 */
public record Envelope(List<String> from, List<EmailAddress> to) {
    public Envelope {
        from = List.copyOf(from);
        to = List.copyOf(to);
        if (from.isEmpty()) throw new IllegalArgumentException("An envelope has a return path, be it the empty one");
        if (to.isEmpty()) throw new IllegalArgumentException("An envelope goes to somebody");
        for (var it : to) if (!it.isDeliverable()) throw new IllegalArgumentException("Nothing can be sent there");
    }

    /** A message that a person sends: reports come back to them. */
    public static Envelope of(EmailAddress from, List<EmailAddress> to) {
        return new Envelope(List.of(from.address()), to);
    }

    /** An answer of a machine: nothing may come back, or else to whoever it is for (RFC 3834 §3.3). */
    public static Envelope ofAnswer(EmailAddress from, EmailAddress to) {
        return new Envelope(List.of("", from.address()), List.of(to));
    }
}
