package org.waxwing.persistence.jpa;

import jakarta.persistence.EntityManager;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.change.FolderQueue;
import org.waxwing.domain.mailbox.Mailbox;
import org.waxwing.domain.mailbox.MailboxId;
import org.waxwing.domain.mailbox.MailboxRole;

/** Folders in {@code mailbox}: what they are called here, and what the server calls them as long as that differs. */
public final class JpaFolderQueue implements FolderQueue {
    private final EntityManager database;
    private final Sql sql;
    private final Settlement settlement;

    public JpaFolderQueue(EntityManager database) {
        this.database = database;
        this.sql = new Sql(database);
        this.settlement = new Settlement(sql);
    }

    @Override
    public void create(Mailbox mailbox) {
        var account = mailbox.account().value();
        settlement.lock(mailbox.account());
        sql.run("""
                insert into mailbox (account_id, id, path, delimiter, role, selectable, server_role)
                values (?, ?, ?, ?, ?, true, ?)
                """, account, mailbox.id().value(), mailbox.path(), FolderRow.text(mailbox.delimiter()),
                mailbox.role().name(), mailbox.role().name());
        sql.run("insert into pending_change (account_id, kind, mailbox_id) values (?, 'CREATE_FOLDER', ?)",
                account, mailbox.id().value());
        database.clear();
    }

    @Override
    public void rename(AccountId account, MailboxId mailbox, String path) {
        settlement.lock(account);
        var id = mailbox.value();
        sql.run("""
                update mailbox m set path = ? || substr(m.path, length(top.path) + 1)
                from mailbox top
                where top.account_id = ? and top.id = ? and m.account_id = top.account_id
                    and (m.id = top.id or (top.delimiter <> '' and starts_with(m.path, top.path || top.delimiter)))
                """, path, account.value(), id);
        // the waiting note reads the path when its turn comes; back at the server's name there is nothing left to do
        sql.run("""
                delete from pending_change p using mailbox m
                where p.account_id = ? and p.mailbox_id = ? and p.kind = 'RENAME_FOLDER' and p.state = 'WAITING'
                    and m.account_id = p.account_id and m.id = p.mailbox_id and m.path = m.remote_path
                """, account.value(), id);
        sql.run("""
                insert into pending_change (account_id, kind, mailbox_id)
                select m.account_id, 'RENAME_FOLDER', m.id from mailbox m
                where m.account_id = ? and m.id = ? and m.path is distinct from m.remote_path and not exists (
                    select from pending_change p
                    where p.account_id = m.account_id and p.mailbox_id = m.id and p.state = 'WAITING'
                        and p.kind in ('RENAME_FOLDER', 'CREATE_FOLDER'))
                """, account.value(), id);
        database.clear();
    }

    @Override
    public void drop(AccountId account, MailboxId mailbox) {
        settlement.lock(account);
        var id = mailbox.value();
        int unmade = sql.run("""
                delete from pending_change
                where account_id = ? and mailbox_id = ? and kind = 'CREATE_FOLDER' and state = 'WAITING'
                """, account.value(), id);
        sql.run("""
                delete from pending_change
                where account_id = ? and mailbox_id = ? and kind = 'RENAME_FOLDER' and state = 'WAITING'
                """, account.value(), id);
        if (unmade > 0) {
            sql.run("delete from mailbox where account_id = ? and id = ?", account.value(), id);
        } else {
            sql.run("update mailbox set leaving = true, path = coalesce(remote_path, path)"
                    + " where account_id = ? and id = ?", account.value(), id);
            sql.run("insert into pending_change (account_id, kind, mailbox_id) values (?, 'DROP_FOLDER', ?)",
                    account.value(), id);
        }
        database.clear();
    }

    @Override
    public void chooseRole(AccountId account, MailboxId mailbox, MailboxRole role) {
        settlement.lock(account);
        sql.run("update mailbox set chosen_role = ?, role = ? where account_id = ? and id = ?",
                role.name(), role.name(), account.value(), mailbox.value());
        if (role == MailboxRole.NONE) return;
        sql.run("""
                update mailbox set chosen_role = nullif(chosen_role, ?), role = 'NONE'
                where account_id = ? and id <> ? and role = ?
                """, role.name(), account.value(), mailbox.value(), role.name());
        database.clear();
    }
}
