package org.waxwing.domain.screening;

import java.util.List;
import java.util.Optional;
import org.waxwing.domain.identity.EmailAddress;

/**
 * What was decided about senders. A person's decision about an address stands above one about its domain, and both above
 * the organisation's, unless that keeps somebody out: nobody lets in alone whom the organisation blocks.
 */
public record Decisions(List<Decision> own, List<Decision> organisations) {
    /** Nothing was decided. */
    public static final Decisions NONE = new Decisions(List.of(), List.of());

    public Decisions {
        own = List.copyOf(own);
        organisations = List.copyOf(organisations);
    }

    /** The decision that holds for that sender. */
    public Optional<Decision> about(EmailAddress sender) {
        var theirs = narrowest(organisations, sender);
        if (isBlocked(sender)) return theirs;
        var mine = narrowest(own, sender);
        return mine.isPresent() ? mine : theirs;
    }

    /** Whether the organisation keeps that sender out, so that nobody lets them in alone. */
    public boolean isBlocked(EmailAddress sender) {
        return narrowest(organisations, sender).filter(it -> it.verdict() == Decision.Verdict.OUT).isPresent();
    }

    private static Optional<Decision> narrowest(List<Decision> decisions, EmailAddress sender) {
        Optional<Decision> found = Optional.empty();
        for (var it : decisions)
            if (it.isAbout(sender) && (found.isEmpty() || found.get().isAboutDomain())) found = Optional.of(it);
        return found;
    }
}
