package org.waxwing.mail.imap;

import jakarta.mail.Flags;
import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.FLAGS;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.waxwing.domain.sync.ConnectionProblem;
import org.waxwing.domain.sync.MailProvider;
import org.waxwing.domain.sync.MailProviderException;
import org.waxwing.domain.sync.MailboxNews;
import org.waxwing.domain.sync.MailboxRefusedException;
import org.waxwing.domain.sync.RemoteChange;
import org.waxwing.domain.sync.RemoteIds;
import org.waxwing.domain.sync.RemoteMailbox;
import org.waxwing.domain.sync.SyncPoint;
import org.waxwing.domain.sync.Uid;
import org.waxwing.domain.sync.UidValidity;

/**
 * One signed-in connection, replaced by another when one message has broken it. Folders are opened for looking, unless
 * something is to be changed.
 */
final class ImapSession implements MailProvider.Session {
    private static final int MOST_UIDS = 5_000;

    private final Supplier<ImapConnection> connect;
    private final Keywords keywords = new Keywords();
    private final Pace pace = new Pace();
    private ImapConnection connection;
    private FolderListing listing = new FolderListing(List.of(), Map.of(), Map.of());
    private Selection selection = Selection.NONE;
    private String openWhenListed = "";
    private boolean prepared;
    private boolean tellsVanished;

    ImapSession(Supplier<ImapConnection> connect) {
        this.connect = connect;
        this.connection = connect.get();
    }

    @Override
    public List<RemoteMailbox> mailboxes() {
        openWhenListed = selection.path();
        listing = FolderListing.of(wire());
        return listing.mailboxes();
    }

    /**
     * {@inheritDoc}
     *
     * <p>Nor that of the folder which was open then: servers tell what this connection has seen of it so far, not what
     * has come meanwhile (RFC 9051 §6.3.11).
     */
    @Override
    public Map<String, SyncPoint> points() {
        var points = new HashMap<>(listing.points(wire()));
        points.remove(openWhenListed);
        return points;
    }

    /**
     * {@inheritDoc}
     *
     * <p>Messages marked {@code \Deleted} count as gone: their owner has deleted them, and other programs show them
     * struck through at most until somebody expunges them.
     */
    @Override
    public MailboxNews.Whole whole(String path) {
        selection = select(path);
        return whole();
    }

    private MailboxNews.Whole whole() {
        // an unknown number is not none: that would look as if all mail were gone
        if (selection.exists() < 0) throw new MailProviderException(ConnectionProblem.CONNECTION_LOST);
        var snapshot = Snapshot.of(wire(), selection.exists(), keywords);
        if (!snapshot.isComplete()) {
            // some were expunged meanwhile, or the answer was broken: what is missing would be taken for gone
            selection = select(selection.path());
            snapshot = Snapshot.of(wire(), selection.exists(), keywords);
            if (snapshot.isImplausible()) throw new MailProviderException(ConnectionProblem.CONNECTION_LOST);
        }
        return new MailboxNews.Whole(selection.point(), snapshot.messages());
    }

    /**
     * {@inheritDoc}
     *
     * <p>A server with QRESYNC tells all of it. One with CONDSTORE only does not name what has gone: when the number of
     * messages shows that something has, everything is told instead, as only a list of all can show what is missing.
     */
    @Override
    public MailboxNews since(String path, SyncPoint point) {
        selection = select(path);
        if (selection.exists() <= 0 || !News.isKnownSince(point, selection.point())) return whole();
        return News.of(wire(), point, selection.point(), tellsVanished, keywords)
                .<MailboxNews>map(since -> since)
                .orElseGet(this::whole);
    }

    @Override
    public MailProvider.Newest newest(String path, int atMost) {
        selection = select(path);
        var uids = new TreeSet<Uid>(Comparator.comparingLong(Uid::value).reversed());
        if (selection.exists() > 0)
            fetch(
                    "FETCH " + Math.max(1, selection.exists() - atMost + 1) + ":* (UID FLAGS)",
                    response -> {
                        var flags = response.getItem(FLAGS.class);
                        boolean gone = flags != null && flags.contains(Flags.Flag.DELETED);
                        if (Snapshot.isUid(response) && !gone) uids.add(Snapshot.uidOf(response));
                        if (uids.size() > atMost) uids.removeLast();
                    });
        return new MailProvider.Newest(selection.validity(), List.copyOf(uids));
    }

