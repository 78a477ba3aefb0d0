package org.waxwing.mail.imap;

import java.io.IOException;
import java.lang.System.Logger;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.waxwing.domain.sync.ConnectionProblem;
import org.waxwing.domain.sync.MailProvider;
import org.waxwing.domain.sync.MailProviderException;

/**
 * A connection whose server tells when something happens in INBOX (RFC 2177), or is asked every so often. One thread
 * each; a virtual one is not pinned while it idles, as no monitor is held around those reads.
 */
final class InboxWatch implements MailProvider.Watch {
    private static final Logger LOG = System.getLogger(InboxWatch.class.getName());
    private static final String INBOX = FolderRoles.INBOX;
    private static final String NOTIFY = "NOTIFY SET (selected (MessageNew MessageExpunge FlagChange))"
            + " (personal (MessageNew MessageExpunge FlagChange MailboxName))";
    private static final Set<String> NEWS = Set.of("EXISTS", "EXPUNGE", "VANISHED", "FETCH", "STATUS", "LIST");

    private final ImapConnection connection;
    private final ImapSettings settings;
    private final MailProvider.WatchListener listener;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicBoolean over = new AtomicBoolean();
    private boolean overflown;

    private InboxWatch(ImapConnection connection, ImapSettings settings, MailProvider.WatchListener listener) {
        this.connection = connection;
        this.settings = settings;
        this.listener = listener;
    }

    /** Opens INBOX and returns when its server has agreed to tell. The connection is closed with the watch. */
    static MailProvider.Watch over(
            ImapConnection connection,
            ImapSettings settings,
            ThreadFactory threads,
            MailProvider.WatchListener listener) {
        var watch = new InboxWatch(connection, settings, listener);
        boolean stands = false;
        try {
            Selection.toLook(connection.wire(), INBOX, new FolderName(INBOX));
            watch.askForOtherFolders();
            var tag = connection.wire().hasCapability("IDLE") ? watch.begin() : "";
            threads.newThread(() -> watch.run(tag)).start();
            stands = true;
            return watch;
        } catch (IOException | ProtocolException e) {
            throw new MailProviderException(ConnectionProblem.CONNECTION_LOST);
        } finally {
            if (!stands) connection.line().close();
        }
    }

    @Override
    public void close() {
        over.set(true);
        closed.countDown();
        connection.line().close();
    }

    /** Asks to be told of the other folders too, where that is offered (RFC 5465 §5). */
    private void askForOtherFolders() {
        if (!connection.wire().hasCapability("NOTIFY")) return;
        try {
            connection.wire().ask(NOTIFY);
        } catch (RefusedException e) {
            // then only the inbox is watched
            LOG.log(Logger.Level.DEBUG, "A server refused NOTIFY");
        }
    }

    /** Sends IDLE; its tag, or nothing when the server would not have it. */
    private String begin() throws IOException, ProtocolException {
        var limit = connection.line().within(settings.readTimeout());
        try {
            return connection.wire().startIdle();
        } catch (RefusedException e) {
            return "";
        } finally {
            limit.met();
        }
    }

    private void run(String tag) {
        try {
            if (tag.isEmpty()) poll();
            else idle(tag);
        } catch (IOException | ProtocolException e) {
            end(ConnectionProblem.CONNECTION_LOST);
        } catch (MailProviderException e) {
            end(e.problem());
        } finally {
            connection.line().close();
        }
    }

    private void end(ConnectionProblem why) {
        if (over.compareAndSet(false, true)) listener.ended(new MailProviderException(why));
    }

    private void idle(String first) throws IOException, ProtocolException {
        var tag = first;
        long renewal = System.nanoTime() + settings.idleRenewal().toNanos();
        while (!over.get()) {
            var left = Duration.ofNanos(Math.max(1_000_000, renewal - System.nanoTime()));
            if (connection.line().speaksWithin(left, settings.readTimeout())) listen();
            if (System.nanoTime() < renewal) continue;
            tag = renew(tag);
            renewal = System.nanoTime() + settings.idleRenewal().toNanos();
            if (tag.isEmpty()) {
                poll();
                return;
            }
        }
    }

    /** Reads what is there, and tells of it once. */
    private void listen() throws IOException, ProtocolException {
        boolean news = false;
        do
            news |= isNews(connection.wire().readResponse());
        while (connection.line().responses().available() > 0);
        if (news) tell();
    }

    private String renew(String tag) throws IOException, ProtocolException {
        var limit = connection.line().within(settings.readTimeout());
        boolean news = false;
        try {
            connection.wire().endIdle();
            Response response;
            do {
                response = connection.wire().readResponse();
                news |= isNews(response);
            } while (!response.isTagged() || !tag.equals(response.getTag()));
        } finally {
            limit.met();
        }
        if (overflown) {
            overflown = false;
            askForOtherFolders();
        }
        var next = begin();
        if (news) tell();
        return next;
    }

    private void poll() throws RefusedException {
        while (!isClosedWithin(settings.pollInterval())) {
            boolean news = false;
            for (var response : connection.wire().ask("NOOP")) news |= isChange(response);
            if (news) tell();
        }
    }

    private boolean isClosedWithin(Duration time) {
        try {
            return closed.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private boolean isNews(Response response) {
        if (response.isBYE()) throw new MailProviderException(Wire.problemOfBye(response));
        boolean change = isChange(response);
        overflown |= change && response.isOK();
        return change;
    }

    private static boolean isChange(Response response) {
        if (!(response instanceof IMAPResponse told) || !told.isUnTagged()) return false;
        // a server that could not keep up with telling says so, and tells no more until asked again
        if (told.isOK()) return told.getRest().toUpperCase(Locale.ROOT).startsWith("[NOTIFICATIONOVERFLOW");
        return told.getKey() != null && NEWS.contains(told.getKey().toUpperCase(Locale.ROOT));
    }

    private void tell() {
        if (over.get()) return;
        try {
            listener.changed();
        } catch (RuntimeException e) {
            // the watch outlives a listener's bad moment; the next change or the next planned pass catches up
            LOG.log(Logger.Level.WARNING, "A watch could not pass on a change", e);
        }
    }
}
