package org.waxwing.bootstrap.bench.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import org.waxwing.bootstrap.demo.mime.TransferEncoding;

/** How a mail program writes text. */
record Coding(Charset charset, TransferEncoding encoding) {
    private static final Coding ANYTHING = new Coding(UTF_8, TransferEncoding.BASE64);

    static Coding of(String charset, TransferEncoding encoding) {
        return new Coding(Charset.forName(charset), encoding);
    }

    /** This one, or UTF-8 when it cannot write the text. */
    Coding fitFor(String text) {
        return charset.newEncoder().canEncode(text) ? this : ANYTHING;
    }

    /** The same for HTML, whose lines are too long to go as they are. */
    Coding forHtml() {
        return encoding == TransferEncoding.BASE64 ? this : new Coding(charset, TransferEncoding.QUOTED_PRINTABLE);
    }
}
