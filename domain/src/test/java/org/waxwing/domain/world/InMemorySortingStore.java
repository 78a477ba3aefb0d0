package org.waxwing.domain.world;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.history.HistoryLine;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.MailboxRole;
import org.waxwing.domain.mailbox.ThreadId;
import org.waxwing.domain.signs.Signs;
import org.waxwing.domain.sorting.Filing;
import org.waxwing.domain.sorting.Placement;
import org.waxwing.domain.sorting.SortingStore;
import org.waxwing.domain.sorting.StoredMail;

final class InMemorySortingStore implements SortingStore {
    private static final Comparator<StoredMail> BY_ID = Comparator.comparing(
            it -> it.id().value(), InMemoryMailReader.BY_BYTES);

    private final InMemoryWorld world;

    InMemorySortingStore(InMemoryWorld world) {
        this.world = world;
    }

    @Override
    public List<StoredMail> mail(AccountId account, List<EmailId> after, int atMost) {
        return all(account)
                .filter(it -> after.isEmpty()
                        || InMemoryMailReader.BY_BYTES.compare(it.id().value(), after.getFirst().value()) > 0)
                .limit(atMost)
                .toList();
    }

    @Override
    public long count(AccountId account) {
        return all(account).count();
    }

    @Override
    public List<StoredMail> mail(AccountId account, Collection<EmailId> emails) {
        return all(account).filter(it -> emails.contains(it.id())).toList();
    }

    @Override
    public List<StoredMail> from(AccountId account, Collection<String> senders, int atMost) {
        return latest(account, it -> isSeen(it) && senders.contains(it.from().getFirst().key()), atMost);
    }

    @Override
    public List<StoredMail> fromDomains(AccountId account, Collection<String> domains, int atMost) {
        return latest(account, it -> isSeen(it) && domains.contains(it.from().getFirst().domain()), atMost);
    }

    @Override
    public Map<AccountId, List<StoredMail>> corrected(int atMost) {
        var said = world.tables().history.reversed().stream()
                .filter(it -> it.engine() == HistoryLine.Engine.PERSON)
                .filter(it -> !it.reference().equals(HistoryLine.WHOLE_LIST))
                .map(HistoryLine::email)
                .distinct()
                .toList();
        var corrected = new LinkedHashMap<AccountId, List<StoredMail>>();
        for (var account : world.accounts().all()) {
            var mail = all(account.id()).toList();
            var those = said.stream()
                    .filter(id -> mail.stream().anyMatch(it -> it.id().equals(id)))
                    .limit(atMost)
                    .toList();
            if (!those.isEmpty())
                corrected.put(account.id(), mail.stream().filter(it -> those.contains(it.id())).toList());
        }
        return corrected;
    }

    @Override
    public Map<AccountId, List<StoredMail>> ofSenders(Collection<String> who, int atMost) {
        var found = new LinkedHashMap<AccountId, List<StoredMail>>();
        for (var account : world.accounts().all()) {
            var mail = new HashSet<>(from(account.id(), who, atMost));
            mail.addAll(fromDomains(account.id(), who, atMost));
            if (!mail.isEmpty()) found.put(account.id(), mail.stream().sorted(BY_ID).toList());
        }
        return found;
    }

    private static boolean isSeen(StoredMail it) {
        return !it.from().isEmpty() && !it.filing().signs().isEmpty();
    }

    @Override
    public List<StoredMail> in(AccountId account, Collection<ThreadId> threads, int atMost) {
        return latest(account, it -> threads.contains(it.thread()), atMost);
    }

    private List<StoredMail> latest(AccountId account, Predicate<StoredMail> wanted, int atMost) {
        return all(account).filter(wanted).sorted(BY_ID.reversed()).limit(atMost).sorted(BY_ID).toList();
    }

    private Stream<StoredMail> all(AccountId account) {
        if (!world.sees(account)) return Stream.of();
        var tables = world.tables();
        var shown = tables.shown();
        return tables.messages.values().stream()
                .filter(it -> it.account().equals(account))
                .map(it -> new StoredMail(
                        it.email().id(),
                        it.email().thread(),
                        it.email().message().headers().from(),
                        it.email().receivedAt(),
                        it.email().source(),
                        isIn(shown, it.email().id(), Set.of(MailboxRole.SENT, MailboxRole.DRAFTS)),
                        tables.messages.values().stream().anyMatch(
                                other -> other.account().equals(account)
                                        && other.email().thread().equals(it.email().thread())
                                        && isIn(shown, other.email().id(), Set.of(MailboxRole.SENT))),
                        it.email().message().testimony(),
                        tables.filings.getOrDefault(it.email().id(), Filing.UNSEEN)))
                .sorted(BY_ID);
    }

    private <T> boolean isIn(Map<EmailId, Map<T, Set<org.waxwing.domain.mailbox.Keyword>>> shown, EmailId email,
            Set<MailboxRole> roles) {
        return shown.getOrDefault(email, Map.of()).keySet().stream()
                .map(world.tables().mailboxes::get)
                .anyMatch(folder -> folder != null && roles.contains(folder.role()));
    }

    @Override
    public Set<ThreadId> writtenIn(AccountId account, Collection<ThreadId> threads) {
        return all(account).filter(it -> it.inOwnThread() && threads.contains(it.thread())).map(StoredMail::thread)
                .collect(Collectors.toSet());
    }

    @Override
    public void keep(AccountId account, Map<EmailId, Signs> seen) {
        world.mustSee(account);
        seen.forEach((id, signs) -> {
            if (mine(account, id)) world.tables().filings.put(id, Filing.of(signs, placement(id)));
        });
    }

    @Override
    public void pin(AccountId account, Collection<EmailId> emails, boolean pinned) {
        world.mustSee(account);
        for (var id : emails) {
            if (!mine(account, id)) continue;
            if (pinned) world.tables().pinned.add(id);
            else world.tables().pinned.remove(id);
        }
    }

    @Override
    public Set<EmailId> pinned(AccountId account, Collection<EmailId> emails) {
        if (!world.sees(account)) return Set.of();
        return emails.stream()
                .filter(it -> mine(account, it) && world.tables().pinned.contains(it))
                .collect(Collectors.toSet());
    }

    @Override
    public Set<EmailId> file(AccountId account, Map<EmailId, Placement> placements) {
        world.mustSee(account);
        var moved = new HashSet<EmailId>();
        placements.forEach((id, placement) -> {
            if (!mine(account, id) || placement(id).equals(placement)) return;
            var before = world.tables().filings.getOrDefault(id, Filing.UNSEEN);
            world.tables().filings.put(id, new Filing(before.signs(), placement));
            moved.add(id);
        });
        return moved;
    }

    private Placement placement(EmailId id) {
        return world.tables().filings.getOrDefault(id, Filing.UNSEEN).placement();
    }

    private boolean mine(AccountId account, EmailId id) {
        var message = world.tables().messages.get(id);
        return message != null && message.account().equals(account);
    }
}
