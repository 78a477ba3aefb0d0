package org.waxwing.persistence.jpa;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.waxwing.domain.account.Account;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.account.AccountStore;

/** Accounts in {@code account}, each with the state of its synchronisation in {@code account_sync}. */
public final class JpaAccountStore implements AccountStore {
    // Those that point at others first. The foreign keys would do the same, but message by message.
    private static final List<String> WORK = List.of("job", "errand");
    private static final List<String> MAIL = List.of(
            "mailbox_thread",
            "thread",
            "thread_tie",
            "correspondence",
            "email_mailbox",
            "email_attachment",
            "email_body",
            "email",
            "mailbox");

    private final EntityManager database;
    private final Sql sql;

    public JpaAccountStore(EntityManager database) {
        this.database = database;
        this.sql = new Sql(database);
    }

    @Override
    public void add(Account account) {
        database.persist(new AccountRow(account));
        sql.run("insert into account_sync (account_id, owner_id, since, next_attempt_at) values (?, ?, ?, ?)",
                account.id().value(), account.owner().value(), account.addedAt(), account.addedAt());
    }

    @Override
    public void replace(Account account) {
        var row = database.find(AccountRow.class, account.id().value());
        if (row == null) throw new IllegalStateException("No such account: " + account.id());
        row.become(account);
    }

    @Override
    public Optional<Account> account(AccountId id) {
        return Optional.ofNullable(database.find(AccountRow.class, id.value())).map(AccountRow::toAccount);
    }

    @Override
    public List<Account> all() {
        return database
                .createQuery("select a from AccountRow a order by a.addedAt, a.id", AccountRow.class)
                .getResultList()
                .stream()
                .map(AccountRow::toAccount)
                .toList();
    }

    @Override
    public boolean remove(AccountId id) {
        var row = database.find(AccountRow.class, id.value());
        if (row == null) return false;
        // whoever works on one of these holds it before the lock that follows: taken in another order, each of both
        // would wait for the other
        for (var table : WORK)
            sql.list(it -> it.getString(1), "select id from " + table + " where account_id = ? order by id for update",
                    id.value());
        // whoever is storing mail right now holds this lock: wait, and leave them nothing to store for
        sql.list(it -> it.getString(1), "select account_id from account_sync where account_id = ? for update",
                id.value());
        for (var table : MAIL) sql.run("delete from " + table + " where account_id = ?", id.value());
        database.remove(row);
        database.flush();
        return true;
    }
}
