package org.waxwing.web.rest.change;

import java.time.Instant;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.waxwing.domain.change.Refused;

/**
 * A change that a mail server did not do, and that was taken back here.
 *
 * @param what {@code mark}, {@code move}, {@code delete}, {@code create_folder}, {@code rename_folder} or
 *     {@code drop_folder}
 * @param why {@code over_quota}, {@code not_permitted}, {@code no_such_mailbox}, {@code already_exists},
 *     {@code no_labels} or {@code other}
 * @param subject of the message, or the folder's name
 * @param count how many messages this is about
 */
@Schema(name = "Refusal")
public record RefusalBody(
        String id, String accountId, String what, String why, String subject, long count, Instant at) {
    static RefusalBody of(Refused refused) {
        return new RefusalBody(
                refused.id().toString(),
                refused.account().toString(),
                refused.what().name().toLowerCase(Locale.ROOT),
                refused.why().name().toLowerCase(Locale.ROOT),
                refused.subject().value(),
                refused.count(),
                refused.at());
    }
}
