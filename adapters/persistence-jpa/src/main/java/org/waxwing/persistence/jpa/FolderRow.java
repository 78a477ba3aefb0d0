package org.waxwing.persistence.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

    // what the server calls it; none before the server has heard of it
    @Column(name = "remote_path")
    private @Nullable String remotePath;

    @Enumerated(EnumType.STRING)
    @Column(name = "server_role")
    private MailboxRole serverRole;

    @Enumerated(EnumType.STRING)
    @Column(name = "chosen_role")
    private @Nullable MailboxRole chosenRole;

    @SuppressWarnings("NullAway.Init")
    protected FolderRow() {}

    FolderRow(Mailbox mailbox, MailboxRole role) {
        this.key = new Key(mailbox.account().value(), mailbox.id().value());
        this.path = mailbox.path();
        this.remotePath = mailbox.path();
        this.delimiter = text(mailbox.delimiter());
        this.role = role;
        this.serverRole = mailbox.role();
        this.selectable = mailbox.selectable();
    }

    /** Takes on what the server says; a name that its owner has given it meanwhile stays. */
    void become(Mailbox mailbox, MailboxRole effective) {
        if (path.equals(remotePath)) path = mailbox.path();
        remotePath = mailbox.path();
        delimiter = text(mailbox.delimiter());
        role = effective;
        serverRole = mailbox.role();
        selectable = mailbox.selectable();
    }

    Optional<MailboxRole> chosenRole() {
        return Optional.ofNullable(chosenRole);
    }

    /** The folder as its server has it. */
    Optional<Mailbox> atServer() {
        return Optional.ofNullable(remotePath).map(name -> new Mailbox(
                new MailboxId(key.id()), new AccountId(key.account()), name, character(delimiter), serverRole,
                selectable));
    }

    UUID id() {
        return key.id();
    }

    MailboxRole role() {
        return role;
    }

    /** How a delimiter is stored: text cannot hold the NUL that stands for none. */
    static String text(char delimiter) {
        return delimiter == 0 ? "" : String.valueOf(delimiter);
    }

    static char character(String delimiter) {
        return delimiter.isEmpty() ? 0 : delimiter.charAt(0);
    }

    @Embeddable
    record Key(@Column(name = "account_id") UUID account, @Column(name = "id") UUID id) {}
}
