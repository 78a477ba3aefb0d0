package org.waxwing.domain.mailbox;

import org.waxwing.domain.content.UntrustedText;

/** The Message-ID header's value without its angle brackets (RFC 5322 §3.6.4); compared as written. */
public record MessageId(String value) {
    // Longer ones exist only in hostile mail, and a database index could not hold them.
    private static final int LONGEST = 900;

    public MessageId {
        value = new UntrustedText(value).onOneLine().clipped(LONGEST).value();
        if (value.isEmpty()) throw new IllegalArgumentException("An empty Message-ID names nothing");
    }
}
