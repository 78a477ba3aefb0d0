package org.waxwing.domain.world;

import org.waxwing.domain.account.ConnectionSecurity;
import org.waxwing.domain.account.Secret;
import org.waxwing.domain.account.ServerEndpoint;
import org.waxwing.domain.account.SignIn;
import org.waxwing.domain.sync.MailProvider;
import org.waxwing.domain.sync.MailProviderContract;

class ScriptedMailServerTest implements MailProviderContract {
    private final ScriptedMailServer server = new ScriptedMailServer(() -> false);

    @Override
    public MailProvider provider() {
        return server;
    }

    @Override
    public ServerEndpoint endpoint() {
        return new ServerEndpoint("imap.example.org", 993, ConnectionSecurity.TLS);
    }

    @Override
    public SignIn signIn() {
        return new SignIn.Password("ada", new Secret("open"));
    }

    @Override
    public void deliver(EmailBuilder email) {
        server.inbox().deliver(email);
    }
}
