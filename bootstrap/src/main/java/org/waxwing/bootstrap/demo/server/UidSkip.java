package org.waxwing.bootstrap.demo.server;

import com.icegreen.greenmail.store.MailFolder;
import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.Date;

/**
 * Lets a GreenMail folder go on counting at a UID of our choosing, for which it has no method.
 *
 * <p>A folder takes the next UID before it looks at what it is given, so a message that refuses to be marked uses up one
 * UID and leaves nothing behind.
 */
final class UidSkip {
    private static final Date ANY_DATE = Date.from(Instant.EPOCH);

    private UidSkip() {}

    /** @throws IllegalStateException when the folder does not count like that, or is already beyond the UID */
    static void upTo(MailFolder folder, long uid) {
        var unmarkable = new Unmarkable();
        while (folder.getUIDNext() < uid) {
            var before = folder.getUIDNext();
            try {
                folder.appendMessage(unmarkable, new Flags(), ANY_DATE);
            } catch (NumberTaken expected) {
                if (folder.getUIDNext() != before + 1) break;
            }
        }
        if (folder.getUIDNext() != uid) {
            throw new IllegalStateException("UIDNEXT is " + folder.getUIDNext() + " and not " + uid);
        }
    }

    private static final class Unmarkable extends MimeMessage {
        Unmarkable() {
            super((Session) null);
        }

        @Override
        public synchronized void setFlags(Flags flags, boolean set) {
            throw new NumberTaken();
        }
    }

    private static final class NumberTaken extends RuntimeException {
        private static final long serialVersionUID = 1;

        NumberTaken() {
            super("The UID is used up", null, false, false);
        }
    }
}
