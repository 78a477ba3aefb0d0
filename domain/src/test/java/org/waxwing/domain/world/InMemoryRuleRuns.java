package org.waxwing.domain.world;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.rules.RuleRuns;

final class InMemoryRuleRuns implements RuleRuns {
    private final InMemoryWorld world;

    InMemoryRuleRuns(InMemoryWorld world) {
        this.world = world;
    }

    @Override
    public Set<EmailId> begin(AccountId account, Collection<EmailId> emails) {
        if (!world.sees(account)) return Set.of();
        var begun = new HashSet<EmailId>();
        for (var id : emails) {
            var message = world.tables().messages.get(id);
            boolean there = message != null && message.account().equals(account);
            if (there && world.tables().ruled.add(id)) begun.add(id);
        }
        return begun;
    }
}
