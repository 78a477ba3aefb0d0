package org.waxwing.mail.imap;

import java.util.concurrent.ThreadFactory;
import org.waxwing.domain.account.ServerEndpoint;
import org.waxwing.domain.account.SignIn;
import org.waxwing.domain.sync.MailProvider;

/** Mail at an IMAP server. Thread-safe; holds no connection between calls. */
public final class ImapMailProvider implements MailProvider {
    private final ImapSettings settings;
    private final ThreadFactory watchers;

    /** A provider whose watches wait in virtual threads. */
    public ImapMailProvider(ImapSettings settings) {
        this(settings, Thread.ofVirtual().name("imap-watch-", 0).factory());
    }

    /** @param watchers makes the thread in which a watch waits and calls its listener, one each */
    public ImapMailProvider(ImapSettings settings, ThreadFactory watchers) {
        this.settings = settings;
        this.watchers = watchers;
    }

    @Override
    public void verify(ServerEndpoint incoming, SignIn signIn) {
        ImapConnection.open(incoming, signIn, settings).close();
    }

    @Override
    public Session open(ServerEndpoint incoming, SignIn signIn) {
        return new ImapSession(
                () -> ImapConnection.open(incoming, signIn, settings));
    }

    @Override
    public Watch watch(ServerEndpoint incoming, SignIn signIn, WatchListener listener) {
        return InboxWatch.over(ImapConnection.open(incoming, signIn, settings), settings, watchers, listener);
    }
}
