package org.waxwing.domain.mailbox;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of a message as the server gave them (RFC 5322), to be read as often as needed without holding them. */
public interface RawMessage {
    /** A message small enough to be held; the bytes are not copied. */
    static RawMessage of(byte[] bytes) {
        return new RawMessage() {
            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }

            @Override
            public long size() {
                return bytes.length;
            }
        };
    }

    /** The bytes from their start; the caller closes. */
    InputStream open() throws IOException;

    /** How many bytes there are. */
    long size();
}
