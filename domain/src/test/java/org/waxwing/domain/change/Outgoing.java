package org.waxwing.domain.change;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.waxwing.domain.account.Account;
import org.waxwing.domain.mailbox.Email;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.Mailbox;
import org.waxwing.domain.mailbox.MailboxId;
import org.waxwing.domain.mailbox.MailboxRole;
import org.waxwing.domain.reading.EmailView;
import org.waxwing.domain.reading.MailboxRow;
import org.waxwing.domain.sync.MailboxSnapshot;
import org.waxwing.domain.sync.RemoteChange;
import org.waxwing.domain.sync.SyncStateStore;
import org.waxwing.domain.sync.Uid;
import org.waxwing.domain.world.EmailBuilder;
import org.waxwing.domain.world.World;

/** An account with folders in which things are done; what is done is settled. */
record Outgoing(World world, Account account, Mailbox inbox, Mailbox archive, Mailbox work) {
    static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");

    static Outgoing in(World world) {
        var account = world.accountOf(world.somebody());
        var outgoing = new Outgoing(
                world, account, world.inbox(account), world.folder(account, MailboxRole.ARCHIVE, "Archive"),
                world.folder(account, MailboxRole.NONE, "Work"));
        for (var folder : List.of(outgoing.inbox, outgoing.archive, outgoing.work))
            world.run(account.owner(), () -> world.states().adopt(account.id(), folder.id(), World.VALIDITY));
        return outgoing;
    }

    <T> T as(Supplier<T> work) {
        return world.as(account.owner(), work);
    }

    void run(Runnable work) {
        world.run(account.owner(), work);
    }

    Email deliver(EmailBuilder email) {
        return world.deliver(account, inbox, email);
    }

    Set<EmailId> mark(Email email, Keyword keyword, boolean present) {
        return as(() -> {
            var changed = world.changes().mark(account.id(), List.of(email.id()), keyword, present);
            world.mail().settle(account.id(), changed);
            return changed;
        });
    }

    Map<MailboxId, Set<EmailId>> move(Email email, Mailbox from, Mailbox target) {
        return move(email, List.of(from), target);
    }

    Map<MailboxId, Set<EmailId>> move(Email email, Collection<Mailbox> from, Mailbox target) {
        return as(() -> {
            var sources = from.stream().map(Mailbox::id).toList();
            var moved = world.changes().move(account.id(), List.of(email.id()), sources, target.id());
            world.mail().settle(account.id(), moved.isEmpty() ? Set.of() : Set.of(email.id()));
            return moved;
        });
    }

    Set<EmailId> moveBack(Email email, Mailbox from, Mailbox to) {
        return as(() -> {
            var back = world.changes().moveBack(account.id(), List.of(email.id()), from.id(), to.id());
            world.mail().settle(account.id(), back);
            return back;
        });
    }

    Set<EmailId> delete(Email email, Mailbox from) {
        return as(() -> {
            var deleted = world.changes().delete(account.id(), List.of(email.id()), List.of(from.id()));
            world.mail().settle(account.id(), deleted);
            return deleted;
        });
    }

    List<WaitingChange> waiting() {
        return as(() -> world.changes().waiting(account.id(), 1_000));
    }

    WaitingChange only() {
        var waiting = waiting();
        if (waiting.size() != 1) throw new AssertionError("Not one change waits but " + waiting);
        return waiting.getFirst();
    }

    /** Where the server has the message that the only waiting change is about. */
    List<WaitingChange.At> places() {
        return places(only());
    }

    static List<WaitingChange.At> places(WaitingChange change) {
        if (change instanceof WaitingChange.OfMessage message) return message.places();
        throw new AssertionError("Not about a message: " + change);
    }

    WaitingChange.At at(Mailbox mailbox, long uid) {
        return new WaitingChange.At(mailbox.id(), mailbox.path(), World.VALIDITY, new Uid(uid));
    }

