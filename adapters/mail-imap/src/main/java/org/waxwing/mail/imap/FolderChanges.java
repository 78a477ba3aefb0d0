package org.waxwing.mail.imap;

import java.util.List;
import org.waxwing.domain.sync.RemoteChange.Outcome;
import org.waxwing.domain.sync.RemoteChange.Refusal;
import org.waxwing.domain.sync.RemoteMailbox;

/**
 * Makes, renames and removes folders, with their subscriptions (RFC 9051 §6.3.4 to §6.3.8). A refusal is understood by
 * looking at what is there: few servers say whether what they were asked for has been done before.
 */
final class FolderChanges {
    private static final int MOST_SUBSCRIPTIONS = 200;

    private final ImapSession session;

    FolderChanges(ImapSession session) {
        this.session = session;
    }

    Outcome create(String path) throws RefusedException {
        var name = session.nameOf(path);
        try {
            session.wire().ask("CREATE", name.argument());
        } catch (RefusedException e) {
            if (e.isPuttingOff()) throw e;
            if (!isThere(path)) {
                if (!createAbove(path)) throw e;
                session.wire().ask("CREATE", name.argument());
            }
        }
        tryTo("SUBSCRIBE", name);
        return Outcome.Done.SILENTLY;
    }

    /** Makes the folders above one, for servers that do not by themselves; whether there are any. */
    private boolean createAbove(String path) {
        var delimiter = delimiter();
        if (delimiter.isEmpty()) return false;
        boolean some = false;
        for (int cut = path.indexOf(delimiter); cut > 0; cut = path.indexOf(delimiter, cut + 1)) {
            tryTo("CREATE", session.nameOf(path.substring(0, cut)));
            some = true;
        }
        return some;
    }

    Outcome rename(String path, String target) throws RefusedException {
        if (path.equals(FolderRoles.INBOX)) return new Outcome.Refused(Refusal.NOT_PERMITTED);
        var below = below(path);
        var from = session.nameOf(path);
        var to = session.nameOf(target);
        session.leave();
        try {
            session.wire().ask("RENAME", from.argument().append(to.argument()));
        } catch (RefusedException e) {
            if (e.isPuttingOff()) throw e;
            boolean there = isThere(target);
            boolean waits = session.listing().names().containsKey(path);
            if (waits && there) return new Outcome.Refused(Refusal.ALREADY_EXISTS);
            if (waits) {
                // RFC 9051 §6.3.6 wants the folders above made; not every server does
                if (!createAbove(target)) return new Outcome.Refused(e.why());
                session.wire().ask("RENAME", from.argument().append(to.argument()));
            } else if (!there) {
                return new Outcome.Refused(Refusal.NO_SUCH_MAILBOX);
            }
            // else it has been done before
        }
        subscribe(path, target, below);
        return Outcome.Done.SILENTLY;
    }

    private List<String> below(String path) {
        var delimiter = delimiter();
        return delimiter.isEmpty()
                ? List.of()
                : session.listing().names().keySet().stream()
                        .filter(it -> it.startsWith(path + delimiter))
                        .limit(MOST_SUBSCRIPTIONS)
                        .toList();
    }

    private void subscribe(String path, String target, List<String> below) {
        tryTo("UNSUBSCRIBE", session.nameOf(path));
        tryTo("SUBSCRIBE", session.nameOf(target));
        for (var child : below) {
            tryTo("UNSUBSCRIBE", session.nameOf(child));
            tryTo("SUBSCRIBE", session.nameOf(target + child.substring(path.length())));
        }
    }

    Outcome drop(String path) throws RefusedException {
        if (path.equals(FolderRoles.INBOX)) return new Outcome.Refused(Refusal.NOT_PERMITTED);
        var name = session.nameOf(path);
        session.leave();
        try {
            session.wire().ask("DELETE", name.argument());
        } catch (RefusedException e) {
            if (e.isPuttingOff() || isThere(path)) throw e;
        }
        tryTo("UNSUBSCRIBE", name);
        return Outcome.Done.SILENTLY;
    }

    /** Whether a folder that can hold messages is there now. */
    private boolean isThere(String path) {
        return session.mailboxes().stream().anyMatch(it -> it.path().equals(path) && it.selectable());
    }

    private String delimiter() {
        var listing = session.listing();
        return listing.mailboxes().stream()
                .map(RemoteMailbox::delimiter)
                .filter(it -> it != 0)
                .findFirst()
                .map(String::valueOf)
                .orElse("");
    }

    /** Does what is good to have done, and no reason to stop where it is refused. */
    private void tryTo(String command, FolderName name) {
        try {
            session.wire().ask(command, name.argument());
        } catch (RefusedException e) {
            System.getLogger(FolderChanges.class.getName()).log(System.Logger.Level.DEBUG, "{0} was refused", command);
        }
    }
}
