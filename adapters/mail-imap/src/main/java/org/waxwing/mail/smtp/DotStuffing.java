package org.waxwing.mail.smtp;

import java.io.IOException;
import java.io.OutputStream;

/** The text of a message as it goes over the wire: lines end in CRLF, a dot at the start of one is doubled (RFC 5321 §4.5.2). */
final class DotStuffing {
    private final OutputStream out;
    private int last = '\n';

    DotStuffing(OutputStream out) {
        this.out = out;
    }

    void write(byte[] bytes, int length) throws IOException {
        for (int i = 0; i < length; i++) {
            int b = bytes[i];
            // a line break is CRLF and nothing else, or two servers could see two different ends
            if (last == '\r' && b != '\n') endLine();
            if (b == '\n') endLine();
            else
                if (b != '\r') {
                    if (last == '\n' && b == '.') out.write('.');
                    out.write(b);
                    last = b;
                } else last = b;
        }
    }

    private void endLine() throws IOException {
        out.write('\r');
        out.write('\n');
        last = '\n';
    }

    /** Ends the last line. */
    void finish() throws IOException {
        if (last != '\n') endLine();
    }
}
