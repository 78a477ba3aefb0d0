package org.waxwing.web.rest.mailbox;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.waxwing.domain.identity.EmailAddress;

/**
 * Somebody in a message.
 *
 * @param name empty when the message gives none
 */
@Schema(name = "Address")
public record AddressBody(String name, String email) {
    /** That somebody. */
    public static AddressBody of(EmailAddress address) {
        return new AddressBody(address.name().onOneLine().value(), address.address());
    }

    /** All of them, in their order. */
    public static List<AddressBody> of(List<EmailAddress> addresses) {
        return addresses.stream().map(AddressBody::of).toList();
    }
}
