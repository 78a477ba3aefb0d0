package org.waxwing.domain.mailbox;

import java.io.IOException;
import java.io.InputStream;

/** The bytes of a message as the server gave them (RFC 5322), to be read as often as needed without holding them. */
public interface RawMessage {
    /** The bytes from their start; the caller closes. */
    InputStream open() throws IOException;

    /** How many bytes there are. */
    long size();
}
