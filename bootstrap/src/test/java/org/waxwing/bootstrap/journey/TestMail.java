package org.waxwing.bootstrap.journey;

import com.icegreen.greenmail.imap.AuthorizationException;
import com.icegreen.greenmail.imap.ImapConstants;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ConcurrentModificationException;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** A mail server in memory, on a free port, whose mailboxes tests fill with exactly the bytes they want. */
final class TestMail implements AutoCloseable {
    private final GreenMail server;

    private TestMail(GreenMail server) {
        this.server = server;
    }

    static TestMail start() {
        var server = new GreenMail(new ServerSetup[]{
                new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP),
                new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP)
        });
        server.start();
        return new TestMail(server);
    }

    int port() {
        return server.getImap().getPort();
    }

    /** The port that takes mail for its mailboxes. */
    int smtpPort() {
        return server.getSmtp().getPort();
    }

    /** Makes a mailbox whose address is {@code login@example.org}, with the login as its password. */
    Box box(String login) {
        try {
            return new Box(server.getUserManager().createUser(login + "@example.org", login, login));
        } catch (UserException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }

    /** One person's mailbox. */
    final class Box {
        private static final int LOOKS = 20;

        private final GreenMailUser user;

        private Box(GreenMailUser user) {
            this.user = user;
        }

        /** Puts a message into the inbox, as it is. */
        Box has(byte[] source) {
            return has(ImapConstants.INBOX_NAME, source);
        }

        /** Puts a message into a folder, as it is; the folder is made when it is not there. */
        @SuppressWarnings("JavaUtilDate") // what the mail API wants
        Box has(String path, byte[] source) {
            try {
                var message = new MimeMessage(
                        Session.getInstance(new Properties()), new ByteArrayInputStream(source));
                folder(path).appendMessage(message, new Flags(), new Date());
                return this;
            } catch (MessagingException | FolderException | AuthorizationException e) {
                throw new IllegalStateException(e);
            }
        }

        Box has(String source) {
            return has(source.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
        }

        /** What the messages of a folder are about, in alphabetical order; none when there is no such folder. */
        List<String> subjects(String path) {
            return subjects(path, flags -> true);
        }

        /** The messages of the inbox as they came, in the order in which they did. */
        List<MimeMessage> inbox() {
            var folder = server.getManagers().getImapHostManager().getFolder(user, ImapConstants.INBOX_NAME);
            return undisturbed(folder::getNonDeletedMessages).stream().map(StoredMessage::getMimeMessage).toList();
        }

        /** Those of them that were read. */
        List<String> seen(String path) {
            return subjects(path, flags -> flags.contains(Flags.Flag.SEEN));
        }

        /** Those of them that carry a star. */
        List<String> starred(String path) {
            return subjects(path, flags -> flags.contains(Flags.Flag.FLAGGED));
        }

        private List<String> subjects(String path, Predicate<Flags> wanted) {
            var folder = server.getManagers().getImapHostManager().getFolder(user, path);
            if (folder == null) return List.of();
            return undisturbed(folder::getNonDeletedMessages).stream()
                    .filter(message -> wanted.test(message.getFlags()))
                    .map(Box::subject)
                    .sorted()
                    .toList();
        }

        // the server goes through its messages as if nobody moved them meanwhile
        private static <T> T undisturbed(Supplier<T> look) {
            for (int i = 1;; i++)
                try {
                    return look.get();
                } catch (ConcurrentModificationException e) {
                    if (i == LOOKS) throw e;
                }
        }

        private static String subject(StoredMessage message) {
            try {
                return message.getMimeMessage().getSubject();
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }

        private MailFolder folder(String path) throws FolderException, AuthorizationException {
            var manager = server.getManagers().getImapHostManager();
            var there = manager.getFolder(user, path);
            return there != null ? there : manager.createMailbox(user, path);
        }
    }
}
