package org.waxwing.domain.mailbox;

import org.waxwing.domain.content.UntrustedText;

/**
 * A header field of a message (RFC 5322 §2.2) to be read by people.
 *
 * @param name as it is written
 * @param value unfolded, its encoded words decoded
 */
public record HeaderField(UntrustedText name, UntrustedText value) {
    private static final int LONGEST_NAME = 200;

    public HeaderField {
        name = name.onOneLine().clipped(LONGEST_NAME);
        value = value.onOneLine();
    }
}
