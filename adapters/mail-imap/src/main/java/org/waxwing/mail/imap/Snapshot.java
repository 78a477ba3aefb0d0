package org.waxwing.mail.imap;

import jakarta.mail.Flags;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.eclipse.angus.mail.imap.protocol.FLAGS;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.eclipse.angus.mail.imap.protocol.UID;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.sync.ConnectionProblem;
import org.waxwing.domain.sync.MailProviderException;
import org.waxwing.domain.sync.Uid;

/**
 * The UIDs and flags of a whole folder, by one command.
 *
 * @param answered of how many messages the server told
 * @param exists how many it said there are
 */
record Snapshot(Map<Uid, Set<Keyword>> messages, long answered, long exists) {
    static final int MOST_MESSAGES = 5_000_000;

    static Snapshot of(Wire wire, long exists, Keywords keywords) {
        var messages = new HashMap<Uid, Set<Keyword>>();
        var deleted = new HashSet<Uid>();
        // an empty folder has no message that 1:* could mean
        if (exists == 0) return new Snapshot(messages, 0, isEmpty(wire) ? 0 : 1);
        try {
            wire.fetch("UID FETCH 1:* (FLAGS)", response -> add(messages, deleted, response, keywords));
            return new Snapshot(messages, messages.size() + (long) deleted.size(), exists);
        } catch (RefusedException e) {
            throw new MailProviderException(
                    e.isThrottling() ? ConnectionProblem.THROTTLED : ConnectionProblem.CONNECTION_LOST);
        } catch (Wire.TakerException e) {
            throw new MailProviderException(ConnectionProblem.CONNECTION_LOST);
        }
    }

    /** Whether the server still says so when asked in another way: all our copies hang on it. */
    private static boolean isEmpty(Wire wire) {
        try {
            for (var response : wire.ask("UID SEARCH ALL"))
                if (response instanceof IMAPResponse found && found.keyEquals("SEARCH") && found.readLong() > 0)
                    return false;
            return true;
        } catch (RefusedException e) {
            if (e.isThrottling()) throw new MailProviderException(ConnectionProblem.THROTTLED);
            return true;
        }
    }

    boolean isComplete() {
        return answered >= exists;
    }

    boolean isImplausible() {
        return answered * 2 < exists;
    }

    private static void add(
            Map<Uid, Set<Keyword>> messages, Set<Uid> deleted, FetchResponse response, Keywords keywords)
            throws IOException {
        var flags = response.getItem(FLAGS.class);
        // a change of flags that the server mentions in between has no UID
        if (flags == null || !isUid(response)) return;
        var uid = uidOf(response);
        if (flags.contains(Flags.Flag.DELETED)) {
            messages.remove(uid);
            deleted.add(uid);
        } else {
            messages.put(uid, keywords.of(flags));
            deleted.remove(uid);
        }
        if (messages.size() + deleted.size() > MOST_MESSAGES) throw new IOException("A folder without end");
    }

    /** Whether a response tells which message it is about. */
    static boolean isUid(FetchResponse response) {
        var uid = response.getItem(UID.class);
        return uid != null && uid.uid >= 1 && uid.uid <= 0xFFFF_FFFFL;
    }

    static Uid uidOf(FetchResponse response) {
        return new Uid(response.getItem(UID.class).uid);
    }
}
