package org.waxwing.persistence.jpa;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.authenticity.Testimony;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.TestimonyStore;

/** Notes in {@code email}, one statement for all. */
public final class JpaTestimonyStore implements TestimonyStore {
    private final Sql sql;

    public JpaTestimonyStore(EntityManager database) {
        this.sql = new Sql(database);
    }

    @Override
    public void note(AccountId account, Map<EmailId, Testimony> found) {
        if (found.isEmpty()) return;
        var all = List.copyOf(found.entrySet());
        sql.run("""
                update email e set testimony = nullif(n.testimony, '')::jsonb
                from unnest(?::uuid[], ?::text[]) as n (id, testimony)
                where e.account_id = ? and e.id = n.id
                """,
                Sql.uuids(all.stream().map(it -> it.getKey().value())),
                Sql.words(all.stream().map(it -> TestimonyJson.written(it.getValue()))),
                account.value());
    }
}
