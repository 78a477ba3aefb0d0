package org.waxwing.bootstrap.demo.server;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.imap.ImapHandler;
import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.imap.ImapHostManagerImpl;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.server.ProtocolHandler;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.Socket;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** GreenMail speaking IMAP and SMTP on 127.0.0.1 over a {@link KeptStore}, with refusal of unknown recipients. */
final class LoopbackMail extends GreenMail {
    private static final String LOOPBACK = "127.0.0.1";
    /** GreenMail hangs up after 30 s; RFC 9051 §5.4 asks for 30 minutes, RFC 5321 §4.5.3.2.7 for five. */
    private static final Duration IMAP_PATIENCE = Duration.ofMinutes(31);

    private static final Duration SMTP_PATIENCE = Duration.ofMinutes(5);

    LoopbackMail(int imapPort, int smtpPort, KeptStore store, Runnable changed) {
        super(new ServerSetup[]{
                new ServerSetup(imapPort, LOOPBACK, ServerSetup.PROTOCOL_IMAP),
                new ServerSetup(smtpPort, LOOPBACK, ServerSetup.PROTOCOL_SMTP)
        });
        // start() builds its services from this field, so what the parent's constructor put there is never used.
        managers = new KeptManagers(new Subscriptions(store, changed));
    }

    @Override
    protected Map<String, AbstractServer> createServices(ServerSetup[] setups, Managers managers) {
        var services = new HashMap<String, AbstractServer>();
        for (var setup : setups) {
            var protocol = setup.getProtocol();
            services.put(
                    protocol,
                    protocol.equals(ServerSetup.PROTOCOL_IMAP)
                            ? new PromptImap(setup, managers)
                            : new PromptSmtp(setup, managers));
        }
        return services;
    }

    /** The port a started service really listens on. */
    int port(String protocol) {
        var service = services.get(protocol);
        if (service == null) throw new IllegalStateException("Not started: " + protocol);
        return service.getPort();
    }

    private static final class PromptImap extends AbstractServer {
        PromptImap(ServerSetup setup, Managers managers) {
            super(setup, managers);
            setClientSocketTimeout((int) IMAP_PATIENCE.toMillis());
        }

        @Override
        protected ProtocolHandler createProtocolHandler(Socket client) {
            return new PromptConnection(new ImapHandler(
                    managers.getUserManager(), managers.getImapHostManager(), PromptConnection.prompt(client)));
        }
    }

    private static final class PromptSmtp extends SmtpServer {
        PromptSmtp(ServerSetup setup, Managers managers) {
            super(setup, managers);
            setClientSocketTimeout((int) SMTP_PATIENCE.toMillis());
        }

        @Override
        protected ProtocolHandler createProtocolHandler(Socket client) {
            return new PromptConnection(super.createProtocolHandler(PromptConnection.prompt(client)));
        }
    }

    private static final class Subscriptions extends ImapHostManagerImpl {
        private final Runnable changed;

        Subscriptions(KeptStore store, Runnable changed) {
            super(store);
            this.changed = changed;
        }

        @Override
        public void subscribe(GreenMailUser user, String mailboxName) throws FolderException {
            // GreenMail keeps a list, not a set: a second SUBSCRIBE would make LSUB answer twice.
            super.unsubscribe(user, mailboxName);
            super.subscribe(user, mailboxName);
            changed.run();
        }

        @Override
        public void unsubscribe(GreenMailUser user, String mailboxName) throws FolderException {
            super.unsubscribe(user, mailboxName);
            changed.run();
        }
    }

    private static final class KeptManagers extends Managers {
        private final ImapHostManager folders;
        private final UserManager users;
        private final SmtpManager smtp;

        KeptManagers(ImapHostManager folders) {
            this.folders = folders;
            this.users = new UserManager(folders);
            this.smtp = new KnownRecipients(folders, users);
        }

        @Override
        public ImapHostManager getImapHostManager() {
            return folders;
        }

        @Override
        public UserManager getUserManager() {
            return users;
        }

        @Override
        public SmtpManager getSmtpManager() {
            return smtp;
        }
    }
}
