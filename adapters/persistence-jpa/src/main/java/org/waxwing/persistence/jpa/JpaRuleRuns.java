package org.waxwing.persistence.jpa;

import static org.waxwing.persistence.jpa.Sql.uuid;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.Set;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.rules.RuleRuns;

/** A row in {@code rule_run} for each message on which rules were run. */
public final class JpaRuleRuns implements RuleRuns {
    private final Sql sql;
    private final Settlement settlement;

    public JpaRuleRuns(EntityManager database) {
        this.sql = new Sql(database);
        this.settlement = new Settlement(sql);
    }

    @Override
    public Set<EmailId> begin(AccountId account, Collection<EmailId> emails) {
        if (emails.isEmpty()) return Set.of();
        // what rules do to mail needs it anyway, and whoever removes the account holds it before these messages
        settlement.lock(account);
        // in one order for everybody, so that two of the same event wait for each other rather than for ever
        return Set.copyOf(sql.list(row -> new EmailId(uuid(row, "email_id")), """
                insert into rule_run (account_id, email_id)
                select e.account_id, e.id from email e where e.account_id = ? and e.id = any (?) order by e.id
                on conflict (account_id, email_id) do nothing
                returning email_id
                """, account.value(), Sql.uuids(emails.stream().map(EmailId::value))));
    }
}
