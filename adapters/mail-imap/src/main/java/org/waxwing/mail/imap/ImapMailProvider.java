package org.waxwing.mail.imap;

import org.waxwing.domain.account.ServerEndpoint;
import org.waxwing.domain.account.SignIn;
import org.waxwing.domain.sync.MailProvider;

/** Mail at an IMAP server. Thread-safe; holds no connection between calls. */
public final class ImapMailProvider implements MailProvider {
    private final ImapSettings settings;

    public ImapMailProvider(ImapSettings settings) {
        this.settings = settings;
    }

    @Override
    public void verify(ServerEndpoint incoming, SignIn signIn) {
        ImapConnection.open(incoming, signIn, settings).close();
    }

    @Override
    public Session open(ServerEndpoint incoming, SignIn signIn) {
        return new ImapSession(() -> ImapConnection.open(incoming, signIn, settings));
    }

    @Override
    public Watch watch(ServerEndpoint incoming, SignIn signIn, WatchListener listener) {
        return InboxWatch.over(ImapConnection.open(incoming, signIn, settings), settings, listener);
    }
}
