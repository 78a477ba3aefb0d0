package org.waxwing.web.rest.mailbox;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.waxwing.domain.reading.AccountLabel;

/** A label that messages of an account carry. */
@Schema(name = "Label")
public record LabelBody(String accountId, String name) {
    static LabelBody of(AccountLabel it) {
        return new LabelBody(it.account().toString(), it.label().name());
    }
}
