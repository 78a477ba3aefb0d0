package org.waxwing.application.sync;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.Ids;
import org.waxwing.application.runtime.LiveUpdate;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.mailbox.MailStore;
import org.waxwing.domain.mailbox.Mailbox;
import org.waxwing.domain.mailbox.MailboxId;
import org.waxwing.domain.sync.ConnectionProblem;
import org.waxwing.domain.sync.MailProvider;
import org.waxwing.domain.sync.MailProviderException;
import org.waxwing.domain.sync.RemoteMailbox;

/** Makes our list of folders equal to the server's; a folder that got another name stays the same folder. */
public class SyncFolders {
    private final Transactions transactions;
    private final MailStore mail;
    private final SameFolder sameFolder;
    private final Claims claims;
    private final Ids ids;

    public SyncFolders(Transactions transactions, MailStore mail, SameFolder sameFolder, Claims claims, Ids ids) {
        this.transactions = transactions;
        this.mail = mail;
        this.sameFolder = sameFolder;
        this.claims = claims;
        this.ids = ids;
    }

    /**
     * The folders of an account.
     *
     * @param present those that the server has, inbox first
     * @param gone whether we have others beside
     */
    record Folders(List<Mailbox> present, boolean gone) {}

    /** Adds and renames folders as the server has them; those that are gone stay until {@link #keep}. */
    Folders follow(Pass pass, MailProvider.Session session) throws IOException {
        var remote = new LinkedHashMap<String, RemoteMailbox>();
        session.mailboxes().forEach(it -> remote.putIfAbsent(it.path(), it));
        // every account has an inbox (RFC 9051 §5.1); without this, a server's bad day would empty ours
        if (remote.isEmpty()) throw new MailProviderException(ConnectionProblem.CONNECTION_LOST);
        var known = new LinkedHashMap<String, Mailbox>();
        transactions.call(Actor.of(pass.owner()), () -> mail.mailboxes(pass.account()))
                .forEach(it -> known.put(it.path(), it));
        var renamed = renamed(pass, session, known, remote);
        renamed.forEach((path, before) -> known.put(path, known.remove(before)));
        var present = remote.values().stream()
                .map(it -> {
                    var before = known.get(it.path());
                    var id = before == null ? new MailboxId(ids.next()) : before.id();
                    return new Mailbox(id, pass.account(), it.path(), it.delimiter(), it.role(), it.selectable());
                })
                .sorted(Comparator.comparing(Mailbox::role).thenComparing(Mailbox::path))
                .toList();
        var all = new ArrayList<>(present);
        known.forEach((path, mailbox) -> {
            if (!remote.containsKey(path)) all.add(mailbox);
        });
        if (!Set.copyOf(known.values()).equals(Set.copyOf(all))) keep(pass, all);
        return new Folders(present, all.size() > present.size());
    }

    /** The new paths of folders that have got another one, and their old paths. */
    private Map<String, String> renamed(
            Pass pass, MailProvider.Session session, Map<String, Mailbox> known, Map<String, RemoteMailbox> remote)
            throws IOException {
        var gone = known.values().stream().filter(it -> !remote.containsKey(it.path())).toList();
        var renamed = new HashMap<String, String>();
        if (gone.isEmpty()) return renamed;
        var taken = new HashSet<MailboxId>();
        for (var candidate : remote.values()) {
            if (known.containsKey(candidate.path()) || !candidate.selectable()) continue;
            sameFolder.among(pass, session, gone, candidate.path())
                    .filter(it -> taken.add(it.id()))
                    .ifPresent(it -> renamed.put(candidate.path(), it.path()));
        }
        return renamed;
    }

    /** Makes these our folders. */
    void keep(Pass pass, Collection<Mailbox> mailboxes) {
        claims.write(pass, () -> {
            mail.keepMailboxes(pass.account(), mailboxes);
            claims.tellAfterwards(pass, List.of(new LiveUpdate.MailChanged(pass.account())));
        });
    }
}
