package org.waxwing.mail.network;

import java.io.Closeable;
import java.io.IOException;

/** Ends of connections that are over in any case. */
public final class Closing {
    private Closing() {}

    /** Closes it; that it goes badly is nobody's concern any more. */
    public static void quietly(Closeable closeable) {
        try {
            closeable.close();
        } catch (IOException e) {
            System.getLogger(Closing.class.getName()).log(System.Logger.Level.TRACE, "A connection closed badly");
        }
    }
}
