package org.waxwing.web.rest.contact;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.waxwing.domain.screening.Contact;

/**
 * Somebody with whom mail was exchanged.
 *
 * @param name as it was last spelt; empty when nobody ever gave one
 * @param received messages that came from them
 * @param sent messages that went to them
 */
@Schema(name = "Contact")
public record ContactBody(String name, String email, long received, long sent, Instant lastAt) {
    static ContactBody of(Contact contact) {
        return new ContactBody(
                contact.address().name().onOneLine().value(),
                contact.address().address(),
                contact.received(),
                contact.sent(),
                contact.lastAt());
    }
}
