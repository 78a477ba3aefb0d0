package org.waxwing.web.rest.mailbox;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.waxwing.domain.reading.AccountLabel;

/**
 * A label that messages of an account carry.
 *
 * @param total conversations in its list
 * @param unread those of them with something unread
 */
@Schema(name = "Label")
public record LabelBody(String accountId, String name, long total, long unread) {
    static LabelBody of(AccountLabel it) {
        return new LabelBody(it.account().toString(), it.label().name(), it.total(), it.unread());
    }
}
