package org.waxwing.mail.imap;

import java.nio.charset.StandardCharsets;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.ParsingException;
import org.eclipse.angus.mail.imap.protocol.MailboxInfo;
import org.waxwing.domain.sync.ConnectionProblem;
import org.waxwing.domain.sync.MailProviderException;
import org.waxwing.domain.sync.UidValidity;

/**
 * The folder that is open on a connection.
 *
 * @param path empty when none is
 * @param exists how many messages it had when it was opened
 */
record Selection(String path, UidValidity validity, long exists) {
    static final Selection NONE = new Selection("", new UidValidity(1), 0);

    /** Opens a folder for looking (RFC 9051 §6.3.3). */
    static Selection of(Wire wire, String path, FolderName name) {
        var arguments = new Argument();
        // each character stands for one byte
        arguments.writeString(name.wire(), StandardCharsets.ISO_8859_1);
        try {
            var info = new MailboxInfo(wire.ask("EXAMINE", arguments));
            // an unknown number is not none: that would look as if all mail were gone
            if (info.total < 0) throw new MailProviderException(ConnectionProblem.CONNECTION_LOST);
            return new Selection(path, new UidValidity(info.uidvalidity), info.total);
        } catch (RefusedException e) {
            throw new MailProviderException(
                    e.isThrottling() ? ConnectionProblem.THROTTLED : ConnectionProblem.CONNECTION_LOST);
        } catch (ParsingException | IllegalArgumentException | IndexOutOfBoundsException e) {
            // without a UIDVALIDITY nothing can be told apart from one look to the next
            throw new MailProviderException(ConnectionProblem.CONNECTION_LOST);
        }
    }
}
