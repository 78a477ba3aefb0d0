package org.waxwing.domain.sending;

import org.waxwing.domain.mailbox.RawMessage;

/**
 * Writes messages (RFC 5322, MIME RFC 2045 to 2049). Whatever stands in a letter, its words end up where they belong and
 * make no header fields of their own. Thread-safe.
 */
public interface MessageWriter {
    /** The bytes of a letter, with the attached originals read when they are asked for; lines end in CRLF. */
    RawMessage write(Letter letter);
}
