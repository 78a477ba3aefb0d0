package org.waxwing.domain.world;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.change.ActionLog;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.Mailbox;
import org.waxwing.domain.mailbox.MailboxId;
import org.waxwing.domain.mailbox.MailboxRole;
import org.waxwing.domain.reading.ListPosition;
import org.waxwing.domain.reading.Window;
import org.waxwing.domain.rules.Rule;
import org.waxwing.domain.rules.RuleSubject;
import org.waxwing.domain.rules.dryrun.Present;
import org.waxwing.domain.rules.dryrun.Present.Deed;
import org.waxwing.domain.rules.dryrun.RuleMail;
import org.waxwing.domain.rules.dryrun.StoredMail;
import org.waxwing.domain.screening.Correspondence.Direction;
import org.waxwing.domain.sorting.Category;
import org.waxwing.domain.sorting.Filing;
import org.waxwing.domain.sorting.Lesson;
import org.waxwing.domain.triage.Standing;

final class InMemoryRuleMail implements RuleMail {
    private static final List<MailboxRole> TELLING = List.of(
            MailboxRole.INBOX, MailboxRole.NONE, MailboxRole.ARCHIVE, MailboxRole.TRASH, MailboxRole.JUNK,
            MailboxRole.SENT, MailboxRole.DRAFTS, MailboxRole.ALL);

    private final InMemoryWorld world;

    InMemoryRuleMail(InMemoryWorld world) {
        this.world = world;
    }

    @Override
    public long count(Rule.Reach reach) {
        return arrived(reach).count();
    }

    @Override
    public Window<StoredMail> page(Rule.Reach reach, ListPosition after, int limit) {
        var behind = arrived(reach)
                .map(this::stored)
                .filter(it -> it.position().isBehind(after))
                .sorted((a, b) -> a.position().isBehind(b.position()) ? 1 : -1)
                .toList();
        return new Window<>(behind.stream().limit(limit).toList(), behind.size() > limit);
    }

    @Override
    public List<StoredMail> next(AccountId account, List<EmailId> after, int atMost) {
        return arrived(new Rule.Reach.OneAccount(account))
                .map(this::stored)
                .filter(it -> after.isEmpty()
                        || InMemoryMailReader.BY_BYTES.compare(it.email().value(), after.getFirst().value()) > 0)
                .sorted(Comparator.comparing(it -> it.email().value(), InMemoryMailReader.BY_BYTES))
                .limit(atMost)
                .toList();
    }

    @Override
    public List<StoredMail> those(Collection<EmailId> emails) {
        return each(emails, (id, it) -> stored(it)).values().stream()
                .sorted((a, b) -> a.position().isBehind(b.position()) ? 1 : -1)
                .toList();
    }

    private Stream<Tables.Message> arrived(Rule.Reach reach) {
        var folders = folders();
        return world.tables().messages.values().stream()
                .filter(it -> world.sees(it.account()) && covers(reach, it.account())
                        && arrived(folders.getOrDefault(it.email().id(), Set.of())));
    }

    private static boolean covers(Rule.Reach reach, AccountId account) {
        return switch (reach) {
            case Rule.Reach.EveryAccount() -> true;
            case Rule.Reach.OneAccount(var one) -> one.equals(account);
        };
    }

    private static boolean arrived(Set<Mailbox> folders) {
        var roles = folders.stream().map(Mailbox::role).collect(Collectors.toSet());
        boolean received = roles.contains(MailboxRole.INBOX) || roles.contains(MailboxRole.NONE)
                || roles.contains(MailboxRole.ARCHIVE);
        boolean written = roles.contains(MailboxRole.SENT) || roles.contains(MailboxRole.DRAFTS);
        return received || (roles.contains(MailboxRole.ALL) && !written);
    }

    private Map<EmailId, Set<Mailbox>> folders() {
        var seen = new HashMap<MailboxId, Mailbox>();
        for (var account : world.accounts().all())
            for (var mailbox : world.tables().seen(account.id())) seen.put(mailbox.id(), mailbox);
        var folders = new HashMap<EmailId, Set<Mailbox>>();
        world.tables().shown().forEach((email, shown) -> folders.put(
                email,
                shown.keySet().stream().filter(seen::containsKey).map(seen::get).collect(Collectors.toSet())));
        return folders;
    }

    private StoredMail stored(Tables.Message message) {
        var email = message.email();
        var headers = email.message().headers();
        return new StoredMail(
                email.id(), message.account(), email.source(), headers.from(), headers.to(), headers.cc(),
                headers.bcc(), headers.subject(),
                email.message().attachments().stream()
                        .filter(it -> !it.inline())
                        .map(it -> new RuleSubject.File(it.name(), it.mediaType()))
                        .toList(),
                email.size(), email.receivedAt(), message.keywords(), category(email.id()));
    }

