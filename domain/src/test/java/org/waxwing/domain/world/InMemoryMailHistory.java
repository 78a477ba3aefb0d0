package org.waxwing.domain.world;

import java.util.Collection;
import java.util.List;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.history.HistoryLine;
import org.waxwing.domain.history.MailHistory;
import org.waxwing.domain.mailbox.EmailId;

final class InMemoryMailHistory implements MailHistory {
    private final InMemoryWorld world;

    InMemoryMailHistory(InMemoryWorld world) {
        this.world = world;
    }

    @Override
    public void add(AccountId account, Collection<HistoryLine> lines) {
        world.mustSee(account);
        for (var it : lines) {
            var message = world.tables().messages.get(it.email());
            if (message != null && message.account().equals(account)) world.tables().history.add(it);
        }
    }

    @Override
    public List<HistoryLine> of(EmailId email, int atMost) {
        var message = world.tables().messages.get(email);
        if (message == null || !world.sees(message.account())) return List.of();
        return world.tables().history.stream()
                .filter(it -> it.email().equals(email))
                .toList()
                .reversed()
                .stream()
                .limit(atMost)
                .toList();
    }
}
