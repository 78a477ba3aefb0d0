package org.waxwing.application.sync;

import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.mailbox.BlobId;
import org.waxwing.domain.mailbox.BlobStore;
import org.waxwing.domain.mailbox.MailStore;
import org.waxwing.domain.mailbox.Mailbox;
import org.waxwing.domain.sync.MailProvider;
import org.waxwing.domain.sync.MailboxRefusedException;
import org.waxwing.domain.sync.SyncPoint;
import org.waxwing.domain.sync.SyncStateStore;

/**
 * Recognises a folder under a new name, so that it need not be fetched again: the same numbering as one that is gone,
 * and its latest messages are byte for byte what that one had. A guess would not do: it would show the wrong mail.
 */
public class SameFolder {
    private static final int LOOKED_AT = 3;

    private final Transactions transactions;
    private final MailStore mail;
    private final SyncStateStore states;
    private final BlobStore blobs;

    public SameFolder(Transactions transactions, MailStore mail, SyncStateStore states, BlobStore blobs) {
        this.transactions = transactions;
        this.mail = mail;
        this.states = states;
        this.blobs = blobs;
    }

    /** Which of the folders that are {@code gone} now has this path; none when that is not certain. */
    Optional<Mailbox> among(Pass pass, MailProvider.Session session, Collection<Mailbox> gone, String path)
            throws IOException {
        if (gone.stream().noneMatch(it -> pass.point(it.id()).isPresent())) return Optional.empty();
        MailProvider.Newest newest;
        try {
            newest = session.newest(path, LOOKED_AT);
        } catch (MailboxRefusedException e) {
            // its own turn tells the owner
            return Optional.empty();
        }
        if (newest.uids().isEmpty()) return Optional.empty();
        var alike = gone.stream().filter(it -> isNumberedAlike(pass, it, newest)).toList();
        if (alike.size() != 1 || !hasSameMessages(pass, session, path, newest)) return Optional.empty();
        return Optional.of(alike.getFirst());
    }

    private boolean isNumberedAlike(Pass pass, Mailbox mailbox, MailProvider.Newest newest) {
        var before = pass.point(mailbox.id());
        if (before.isEmpty() || !before.get().validity().equals(newest.validity())) return false;
        return before.map(SyncPoint::messages).filter(it -> it >= newest.uids().size()).isPresent()
                && transactions.call(Actor.of(pass.owner()), () -> states.held(
                        pass.account(), mailbox.id(), newest.validity(), newest.uids())).size() == newest.uids()
                                .size();
    }

    private boolean hasSameMessages(Pass pass, MailProvider.Session session, String path, MailProvider.Newest newest)
            throws IOException {
        Set<BlobId> sources = new HashSet<>();
        session.fetch(path, newest.validity(), List.copyOf(newest.uids()),
                (arrival, source) -> sources.add(blobs.store(pass.account(), source).id()));
        return !sources.isEmpty()
                && transactions.call(Actor.of(pass.owner()), () -> mail.alreadyStored(pass.account(), sources))
                        .size() == sources.size();
    }
}
