package org.waxwing.domain.identity;

import java.util.Locale;
import org.waxwing.domain.content.UntrustedText;

/**
 * A display name and an addr-spec (RFC 5322 §3.4), as a message gives them. The address is kept as written, because
 * mail is full of broken ones; {@link #isDeliverable()} tells whether it has the shape that mail can be sent to.
 *
 * @param name what the sender calls the person; empty when the message gives none
 * @param address the addr-spec; empty when there is none, as in a group without members
 */
public record EmailAddress(UntrustedText name, String address) {
    private static final int LONGEST = 320;

    public EmailAddress {
        address = new UntrustedText(address).onOneLine().clipped(LONGEST).value();
    }

    /** The address alone, without a name. */
    public static EmailAddress of(String address) {
        return new EmailAddress(UntrustedText.EMPTY, address);
    }

    /** Whether it has a local part and a domain, without spaces or brackets: enough to try it. */
    public boolean isDeliverable() {
        int at = address.lastIndexOf('@');
        return at > 0 && at < address.length() - 1 && address.chars().noneMatch(c -> " <>(),;:\"[]".indexOf(c) >= 0);
    }

    /** The part behind the last {@code @}, in lower case; empty when there is none. */
    public String domain() {
        int at = address.lastIndexOf('@');
        return at < 0 ? "" : address.substring(at + 1).toLowerCase(Locale.ROOT);
    }

    /** The address in the form that tells two mailboxes apart: lower case throughout. */
    public String key() {
        return address.toLowerCase(Locale.ROOT);
    }

    /** What to call the person: the name, or the address when there is no name. */
    public UntrustedText label() {
        var called = name.onOneLine();
        return called.isBlank() ? new UntrustedText(address) : called;
    }
}
