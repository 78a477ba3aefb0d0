package org.waxwing.bootstrap.demo.server;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.imap.ImapHostManagerImpl;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

/** GreenMail speaking IMAP and SMTP on 127.0.0.1 over a {@link KeptStore}, with refusal of unknown recipients. */
final class LoopbackMail extends GreenMail {
    static final String LOOPBACK = "127.0.0.1";

    LoopbackMail(int imapPort, int smtpPort, KeptStore store, Runnable changed) {
        super(new ServerSetup[] {
            new ServerSetup(imapPort, LOOPBACK, ServerSetup.PROTOCOL_IMAP),
            new ServerSetup(smtpPort, LOOPBACK, ServerSetup.PROTOCOL_SMTP)
        });
        // start() builds its services from this field, so what the parent's constructor put there is never used.
        managers = new KeptManagers(new Subscriptions(store, changed));
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
