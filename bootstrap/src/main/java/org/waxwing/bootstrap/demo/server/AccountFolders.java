package org.waxwing.bootstrap.demo.server;

import com.icegreen.greenmail.imap.AuthorizationException;
import com.icegreen.greenmail.imap.ImapConstants;
import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMailUtil;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.waxwing.bootstrap.demo.server.AccountState.FolderState;
import org.waxwing.bootstrap.demo.server.AccountState.MessageState;

/** The folders of one person in the running server: filled at the start, read whenever they are to be kept. */
final class AccountFolders {
    private final ImapHostManager host;
    private final KeptStore store;
    private final GreenMailUser user;
    private final String root;

    AccountFolders(ImapHostManager host, KeptStore store, GreenMailUser user) {
        this.host = host;
        this.store = store;
        this.user = user;
        this.root = ImapConstants.USER_NAMESPACE
                + ImapConstants.HIERARCHY_DELIMITER_CHAR
                + user.getQualifiedMailboxName();
    }

    /** Where the content of a kept message is to be read. */
    @FunctionalInterface
    interface Content {
        InputStream open(long uidValidity, long uid) throws IOException;
    }

    /** Adds a message to the folder with that name, which is made when it is not there yet. */
    void add(String folderName, Set<String> flags, Instant internalDate, InputStream content)
            throws FolderException, AuthorizationException {
        folder(folderName)
                .appendMessage(
                        GreenMailUtil.newMimeMessage(content), FlagNames.flags(flags), Date.from(internalDate));
    }

    /** Makes and subscribes to folders, of which the INBOX is there already. */
    void make(List<String> names) throws FolderException, AuthorizationException {
        for (var name : names) {
            folder(name);
            host.subscribe(user, name);
        }
    }

    private MailFolder folder(String name) throws FolderException, AuthorizationException {
        @Nullable
        MailFolder folder = host.getFolder(user, name);
        if (folder == null) {
            folder = host.createMailbox(user, name);
            host.subscribe(user, name);
        }
        return folder;
    }

    /** Puts every message back under the UID it had, and lets each folder go on counting where it was. */
    void restore(AccountState state, Content content) throws FolderException, IOException {
        for (var kept : state.folders()) {
            var folder = restored(kept);
            if (kept.subscribed()) host.subscribe(user, kept.name());
            for (var message : kept.messages()) {
                UidSkip.upTo(folder, message.uid());
                try (var in = content.open(kept.uidValidity(), message.uid())) {
                    folder.appendMessage(
                            GreenMailUtil.newMimeMessage(in),
                            FlagNames.flags(message.flags()),
                            Date.from(message.internalDate()));
                }
            }
            UidSkip.upTo(folder, kept.uidNext());
            folder.getRecentCount(true);
        }
    }

    private KeptFolder restored(FolderState kept) throws FolderException {
        var parent = parent(kept.name());
        var leaf = kept.name().substring(kept.name().lastIndexOf(ImapConstants.HIERARCHY_DELIMITER_CHAR) + 1);
        return store.restore(parent, leaf, kept.selectable(), kept.uidValidity());
    }

    private MailFolder parent(String name) throws FolderException {
        var dot = name.lastIndexOf(ImapConstants.HIERARCHY_DELIMITER_CHAR);
        var parent = dot < 0 ? "" : name.substring(0, dot);
        return host.getFolder(user, parent, true);
    }

    /** A consistent copy, folder by folder, with the messages it speaks of. Parents come before their children. */
    Copy copy() throws FolderException {
        var messages = new HashMap<String, StoredMessage>();
        var subscribed = names(host.listSubscribedMailboxes(user, "*"));
        var folders = new ArrayList<FolderState>();
        for (var folder : host.listMailboxes(user, "*")) {
            if (!(folder instanceof KeptFolder kept)) continue;
            // Read before the messages: a message that comes in between is then above, never below it.
            var uidNext = kept.getUIDNext();
            var states = new ArrayList<MessageState>();
            for (var message : kept.copyOfMessages()) {
                states.add(new MessageState(
                        message.getUid(),
                        message.getReceivedDate().toInstant(),
                        FlagNames.names(message.getFlags())));
                messages.put(kept.getUidValidity() + "/" + message.getUid(), message);
                uidNext = Math.max(uidNext, message.getUid() + 1);
            }
            folders.add(new FolderState(
                    nameOf(kept),
                    kept.getUidValidity(),
                    uidNext,
                    kept.isSelectable(),
                    subscribed.contains(nameOf(kept)),
                    states));
        }
        return new Copy(new AccountState(folders), messages);
    }

    private String nameOf(MailFolder folder) {
        return folder.getFullName().substring(root.length() + 1);
    }

    private Set<String> names(Collection<MailFolder> folders) {
        return folders.stream().map(this::nameOf).collect(Collectors.toCollection(HashSet::new));
    }

    /** The state of an account and the messages to write out if they are new. */
    record Copy(AccountState state, Map<String, StoredMessage> messages) {
        void write(long uidValidity, long uid, OutputStream out) throws IOException {
            var message = messages.get(uidValidity + "/" + uid);
            if (message == null) throw new IllegalArgumentException("No message " + uid + " in folder " + uidValidity);
            try {
                message.getMimeMessage().writeTo(out);
            } catch (MessagingException e) {
                throw new IOException("Message " + uid + " in folder " + uidValidity + " cannot be written", e);
            }
        }
    }
}
