package org.waxwing.web.rest.sorting;

import java.time.Instant;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.waxwing.domain.screening.Decision;

/**
 * What was decided about a sender.
 *
 * @param who an address, or a domain
 * @param decision {@code in} or {@code out}
 */
@Schema(name = "SenderDecision")
public record DecisionBody(String who, String decision, Instant decidedAt) {
    static DecisionBody of(Decision it) {
        return new DecisionBody(it.who(), it.verdict().name().toLowerCase(Locale.ROOT), it.at());
    }
}
