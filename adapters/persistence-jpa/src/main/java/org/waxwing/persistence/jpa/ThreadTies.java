package org.waxwing.persistence.jpa;

import java.util.List;
import java.util.Map;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.mailbox.ThreadId;
import org.waxwing.domain.mailbox.Tie;

/** Remembers in {@code thread_tie} which names belong to which conversation. */
final class ThreadTies {
    private ThreadTies() {}

    static void keep(Sql sql, AccountId account, Map<Tie, ThreadId> ties) {
        var known = List.copyOf(ties.entrySet());
        sql.run("""
                insert into thread_tie (account_id, message_id, thread_id)
                select ?, tie.message_id, tie.thread_id
                from unnest(?::text[], ?::uuid[]) as tie (message_id, thread_id)
                on conflict (account_id, message_id) do update set thread_id = excluded.thread_id
                where thread_tie.thread_id <> excluded.thread_id
                """,
                account.value(),
                Sql.words(known.stream().map(it -> it.getKey().name())),
                Sql.uuids(known.stream().map(it -> it.getValue().value())));
    }
}
