package org.waxwing.application.change;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.waxwing.application.runtime.Ids;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.change.ChangeScope;
import org.waxwing.domain.change.FolderQueue;
import org.waxwing.domain.mailbox.Mailbox;
import org.waxwing.domain.mailbox.MailboxId;
import org.waxwing.domain.mailbox.MailboxRole;
import org.waxwing.domain.reading.MailReader;
import org.waxwing.domain.reading.MailboxRow;

/** Which folder of an account is for what; makes the ones that are missing. Within an open transaction. */
public class FolderChoice {
    private static final String INBOX = "INBOX";

    private final MailReader reader;
    private final FolderQueue queue;
    private final Ids ids;

    public FolderChoice(MailReader reader, FolderQueue queue, Ids ids) {
        this.reader = reader;
        this.queue = queue;
        this.ids = ids;
    }

    /** The folders of an account that can hold mail. */
    List<Mailbox> all(AccountId account) {
        return reader.mailboxes().stream()
                .map(MailboxRow::mailbox)
                .filter(it -> it.account().equals(account) && it.selectable())
                .toList();
    }

    /** All folders of an account, also those that only hold others. */
    List<Mailbox> everything(AccountId account) {
        return reader.mailboxes().stream()
                .map(MailboxRow::mailbox)
                .filter(it -> it.account().equals(account))
                .toList();
    }

    /** The folder, if it is this person's. */
    Optional<Mailbox> find(MailboxId mailbox) {
        return reader.mailboxes().stream().map(MailboxRow::mailbox).filter(it -> it.id().equals(mailbox)).findFirst();
    }

    /** Those for one of these roles. */
    List<Mailbox> of(AccountId account, MailboxRole... roles) {
        return all(account).stream().filter(it -> Arrays.asList(roles).contains(it.role())).toList();
    }

    /** Those for none of these roles. */
    List<Mailbox> allBut(AccountId account, Set<MailboxRole> roles) {
        return all(account).stream().filter(it -> !roles.contains(it.role())).toList();
    }

    /** Whether there is such a folder, and all these messages are of its account. */
    boolean isOfAll(MailboxId mailbox, List<ChangeScope.Subject> subjects) {
        return reader.mailboxes().stream()
                .map(MailboxRow::mailbox)
                .filter(it -> it.id().equals(mailbox) && it.selectable())
                .anyMatch(it -> subjects.stream().allMatch(subject -> subject.account().equals(it.account())));
    }

    /** The folder for a role, made when there is none. */
    MailboxId forRole(AccountId account, MailboxRole role) {
        var there = of(account, role);
        if (!there.isEmpty()) return there.getFirst().id();
        var path = pathFor(account, nameOf(role));
        var same = all(account).stream().filter(it -> it.path().equalsIgnoreCase(path)).findFirst();
        if (same.isPresent()) {
            queue.chooseRole(account, same.get().id(), role);
            return same.get().id();
        }
        var mailbox = new Mailbox(new MailboxId(ids.next()), account, path, delimiter(account), role, true);
        queue.create(mailbox);
        queue.chooseRole(account, mailbox.id(), role);
        return mailbox.id();
    }

    /** The folder of that name, levels parted by slashes, made when there is none; nothing when none can be called that. */
    Optional<MailboxId> forPath(AccountId account, String typed) {
        char delimiter = delimiter(account);
        var wanted = FolderPath.of(typed).flatMap(it -> it.at(delimiter));
        if (wanted.isEmpty()) return Optional.empty();
        var whole = pathFor(account, wanted.get());
        var there = everything(account).stream()
                .filter(it -> it.path().equals(whole) || it.path().equals(wanted.get())
                        || (it.path().equals(INBOX) && wanted.get().equalsIgnoreCase(INBOX)))
                .findFirst();
        if (there.isPresent()) return there.filter(Mailbox::selectable).map(Mailbox::id);
        var mailbox = new Mailbox(new MailboxId(ids.next()), account, whole, delimiter, MailboxRole.NONE, true);
        queue.create(mailbox);
        return Optional.of(mailbox.id());
    }

    /** Where a folder of this name goes: servers that keep everything below the inbox do so for this one too. */
    String pathFor(AccountId account, String name) {
        char delimiter = delimiter(account);
        var others = all(account).stream().map(Mailbox::path).filter(it -> !it.equals(INBOX)).toList();
        boolean below = delimiter != 0
                && !others.isEmpty()
                && others.stream().allMatch(it -> it.startsWith(INBOX + delimiter));
        return below && !name.startsWith(INBOX + delimiter) ? INBOX + delimiter + name : name;
    }

    /** What parts the levels of folder names at the server; a slash before we know. */
    char delimiter(AccountId account) {
        return all(account).stream().map(Mailbox::delimiter).findFirst().orElse('/');
    }

    private static String nameOf(MailboxRole role) {
        return switch (role) {
            case ARCHIVE -> "Archive";
            case TRASH -> "Trash";
            case JUNK -> "Junk";
            case SENT -> "Sent";
            case DRAFTS -> "Drafts";
            case INBOX, ALL, NONE -> throw new IllegalArgumentException("Nobody makes such a folder");
        };
    }
}
