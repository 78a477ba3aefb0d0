package org.waxwing.bootstrap.demo.server;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.InMemoryStore;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.Store;
import jakarta.mail.Quota;
import java.util.Collection;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/**
 * GreenMail's folder tree in memory, every folder handed out as a {@link KeptFolder}.
 *
 * <p>UIDVALIDITY is unique over all folders ever made here, so it also names a folder on disk whatever it is called.
 * Safe for use by the server's threads.
 */
final class KeptStore implements Store {
    private final InMemoryStore store = new InMemoryStore();
    private final IdentityHashMap<MailFolder, KeptFolder> kept = new IdentityHashMap<>();
    private final Runnable changed;
    private long lastUidValidity;

    KeptStore(Runnable changed) {
        this.changed = changed;
    }

    static MailFolder originalOf(MailFolder folder) {
        return folder instanceof KeptFolder wrapped ? wrapped.original() : folder;
    }

    /** Makes the folder with the UIDVALIDITY it had before, instead of a fresh one. */
    synchronized KeptFolder restore(MailFolder parent, String name, boolean selectable, long uidValidity)
            throws FolderException {
        var original = originalOf(parent);
        @Nullable
        MailFolder existing = store.getMailbox(original, name);
        var folder = existing != null ? existing : store.createMailbox(original, name, selectable);
        store.setSelectable(folder, selectable);
        var wrapped = new KeptFolder(folder, uidValidity, changed);
        lastUidValidity = Math.max(lastUidValidity, uidValidity);
        kept.put(folder, wrapped);
        return wrapped;
    }

    private synchronized KeptFolder keep(MailFolder folder) {
        return kept.computeIfAbsent(folder, original -> new KeptFolder(original, nextUidValidity(), changed));
    }

    private long nextUidValidity() {
        lastUidValidity = Math.max(lastUidValidity + 1, System.currentTimeMillis() / 1000);
        return lastUidValidity;
    }

    private @Nullable MailFolder keepIfAny(@Nullable MailFolder folder) {
        return folder == null ? null : keep(folder);
    }

    @Override
    public @Nullable MailFolder getMailbox(String qualifiedMailboxName) {
        return keepIfAny(store.getMailbox(qualifiedMailboxName));
    }

    @Override
    public @Nullable MailFolder getMailbox(MailFolder parent, String mailboxName) {
        return keepIfAny(store.getMailbox(originalOf(parent), mailboxName));
    }

    @Override
    public Collection<MailFolder> getChildren(MailFolder parent) {
        return keepAll(store.getChildren(originalOf(parent)));
    }

    @Override
    public MailFolder createMailbox(MailFolder parent, String mailboxName, boolean selectable) throws FolderException {
        var folder = keep(store.createMailbox(originalOf(parent), mailboxName, selectable));
        changed.run();
        return folder;
    }

    @Override
    public MailFolder setSelectable(MailFolder folder, boolean selectable) {
        var result = keep(store.setSelectable(originalOf(folder), selectable));
        changed.run();
        return result;
    }

    @Override
    public void deleteMailbox(MailFolder folder) throws FolderException {
        store.deleteMailbox(originalOf(folder));
        synchronized (this) {
            kept.remove(originalOf(folder));
        }
        changed.run();
    }

    @Override
    public void renameMailbox(MailFolder existingFolder, String newName) throws FolderException {
        store.renameMailbox(originalOf(existingFolder), newName);
        changed.run();
    }

    @Override
    public Collection<MailFolder> listMailboxes(String searchPattern) throws FolderException {
        return keepAll(store.listMailboxes(searchPattern));
    }

    private Collection<MailFolder> keepAll(Collection<MailFolder> folders) {
        return folders.stream().<MailFolder>map(this::keep).toList();
    }

    @Override
    public Quota[] getQuota(String root, String qualifiedRootPrefix, boolean includeDefaultRoot) {
        return store.getQuota(root, qualifiedRootPrefix, includeDefaultRoot);
    }

    @Override
    public void setQuota(Quota quota, String qualifiedRootPrefix) {
        store.setQuota(quota, qualifiedRootPrefix);
    }

    @Override
    public void deleteQuota(String qualifiedRootPrefix) {
        store.deleteQuota(qualifiedRootPrefix);
    }

    @Override
    public boolean isQuotaSupported() {
        return store.isQuotaSupported();
    }

    @Override
    public void setQuotaSupported(boolean quotaSupported) {
        store.setQuotaSupported(quotaSupported);
    }
}
