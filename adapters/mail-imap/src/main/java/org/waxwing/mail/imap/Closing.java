package org.waxwing.mail.imap;

import java.io.Closeable;
import java.io.IOException;

/** Ends of connections that are over in any case. */
final class Closing {
    private Closing() {}

    static void quietly(Closeable closeable) {
        try {
            closeable.close();
        } catch (IOException e) {
            System.getLogger(Closing.class.getName()).log(System.Logger.Level.TRACE, "A connection closed badly");
        }
    }
}