    private <T> Map<EmailId, T> each(Collection<EmailId> emails, BiFunction<EmailId, Tables.Message, T> of) {
        var all = new HashMap<EmailId, T>();
        for (var id : emails) {
            var message = world.tables().messages.get(id);
            if (message != null && world.sees(message.account())) all.put(id, of.apply(id, message));
        }
        return all;
    }

    @Override
    public Map<EmailId, UntrustedText> words(Collection<EmailId> emails) {
        return each(emails, (id, it) -> it.email().message().text().clipped(MOST_WORDS));
    }

    @Override
    public Map<EmailId, Sender> senders(Collection<EmailId> emails) {
        return each(emails, (id, it) -> {
            var from = it.email().message().headers().from();
            var notes = world.tables().notes.stream()
                    .filter(note -> note.account().equals(it.account()) && !from.isEmpty()
                            && note.address().equals(from.getFirst().key()))
                    .toList();
            return new Sender(
                    notes.stream().noneMatch(note -> isBefore(note, it)),
                    notes.stream().anyMatch(note -> note.direction() == Direction.SENT));
        });
    }

    private boolean isBefore(Tables.Note note, Tables.Message message) {
        var noted = world.tables().messages.get(
                world.tables().sources.get(new Tables.Source(note.account(), note.message())));
        return note.direction() == Direction.RECEIVED && noted != null && noted.email().message().headers().sentAt()
                .isBefore(message.email().message().headers().sentAt());
    }

    @Override
    public Map<EmailId, Present> present(Collection<EmailId> emails) {
        var folders = folders();
        var present = each(emails, (id, it) -> {
            var shown = folders.getOrDefault(id, Set.of()).stream()
                    .min(Comparator.<Mailbox>comparingInt(folder -> TELLING.indexOf(folder.role()))
                            .thenComparing(Mailbox::path));
            var standing = world.tables().standings.getOrDefault(
                    new Tables.Stand(it.account(), it.email().thread()), Standing.USUAL);
            return shown.map(folder -> new Present(
                    folder.id(),
                    folder.delimiter() == 0 ? folder.path() : folder.path().replace(folder.delimiter(), '/'),
                    folder.role(), it.keywords(), category(id), isSnoozed(standing), byHand(it), labelsByHand(it)));
        });
        var there = new HashMap<EmailId, Present>();
        present.forEach((id, it) -> it.ifPresent(is -> there.put(id, is)));
        return there;
    }

    private Category category(EmailId id) {
        return world.tables().filings.getOrDefault(id, Filing.UNSEEN).placement().category();
    }

    private static boolean isSnoozed(Standing standing) {
        return standing.place() instanceof Standing.Place.Snoozed;
    }

    private Stream<ActionLog.Entry> done() {
        return world.tables().actions.values().stream()
                .filter(it -> world.is(it.owner()) && !it.taken() && !it.story().title().equals(ActionLog.RULES))
                .flatMap(it -> it.entries().stream());
    }

    private Set<Deed> byHand(Tables.Message message) {
        var deeds = EnumSet.noneOf(Deed.class);
        var id = message.email().id();
        done().forEach(entry -> {
            switch (entry) {
                case ActionLog.Entry.Marked it -> {
                    if (!it.emails().contains(id)) return;
                    if (it.keyword().equals(Keyword.FLAGGED)) deeds.add(Deed.STAR);
                    if (it.keyword().equals(Keyword.SEEN)) deeds.add(Deed.READ);
                }
                case ActionLog.Entry.Moved it -> {
                    if (it.emails().contains(id)) deeds.add(Deed.PLACE);
                }
                case ActionLog.Entry.Stood it -> {
                    if (it.threads().contains(message.email().thread())
                            && isSnoozed(it.before()) != isSnoozed(it.after()))
                        deeds.add(Deed.SNOOZE);
                }
                case ActionLog.Entry.Filed it -> {
                    if (it.emails().contains(id)) deeds.add(Deed.CATEGORY);
                }
                case ActionLog.Entry.Taught taught -> deeds.addAll(Set.of());
                case ActionLog.Entry.Decided decided -> deeds.addAll(Set.of());
            }
        });
        boolean sorted = world.lessons().all().stream()
                .anyMatch(it -> it.scope().equals(new Lesson.Scope.OfMessage(id)));
        if (sorted) deeds.add(Deed.CATEGORY);
        return deeds;
    }

    private Set<Keyword> labelsByHand(Tables.Message message) {
        var labels = new HashSet<Keyword>();
        done().forEach(entry -> {
            if (entry instanceof ActionLog.Entry.Marked(var account, var keyword, var present, var emails)
                    && emails.contains(message.email().id()) && keyword.isLabel())
                labels.add(keyword);
        });
        return labels;
    }
}
