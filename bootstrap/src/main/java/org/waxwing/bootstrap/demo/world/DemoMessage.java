package org.waxwing.bootstrap.demo.world;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Instant;
import java.util.Set;

/** One finished message as it lies in a demo mailbox: RFC 5322 octets with CRLF, and what the server knows about it. */
public final class DemoMessage {
    private final String folder;
    private final String messageId;
    private final Instant received;
    private final Set<String> flags;
    private final byte[] source;

    DemoMessage(String folder, String messageId, Instant received, Set<String> flags, byte[] source) {
        this.folder = folder;
        this.messageId = messageId;
        this.received = received;
        this.flags = Set.copyOf(flags);
        this.source = source.clone();
    }

    /** Decoded name with {@code /} between levels: {@code INBOX}, {@code Projekte/Nordhafen}. */
    public String folder() {
        return folder;
    }

    /** The Message-ID header with its angle brackets. */
    public String messageId() {
        return messageId;
    }

    /** IMAP INTERNALDATE: when it came, or was sent. */
    public Instant received() {
        return received;
    }

    /** As on the wire: {@code \Seen}, {@code \Answered}, {@code $Forwarded}. */
    public Set<String> flags() {
        return flags;
    }

    /** Octets of the whole message. */
    public int size() {
        return source.length;
    }

    public InputStream open() {
        return new ByteArrayInputStream(source);
    }
}
