package org.waxwing.domain.reading;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.waxwing.domain.account.Account;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.mailbox.Email;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.Mailbox;
import org.waxwing.domain.mailbox.MailboxRole;
import org.waxwing.domain.mailbox.MessageId;
import org.waxwing.domain.mailbox.ThreadId;
import org.waxwing.domain.world.EmailBuilder;
import org.waxwing.domain.world.World;

/** An account with a folder for every purpose, and its owner's view of it. */
public record Desk(World world, Account account, Mailbox inbox, Mailbox drafts, Mailbox sent, Mailbox archive,
        Mailbox junk, Mailbox trash) {
    public static Desk in(World world) {
        return of(world, world.accountOf(world.somebody()));
    }

    public static Desk of(World world, Account account) {
        return new Desk(world, account, world.inbox(account),
                world.folder(account, MailboxRole.DRAFTS, "Drafts"),
                world.folder(account, MailboxRole.SENT, "Sent"),
                world.folder(account, MailboxRole.ARCHIVE, "Archive"),
                world.folder(account, MailboxRole.JUNK, "Junk"),
                world.folder(account, MailboxRole.TRASH, "Trash"));
    }

    public Email deliver(Mailbox folder, EmailBuilder email) {
        return world.deliver(account, folder, email);
    }

    <T> T read(Function<MailReader, T> work) {
        return world.as(account.owner(), () -> work.apply(world.reader()));
    }

    public Window<ThreadRow> threads(Scope scope, boolean unreadOnly, ListPosition after, int limit) {
        return read(it -> it.threads(new ListQuery(scope, unreadOnly, after, limit)));
    }

    Optional<EmailView> email(EmailId id) {
        return read(it -> it.email(id));
    }

    Optional<ThreadView> thread(ThreadId id) {
        return read(it -> it.thread(id));
    }

    Optional<ThreadOutline> outline(ThreadId id, ListPosition before, int limit) {
        return read(it -> it.outline(id, before, limit));
    }

    List<EmailView> emails(List<EmailId> ids) {
        return read(it -> it.emails(ids));
    }

    Optional<UntrustedText> html(EmailId id) {
        return read(it -> it.html(id));
    }

    Map<EmailId, UntrustedText> htmlOf(List<EmailId> ids) {
        return read(it -> it.html(ids));
    }

    List<EmailView> named(String messageId) {
        return read(it -> it.emails(new MessageId(messageId)));
    }

    long unread(Scope scope) {
        return read(it -> it.unread(scope));
    }

    long total(Scope scope) {
        return read(it -> it.total(scope));
    }

    List<ThreadRow> threads(MailView view) {
        return threads(new Scope.AllAccounts(view), false, ListPosition.START, 200).items();
    }

    List<EmailView> emails(Scope scope, boolean unreadOnly) {
        return read(it -> it.emails(new ListQuery(scope, unreadOnly, ListPosition.START, 200))).items();
    }

    List<EmailId> emails(MailView view) {
        return emails(new Scope.AllAccounts(view), false).stream().map(EmailView::id).toList();
    }

    List<ThreadId> threadIds(MailView view) {
        return threads(view).stream().map(ThreadRow::id).toList();
    }
}
