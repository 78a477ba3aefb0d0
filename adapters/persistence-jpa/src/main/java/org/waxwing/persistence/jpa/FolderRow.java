package org.waxwing.persistence.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.UUID;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.mailbox.Mailbox;
import org.waxwing.domain.mailbox.MailboxId;
import org.waxwing.domain.mailbox.MailboxRole;

/** A folder, without the columns that are counted or belong to its synchronisation. */
@Entity
@Table(name = "mailbox")
class FolderRow {
    @EmbeddedId
    private Key key;

    private String path;

    private String delimiter;

    @Enumerated(EnumType.STRING)
    private MailboxRole role;

    private boolean selectable;

    @SuppressWarnings("NullAway.Init")
    protected FolderRow() {}

    FolderRow(Mailbox mailbox) {
        this.key = new Key(mailbox.account().value(), mailbox.id().value());
        this.path = mailbox.path();
        this.delimiter = text(mailbox.delimiter());
        this.role = mailbox.role();
        this.selectable = mailbox.selectable();
    }

    void become(Mailbox mailbox) {
        path = mailbox.path();
        delimiter = text(mailbox.delimiter());
        role = mailbox.role();
        selectable = mailbox.selectable();
    }

    UUID id() {
        return key.id();
    }

    MailboxRole role() {
        return role;
    }

    Mailbox toMailbox() {
        return new Mailbox(
                new MailboxId(key.id()), new AccountId(key.account()), path, character(delimiter), role, selectable);
    }

    /** How a delimiter is stored: text cannot hold the NUL that stands for none. */
    private static String text(char delimiter) {
        return delimiter == 0 ? "" : String.valueOf(delimiter);
    }

    static char character(String delimiter) {
        return delimiter.isEmpty() ? 0 : delimiter.charAt(0);
    }

    @Embeddable
    record Key(@Column(name = "account_id") UUID account, @Column(name = "id") UUID id) {}
}
