package org.waxwing.bootstrap.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.UIDFolder;
import jakarta.mail.event.MessageCountAdapter;
import jakarta.mail.event.MessageCountEvent;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waxwing.bootstrap.demo.world.DemoOwner;

class DemoMailServerTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-18T13:20:00Z"), ZoneOffset.UTC);

    @TempDir
    Path data;

    @Test
    void is_the_same_after_a_restart() throws Exception {
        List<String> before;
        try (var server = start()) {
            try (var store = signedIn(server, "bob")) {
                var inbox = opened(store, "INBOX", Folder.READ_WRITE);
                inbox.getMessage(1).setFlag(Flags.Flag.FLAGGED, true);
                inbox.getMessage(2).setFlags(new Flags("$label1"), true);
                inbox.getMessage(3).setFlag(Flags.Flag.DELETED, true);
                inbox.expunge();
                inbox.getMessage(inbox.getMessageCount()).setFlag(Flags.Flag.DELETED, true);
                inbox.close(true);
                assertThat(store.getFolder("Neue Töne").create(Folder.HOLDS_MESSAGES)).isTrue();
                var trash = opened(store, "Trash", Folder.READ_WRITE);
                trash.copyMessages(new Message[]{trash.getMessage(1)}, store.getFolder("Neue Töne"));
            }
            send(server, "bob@waxwing.example");
            before = everything(server, "bob");
        }

        try (var server = start()) {
            assertThat(everything(server, "bob")).isEqualTo(before);
        }
    }

    @Test
    void holds_the_generated_mail_of_everybody_at_the_first_start() throws Exception {
        try (var server = start()) {
            for (var owner : DemoOwner.values()) {
                try (var store = signedIn(server, owner.login())) {
                    assertThat(store.getDefaultFolder().list("*"))
                            .extracting(Folder::getName)
                            .contains("INBOX", "Drafts", "Sent", "Junk", "Trash");
                    assertThat(opened(store, "INBOX", Folder.READ_ONLY).getMessageCount())
                            .isPositive();
                }
            }
        }
    }

    @Test
    void announces_mail_that_comes_by_smtp_to_those_who_idle() throws Exception {
        try (var server = start();
                var store = signedIn(server, "alice")) {
            var inbox = (IMAPFolder) opened(store, "INBOX", Folder.READ_ONLY);
            var announced = new CountDownLatch(1);
            inbox.addMessageCountListener(new MessageCountAdapter() {
                @Override
                public void messagesAdded(MessageCountEvent event) {
                    announced.countDown();
                }
            });
            var idler = Thread.ofVirtual().start(() -> {
                try {
                    while (announced.getCount() > 0) inbox.idle(true);
                } catch (MessagingException closed) {
                    announced.getCount();
                }
            });

            // GreenMail listens to the folder a moment after it has said that it idles: mail that falls into
            // this moment is announced with the next one.
            var attempts = 0;
            do {
                send(server, "alice@waxwing.example");
                attempts++;
            } while (!announced.await(2, TimeUnit.SECONDS) && attempts < 10);

            assertThat(announced.getCount()).isZero();
            inbox.close(false);
            idler.join();
        }
    }

    @Test
    void refuses_mail_for_people_it_does_not_know() throws Exception {
        try (var server = start()) {
            assertThatThrownBy(() -> send(server, "nobody@waxwing.example"))
                    .isInstanceOf(SendFailedException.class)
                    .hasMessageContaining("Invalid Addresses")
                    .hasStackTraceContaining("550 5.1.1");
        }
    }

    @Test
    void says_which_port_is_taken() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> DemoMailServer.start(data, taken.getLocalPort(), 0, CLOCK))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("Port " + taken.getLocalPort());
        }
    }

    private DemoMailServer start() throws IOException {
        return DemoMailServer.start(data, 0, 0, CLOCK);
    }

    private static Store signedIn(DemoMailServer server, String login) throws MessagingException {
        var store = Session.getInstance(new Properties()).getStore("imap");
        store.connect("127.0.0.1", server.imapPort(), login, login);
        return store;
    }

    private static Folder opened(Store store, String name, int mode) throws MessagingException {
        var folder = store.getFolder(name);
        folder.open(mode);
        return folder;
    }

    private static void send(DemoMailServer server, String recipient) throws MessagingException {
        var properties = new Properties();
        properties.setProperty("mail.smtp.auth", "true");
        var session = Session.getInstance(properties);
        var mail = new MimeMessage(session);
        mail.setFrom(new InternetAddress("bob@waxwing.example"));
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress(recipient));
        mail.setSubject("By the front door");
        mail.setText("Hello");
        try (var transport = session.getTransport("smtp")) {
            transport.connect("127.0.0.1", server.smtpPort(), "bob", "bob");
            mail.saveChanges();
            transport.sendMessage(mail, mail.getAllRecipients());
        }
    }

    /** Folders, UIDVALIDITY, UIDNEXT and for each message UID, date, flags and source, as a client sees them. */
    private static List<String> everything(DemoMailServer server, String login) throws Exception {
        var lines = new ArrayList<String>();
        try (var store = signedIn(server, login)) {
            for (var folder : store.getDefaultFolder().list("*")) {
                if ((folder.getType() & Folder.HOLDS_MESSAGES) == 0) continue;
                folder.open(Folder.READ_ONLY);
                var uids = (UIDFolder) folder;
                lines.add(folder.getFullName() + " " + uids.getUIDValidity() + " " + uids.getUIDNext() + " "
                        + folder.isSubscribed());
                for (var message : folder.getMessages()) {
                    var source = new ByteArrayOutputStream();
                    message.writeTo(source);
                    lines.add(uids.getUID(message) + " " + message.getReceivedDate().toInstant() + " "
                            + flags(message) + " " + Arrays.hashCode(source.toByteArray()));
                }
                folder.close(false);
            }
        }
        return lines;
    }

    private static String flags(Message message) throws MessagingException {
        var flags = new TreeMap<String, Boolean>();
        flags.put("answered", message.isSet(Flags.Flag.ANSWERED));
        flags.put("deleted", message.isSet(Flags.Flag.DELETED));
        flags.put("draft", message.isSet(Flags.Flag.DRAFT));
        flags.put("flagged", message.isSet(Flags.Flag.FLAGGED));
        flags.put("seen", message.isSet(Flags.Flag.SEEN));
        for (var keyword : message.getFlags().getUserFlags()) flags.put(keyword, true);
        return flags.toString();
    }
}
