package org.waxwing.web.rest.sorting;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.waxwing.domain.sorting.Reason;

/**
 * Why a message is where it is, in part.
 *
 * @param reason its name
 * @param arguments numbers, addresses or domains that belong to it
 * @param weight how much it speaks for the category, in hundredths of the logarithm of the odds
 */
@Schema(name = "Reason")
public record ReasonBody(String reason, List<String> arguments, int weight) {
    static ReasonBody of(Reason it) {
        return new ReasonBody(it.key(), it.arguments(), it.weight());
    }

    static List<ReasonBody> of(List<Reason> reasons) {
        return reasons.stream().map(ReasonBody::of).toList();
    }
}
