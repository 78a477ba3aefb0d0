package org.waxwing.bootstrap.demo.server;

import com.icegreen.greenmail.foedus.util.MsgRangeFilter;
import com.icegreen.greenmail.imap.commands.IdRange;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.FolderListener;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import jakarta.mail.Flags;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.SearchTerm;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One folder of GreenMail with a UIDVALIDITY of our choosing, which reports every change to {@code changed}.
 *
 * <p>GreenMail takes UIDVALIDITY from the clock in a final field, so it is answered here. Everything else is GreenMail's.
 */
final class KeptFolder implements MailFolder {
    private final MailFolder folder;
    private final long uidValidity;
    private final Runnable changed;

    KeptFolder(MailFolder folder, long uidValidity, Runnable changed) {
        this.folder = folder;
        this.uidValidity = uidValidity;
        this.changed = changed;
    }

    /** GreenMail's own folder: its store casts what it is given to a class that nobody outside can extend. */
    MailFolder original() {
        return folder;
    }

    /** A copy of the messages in UID order, taken under the folder's own lock. */
    List<StoredMessage> copyOfMessages() {
        return folder.getMessages(new MsgRangeFilter("1:*", false));
    }

    @Override
    public long getUidValidity() {
        return uidValidity;
    }

    @Override
    public long appendMessage(MimeMessage message, Flags flags, Date internalDate) {
        var uid = folder.appendMessage(message, flags, internalDate);
        changed.run();
        return uid;
    }

    @Override
    public void store(MovingMessage mail) throws Exception {
        folder.store(mail);
        changed.run();
    }

    @Override
    public void store(MimeMessage mail) throws Exception {
        folder.store(mail);
        changed.run();
    }

    @Override
    public void deleteAllMessages() {
        folder.deleteAllMessages();
        changed.run();
    }

    @Override
    public void expunge() throws FolderException {
        folder.expunge();
        changed.run();
    }

    @Override
    public void expunge(IdRange[] idRanges) {
        folder.expunge(idRanges);
        changed.run();
    }

    @Override
    public long copyMessage(long uid, MailFolder toFolder) throws FolderException {
        return folder.copyMessage(uid, toFolder);
    }

    @Override
    public long moveMessage(long uid, MailFolder toFolder) throws FolderException {
        var moved = folder.moveMessage(uid, KeptStore.originalOf(toFolder));
        changed.run();
        return moved;
    }

    @Override
    public void setFlags(Flags flags, boolean value, long uid, FolderListener silentListener, boolean addUid)
            throws FolderException {
        folder.setFlags(flags, value, uid, silentListener, addUid);
        changed.run();
    }

    @Override
    public void replaceFlags(Flags flags, long uid, FolderListener silentListener, boolean addUid)
            throws FolderException {
        folder.replaceFlags(flags, uid, silentListener, addUid);
        changed.run();
    }

    @Override
    public String getName() {
        return folder.getName();
    }

    @Override
    public String getFullName() {
        return folder.getFullName();
    }

    @Override
    public Flags getAvailableFlags() {
        return folder.getAvailableFlags();
    }

    @Override
    public Flags getPermanentFlags() {
        return folder.getPermanentFlags();
    }

    @Override
    public int getMessageCount() {
        return folder.getMessageCount();
    }

    @Override
    public int getRecentCount(boolean reset) {
        return folder.getRecentCount(reset);
    }

    @Override
    public int getFirstUnseen() {
        return folder.getFirstUnseen();
    }

    @Override
    public int getUnseenCount() {
        return folder.getUnseenCount();
    }

    @Override
    public boolean isSelectable() {
        return folder.isSelectable();
    }

    @Override
    public long getUIDNext() {
        return folder.getUIDNext();
    }

    @Override
    public void addListener(FolderListener listener) {
        folder.addListener(listener);
    }

    @Override
    public void removeListener(FolderListener listener) {
        folder.removeListener(listener);
    }

    @Override
    public @Nullable StoredMessage getMessage(long uid) {
        return folder.getMessage(uid);
    }

    @Override
    public long[] getMessageUids() {
        return folder.getMessageUids();
    }

    @Override
    public long[] search(SearchTerm searchTerm) {
        return folder.search(searchTerm);
    }

    @Override
    public int getMsn(long uid) throws FolderException {
        return folder.getMsn(uid);
    }

    @Override
    public void signalDeletion() {
        folder.signalDeletion();
    }

    @Override
    public List<StoredMessage> getMessages(MsgRangeFilter range) {
        return folder.getMessages(range);
    }

    @Override
    public List<StoredMessage> getMessages() {
        return folder.getMessages();
    }

    @Override
    public List<StoredMessage> getNonDeletedMessages() {
        return folder.getNonDeletedMessages();
    }
}
