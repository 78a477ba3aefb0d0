package org.waxwing.mail.imap;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.waxwing.domain.account.ConnectionSecurity;
import org.waxwing.domain.account.ServerEndpoint;

/** Another mail program of the same owner, which files mail and reads it. */
record OtherProgram(ServerEndpoint endpoint, String username, String password) {
    private static final Map<String, Flags.Flag> SYSTEM = Map.of(
            "\\Seen",
            Flags.Flag.SEEN,
            "\\Flagged",
            Flags.Flag.FLAGGED,
            "\\Answered",
            Flags.Flag.ANSWERED,
            "\\Deleted",
            Flags.Flag.DELETED);

    void createFolder(String path) throws MessagingException {
        try (var store = store()) {
            store.getFolder(path).create(Folder.HOLDS_MESSAGES);
        }
    }

    void deliver(String path, String message, Instant receivedAt, String... flags) throws MessagingException {
        deliver(path, List.of(message), receivedAt, flags);
    }

    void deliver(String path, List<String> messages, Instant receivedAt, String... flags) throws MessagingException {
        var marks = new Flags();
        for (var flag : flags) {
            var known = SYSTEM.get(flag);
            if (known == null) marks.add(flag);
            else marks.add(known);
        }
        try (var store = store()) {
            var mails = new Message[messages.size()];
            for (int i = 0; i < mails.length; i++) {
                mails[i] = mail(messages.get(i), receivedAt);
                mails[i].setFlags(marks, true);
            }
            store.getFolder(path).appendMessages(mails);
        }
    }

    private static Message mail(String message, Instant receivedAt) throws MessagingException {
        var bytes = new ByteArrayInputStream(message.getBytes(StandardCharsets.ISO_8859_1));
        return new MimeMessage(Session.getInstance(new Properties()), bytes) {
            @Override
            public Date getReceivedDate() {
                return Date.from(receivedAt);
            }
        };
    }

    boolean isSeen(String path, long uid) throws MessagingException {
        try (var store = store(); var folder = (IMAPFolder) store.getFolder(path)) {
            folder.open(Folder.READ_ONLY);
            return folder.getMessageByUID(uid) instanceof IMAPMessage message && message.isSet(Flags.Flag.SEEN);
        }
    }

    void mark(String path, long uid, String flag, boolean present) throws MessagingException {
        try (var store = store()) {
            var folder = (IMAPFolder) store.getFolder(path);
            folder.open(Folder.READ_WRITE);
            var message = folder.getMessageByUID(uid);
            if (message != null) message.setFlag(SYSTEM.getOrDefault(flag, Flags.Flag.SEEN), present);
            folder.close(false);
        }
    }

    private IMAPStore store() throws MessagingException {
        var properties = new Properties();
        boolean tls = endpoint.security() == ConnectionSecurity.TLS;
        properties.put("mail.imap.ssl.enable", Boolean.toString(tls));
        properties.put("mail.imap.ssl.trust", "*");
        properties.put("mail.imap.ssl.checkserveridentity", "false");
        var store = (IMAPStore) Session.getInstance(properties).getStore("imap");
        store.connect(endpoint.host(), endpoint.port(), username, password);
        return store;
    }
}