    List<WaitingChange> tried(WaitingChange... changes) {
        return as(() -> world.changes().attempt(account.id(), positions(changes)));
    }

    void done(WaitingChange... changes) {
        run(() -> world.changes().done(account.id(), positions(changes), Map.of()));
    }

    /** The server moved it, and told the UID it has now, or those of all its copies. */
    void done(WaitingChange change, long uid, long... others) {
        var places = LongStream.concat(LongStream.of(uid), Arrays.stream(others))
                .mapToObj(it -> new RemoteChange.Place(World.VALIDITY, new Uid(it)))
                .collect(Collectors.toSet());
        run(() -> world.changes().done(account.id(), positions(change), Map.of(change.position(), places)));
    }

    Set<EmailId> refused(RemoteChange.Refusal why, WaitingChange... changes) {
        return as(() -> {
            var touched = world.changes().refused(account.id(), positions(changes), why, NOW);
            world.mail().settle(account.id(), touched);
            return touched;
        });
    }

    private static Collection<Long> positions(WaitingChange... changes) {
        return List.of(changes).stream().map(WaitingChange::position).toList();
    }

    Set<EmailId> forgetUnseen() {
        return as(() -> {
            var touched = world.changes().forgetUnseen(account.id());
            world.mail().settle(account.id(), touched);
            return touched;
        });
    }

    /** The server shows a message that is stored. */
    void place(Mailbox folder, long uid, Email email, Keyword... marks) {
        run(() -> {
            world.states().place(account.id(), folder.id(), World.VALIDITY,
                    Map.of(new Uid(uid), new SyncStateStore.Copy(email.id(), Set.of(marks))));
            world.mail().settle(account.id(), Set.of(email.id()));
        });
    }

    /** The server does not show a message any more. */
    void vanish(Mailbox folder, long uid) {
        run(() -> world.mail().settle(account.id(), world.states().remove(
                account.id(), folder.id(), World.VALIDITY, Set.of(new Uid(uid)))));
    }

    /** The server tells other keywords. */
    void remark(Mailbox folder, long uid, Keyword... marks) {
        run(() -> world.mail().settle(account.id(), world.states().remark(
                account.id(), folder.id(), World.VALIDITY, Map.of(new Uid(uid), Set.of(marks)))));
    }

    MailboxSnapshot snapshot(Mailbox folder) {
        return as(() -> world.states().snapshot(account.id(), folder.id())).orElseThrow();
    }

    /** The folders that show a message; none when it is not there. */
    Set<MailboxId> shown(Email email) {
        return as(() -> world.reader().email(email.id())).map(EmailView::mailboxes).orElse(Set.of());
    }

    Set<Keyword> keywords(Email email) {
        return as(() -> world.reader().email(email.id())).orElseThrow().keywords();
    }

    /** The folders as their owner sees them, by path. */
    Map<String, Mailbox> folders() {
        return as(world.reader()::mailboxes).stream()
                .map(MailboxRow::mailbox)
                .collect(Collectors.toMap(Mailbox::path, it -> it));
    }

    List<Mailbox> atServer() {
        return as(() -> world.mail().mailboxes(account.id()));
    }

    Mailbox newFolder(String path) {
        return new Mailbox(new MailboxId(UUID.randomUUID()), account.id(), path, '/', MailboxRole.NONE, true);
    }

    Mailbox create(String path) {
        var folder = newFolder(path);
        run(() -> world.folderQueue().create(folder));
        return folder;
    }

    void rename(Mailbox folder, String path) {
        run(() -> world.folderQueue().rename(account.id(), folder.id(), path));
    }

    void drop(Mailbox folder) {
        run(() -> world.folderQueue().drop(account.id(), folder.id()));
    }

    void choose(Mailbox folder, MailboxRole role) {
        run(() -> world.folderQueue().chooseRole(account.id(), folder.id(), role));
    }

    List<Refused> refusals() {
        return as(() -> world.actions().refusals(100));
    }
}
