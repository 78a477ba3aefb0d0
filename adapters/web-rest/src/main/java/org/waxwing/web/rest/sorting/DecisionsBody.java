package org.waxwing.web.rest.sorting;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is sent to decide about senders, for the API's description: it is read by {@link DecisionsRequest}.
 *
 * @param decisions at most 500
 */
@Schema(name = "SenderDecisions")
public record DecisionsBody(List<One> decisions) {
    /** About one sender. */
    @Schema(name = "SenderDecisionWanted")
    public record One(String who,
            @Schema(enumeration = {"in", "imbox", "feed", "paper_trail", "out"}) String decision){}

    public DecisionsBody {
        decisions = List.copyOf(decisions);
    }
}
