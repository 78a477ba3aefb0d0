package org.waxwing.domain.world;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.change.ChangeScope;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.MailboxId;
import org.waxwing.domain.mailbox.ThreadId;
import org.waxwing.domain.reading.Scope;
import org.waxwing.domain.reading.ThreadRow;

final class InMemoryChangeScope implements ChangeScope {
    private final InMemoryWorld world;

    InMemoryChangeScope(InMemoryWorld world) {
        this.world = world;
    }

    @Override
    public List<Subject> find(Set<ThreadId> threads, Set<EmailId> emails) {
        return world.tables().messages.values().stream()
                .filter(it -> world.sees(it.account()))
                .filter(it -> threads.contains(it.email().thread()) || emails.contains(it.email().id()))
                .map(it -> new Subject(
                        it.account(), it.email().thread(), it.email().id(), it.email().receivedAt()))
                .toList();
    }

    @Override
    public Map<AccountId, List<ThreadId>> all(Scope list, boolean unreadOnly) {
        return new InMemoryMailReader(world).rows(list, unreadOnly).stream().collect(Collectors.groupingBy(
                ThreadRow::account, Collectors.mapping(ThreadRow::id, Collectors.toList())));
    }

    @Override
    public List<EmailId> in(AccountId account, MailboxId mailbox) {
        if (!world.sees(account)) return List.of();
        return world.tables().shown().entrySet().stream()
                .filter(it -> it.getValue().containsKey(mailbox))
                .map(Map.Entry::getKey)
                .toList();
    }
}
