package org.waxwing.mail.imap;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.waxwing.domain.sync.ConnectionProblem;
import org.waxwing.domain.sync.MailProvider;
import org.waxwing.domain.sync.MailProviderException;
import org.waxwing.domain.sync.MailboxRefusedException;
import org.waxwing.domain.sync.MailboxSnapshot;
import org.waxwing.domain.sync.RemoteMailbox;
import org.waxwing.domain.sync.Uid;
import org.waxwing.domain.sync.UidValidity;

/** One signed-in connection, replaced by another when one message has broken it. Looks only: folders are EXAMINEd. */
final class ImapSession implements MailProvider.Session {
    private final Supplier<ImapConnection> connect;
    private final Keywords keywords = new Keywords();
    private ImapConnection connection;
    private Map<String, FolderName> names = Map.of();
    private Selection selection = Selection.NONE;

    ImapSession(Supplier<ImapConnection> connect) {
        this.connect = connect;
        this.connection = connect.get();
    }

    @Override
    public List<RemoteMailbox> mailboxes() {
        var listing = FolderListing.of(wire());
        names = listing.names();
        return listing.mailboxes();
    }

    /**
     * {@inheritDoc}
     *
     * <p>Messages marked {@code \Deleted} count as gone: their owner has deleted them, and other programs show them
     * struck through at most until somebody expunges them.
     */
    @Override
    public MailboxSnapshot snapshot(String path) {
        selection = select(path);
        // an unknown number is not none: that would look as if all mail were gone
        if (selection.exists() < 0) throw new MailProviderException(ConnectionProblem.CONNECTION_LOST);
        var snapshot = Snapshot.of(wire(), selection.exists(), keywords);
        if (!snapshot.isComplete()) {
            // some were expunged meanwhile, or the answer was broken: what is missing would be taken for gone
            selection = select(path);
            snapshot = Snapshot.of(wire(), selection.exists(), keywords);
            if (snapshot.isImplausible()) throw new MailProviderException(ConnectionProblem.CONNECTION_LOST);
        }
        return new MailboxSnapshot(selection.validity(), snapshot.messages());
    }

    @Override
    public Set<Uid> fetch(String path, UidValidity validity, List<Uid> uids, MailProvider.FetchSink sink)
            throws IOException {
        return new MessageFetch(this, path, validity, keywords, sink).fetch(uids);
    }

    /** Makes {@code path} the open folder, unless it is. */
    void open(String path, UidValidity validity) {
        if (!selection.path().equals(path)) selection = select(path);
        // the UIDs we were asked for are void: whoever asked has to look again
        if (!selection.validity().equals(validity)) throw new MailProviderException(ConnectionProblem.CONNECTION_LOST);
    }

    /** Opens the folder again, so that what has gone meanwhile is seen to be gone (RFC 2180 §4.1). */
    void reopen(String path, UidValidity validity) {
        selection = Selection.NONE;
        open(path, validity);
    }

    /** Signs in once more. */
    void reconnect() {
        selection = Selection.NONE;
        connection.line().close();
        connection = connect.get();
    }

    private Selection select(String path) {
        var name = names.getOrDefault(path, FolderName.of(path));
        selection = Selection.NONE;
        try {
            return Selection.of(wire(), path, name);
        } catch (RefusedException e) {
            if (e.isThrottling()) throw new MailProviderException(ConnectionProblem.THROTTLED);
            throw new MailboxRefusedException();
        }
    }

    Wire wire() {
        return connection.wire();
    }

    @Override
    public void close() {
        connection.close();
    }
}
