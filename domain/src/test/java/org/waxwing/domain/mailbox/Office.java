package org.waxwing.domain.mailbox;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waxwing.domain.account.Account;
import org.waxwing.domain.reading.EmailView;
import org.waxwing.domain.reading.MailboxRow;
import org.waxwing.domain.world.EmailBuilder;
import org.waxwing.domain.world.World;

/** An account with an inbox. */
record Office(World world, Account account, Mailbox inbox) {
    static Office in(World world) {
        var account = world.accountOf(world.somebody());
        return new Office(world, account, world.inbox(account));
    }

    MailStore store() {
        return world.mail();
    }

    <T> T as(Supplier<T> work) {
        return world.as(account.owner(), work);
    }

    Email deliver(EmailBuilder email) {
        return world.deliver(account, inbox, email);
    }

    Optional<EmailView> view(EmailId email) {
        return as(() -> world.reader().email(email));
    }

    ThreadId threadOf(Email email) {
        return as(() -> store().threads(account.id(), Set.of(email.id())))
                .getOrDefault(email.id(), new ThreadId(new UUID(0, 0)));
    }

    Map<String, ThreadId> threadsOf(String... ids) {
        var ties = List.of(ids).stream().map(MessageId::new).map(Tie::of).toList();
        return as(() -> store().threadsOf(account.id(), ties)).entrySet().stream()
                .collect(Collectors.toMap(it -> it.getKey().name(), Map.Entry::getValue));
    }

    Map<Likeness, Set<ThreadId>> threadsLike(MessageHeaders... headers) {
        var likenesses = Stream.of(headers).flatMap(it -> Likeness.of(it).stream()).toList();
        return as(() -> store().threadsLike(account.id(), likenesses));
    }

    void keep(Mailbox... present) {
        world.run(account.owner(), () -> store().keepMailboxes(account.id(), List.of(present)));
    }

    List<Mailbox> mailboxes() {
        return as(() -> store().mailboxes(account.id()));
    }

    /** The folders as their owner sees them. */
    List<Mailbox> seen() {
        return as(world.reader()::mailboxes).stream().map(MailboxRow::mailbox).toList();
    }

    Mailbox folder(MailboxRole role, String path) {
        return new Mailbox(new MailboxId(UUID.randomUUID()), account.id(), path, '/', role, true);
    }

    void settle(Set<EmailId> touched) {
        world.run(account.owner(), () -> store().settle(account.id(), touched));
    }
}