    @Override
    public Map<Uid, RemoteIds> ids(String path, UidValidity validity, Collection<Uid> uids) {
        var items = RemoteIdItems.askedOf(wire());
        if (items.isEmpty() || uids.isEmpty()) return Map.of();
        open(path, validity);
        var ids = new HashMap<Uid, RemoteIds>();
        var wanted = Set.copyOf(uids);
        for (var part : UidSets.parts(wanted.stream().sorted(Comparator.comparingLong(Uid::value)).toList(), MOST_UIDS))
            fetch("UID FETCH " + UidSets.of(part) + " (UID " + items + ')', response -> {
                if (!Snapshot.isUid(response) || !wanted.contains(Snapshot.uidOf(response))) return;
                var told = RemoteIdItems.of(response);
                if (!told.equals(RemoteIds.NONE)) ids.put(Snapshot.uidOf(response), told);
            });
        return ids;
    }

    private void fetch(String command, Wire.FetchTaker to) {
        try {
            wire().fetch(command, to);
        } catch (RefusedException e) {
            throw new MailProviderException(
                    e.isThrottling() ? ConnectionProblem.THROTTLED : ConnectionProblem.CONNECTION_LOST);
        } catch (Wire.TakerException e) {
            throw new MailProviderException(ConnectionProblem.CONNECTION_LOST);
        }
    }

    @Override
    public Set<Uid> fetch(String path, UidValidity validity, List<Uid> uids, MailProvider.FetchSink sink)
            throws IOException {
        if (uids.isEmpty()) return Set.of();
        return new MessageFetch(this, path, validity, keywords, sink).fetch(uids);
    }

    @Override
    public RemoteChange.Outcome carryOut(RemoteChange change) {
        return new Changes(this).carryOut(change);
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

    /**
     * Makes {@code path} the folder that is open for changes.
     *
     * @throws RefusedException it does not open
     */
    Selection openToChange(String path) throws RefusedException {
        if (selection.path().equals(path) && selection.writable()) return selection;
        selection = Selection.NONE;
        prepare();
        selection = Selection.toChange(wire(), path, nameOf(path));
        return selection;
    }

    /**
     * Makes {@code path} the folder that is open for looking, as it is now.
     *
     * @throws RefusedException it does not open
     */
    Selection openToLook(String path) throws RefusedException {
        selection = Selection.NONE;
        prepare();
        selection = Selection.toLook(wire(), path, nameOf(path));
        return selection;
    }

    /** Has no folder open that is about to get another name, or none. */
    void leave() {
        if (selection.path().isEmpty() || selection.path().equals(FolderRoles.INBOX)) return;
        try {
            openToLook(FolderRoles.INBOX);
        } catch (RefusedException e) {
            // then none is open (RFC 9051 §6.3.2), which is as good
            selection = Selection.NONE;
        }
    }

    /** What the server calls a folder: as it listed it, else as it would. */
    FolderName nameOf(String path) {
        var known = listing.names().get(path);
        if (known != null) return known;
        var name = FolderName.of(path);
        // it reads the same in every way there is to write it
        if (name.wire().equals(path)) return name;
        if (listing.names().isEmpty()) {
            mailboxes();
            return listing.names().isEmpty() ? name : nameOf(path);
        }
        boolean plain = listing.names().values().stream().anyMatch(it -> !it.isAscii());
        return plain ? FolderName.plain(path) : name;
    }

    /** All folders as listed last; listed now when they have not been. */
    FolderListing listing() {
        if (listing.names().isEmpty()) mailboxes();
        return listing;
    }

    /** Signs in once more. */
    void reconnect() {
        selection = Selection.NONE;
        prepared = false;
        connection.line().close();
        connection = connect.get();
    }

    private Selection select(String path) {
        try {
            return openToLook(path);
        } catch (RefusedException e) {
            if (e.isThrottling()) throw new MailProviderException(ConnectionProblem.THROTTLED);
            throw new MailboxRefusedException();
        }
    }

    /** Asks to be told what has vanished; possible only before the first folder is opened (RFC 5161 §3.1). */
    private void prepare() {
        if (prepared) return;
        prepared = true;
        tellsVanished = false;
        if (!wire().hasCapability("QRESYNC")) return;
        try {
            for (var response : wire().ask("ENABLE QRESYNC")) tellsVanished |= isConsent(response);
        } catch (RefusedException e) {
            // then it is like one that never offered it
            if (e.isThrottling()) throw new MailProviderException(ConnectionProblem.THROTTLED);
        }
    }

    private static boolean isConsent(Response response) {
        if (!(response instanceof IMAPResponse enabled) || !enabled.keyEquals("ENABLED")) return false;
        return enabled.getRest().toUpperCase(Locale.ROOT).contains("QRESYNC");
    }

    Wire wire() {
        return connection.wire();
    }

    Pace pace() {
        return pace;
    }

    @Override
    public void close() {
        connection.close();
    }
}
