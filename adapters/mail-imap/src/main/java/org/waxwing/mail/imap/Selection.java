package org.waxwing.mail.imap;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.sync.ConnectionProblem;
import org.waxwing.domain.sync.MailProviderException;
import org.waxwing.domain.sync.SyncPoint;
import org.waxwing.domain.sync.UidValidity;

/**
 * The folder that is open on a connection.
 *
 * @param path empty when none is
 * @param point where it stood when it was opened
 * @param writable whether it was opened for changes, and the server lets us make them
 * @param flags the flags that can be kept there, as the server writes them; {@code \*} among them when new ones can
 */
record Selection(String path, SyncPoint point, boolean writable, List<String> flags) {
    static final Selection NONE = new Selection("", new SyncPoint(new UidValidity(1), 0, 0, 0), false, List.of());
    private static final String ANY = "\\*";

    Selection {
        flags = List.copyOf(flags);
    }

    /**
     * Opens a folder for looking (RFC 9051 §6.3.3).
     *
     * @throws RefusedException the server does not open it
     */
    static Selection toLook(Wire wire, String path, FolderName name) throws RefusedException {
        return of(wire, "EXAMINE", path, name, false);
    }

    /**
     * Opens a folder for changes (RFC 9051 §6.3.2).
     *
     * @throws RefusedException the server does not open it
     */
    static Selection toChange(Wire wire, String path, FolderName name) throws RefusedException {
        return of(wire, "SELECT", path, name, true);
    }

    private static Selection of(Wire wire, String command, String path, FolderName name, boolean toChange)
            throws RefusedException {
        var arguments = name.argument();
        // from then on each change raises the mod-sequence, which some servers begin to keep only now (RFC 7162 §3.1.8)
        if (wire.hasCapability("CONDSTORE")) arguments.writeArgument(new Argument().writeAtom("CONDSTORE"));
        try {
            return new Answer().of(wire.ask(command, arguments)).selection(path, toChange);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            // without a UIDVALIDITY nothing can be told apart from one look to the next
            throw new MailProviderException(ConnectionProblem.CONNECTION_LOST);
        }
    }

    UidValidity validity() {
        return point.validity();
    }

    /** How many messages it had when it was opened; -1 when the server did not tell. */
    long exists() {
        return point.messages();
    }

    /** How the server writes a keyword as a flag; nothing when it does not keep that one. */
    Optional<String> flagFor(Keyword keyword) {
        var system = Keywords.systemFlag(keyword);
        var wanted = system.isEmpty() ? keyword.name() : system;
        var listed = flags.stream().filter(wanted::equalsIgnoreCase).findFirst();
        if (listed.isPresent()) return listed;
        boolean open = flags.isEmpty() || (system.isEmpty() && flags.contains(ANY));
        return open && (!system.isEmpty() || Keywords.isFlag(keyword)) ? Optional.of(wanted) : Optional.empty();
    }

    /** What a server tells while it opens a folder. */
    private static final class Answer {
        private long validity;
        private long uidNext;
        private long modSeq;
        private long exists = -1;
        private boolean readOnly;
        private List<String> flags = List.of();

        Answer of(Response[] responses) {
            for (var response : responses) {
                if (!(response instanceof IMAPResponse told)) continue;
                if (told.keyEquals("EXISTS")) exists = Math.max(-1, told.getNumber());
                else if (told.isOK()) code(told);
            }
            return this;
        }

        private void code(IMAPResponse response) {
            response.skipSpaces();
            if (response.readByte() != '[') return;
            var code = response.readAtom();
            switch (code == null ? "" : code.toUpperCase(Locale.ROOT)) {
                case "UIDVALIDITY" -> validity = response.readLong();
                case "UIDNEXT" -> uidNext = response.readLong();
                case "HIGHESTMODSEQ" -> modSeq = response.readLong();
                case "READ-ONLY" -> readOnly = true;
                case "PERMANENTFLAGS" -> {
                    response.skipSpaces();
                    var listed = response.readSimpleList();
                    // an empty list means none, unlike no list at all
                    flags = listed == null || listed.length == 0 ? List.of("") : List.of(listed);
                }
                default -> {
                    // of no concern here
                }
            }
        }

        Selection selection(String path, boolean toChange) {
            return new Selection(
                    path,
                    new SyncPoint(new UidValidity(validity), Math.max(0, uidNext), exists, Math.max(0, modSeq)),
                    toChange && !readOnly,
                    flags);
        }
    }
}
