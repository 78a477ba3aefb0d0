package org.waxwing.persistence.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.waxwing.domain.account.Account;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.account.ConnectionSecurity;
import org.waxwing.domain.account.ServerEndpoint;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.identity.PersonId;

/** A connected account. */
@Entity
@Table(name = "account")
class AccountRow {
    @Id
    private UUID id;

    @Column(name = "owner_id", updatable = false)
    private UUID owner;

    @Column(name = "address_name", updatable = false)
    private String addressName;

    @Column(updatable = false)
    private String address;

    @Column(name = "display_name")
    private String displayName;

    @Embedded
    private Incoming incoming;

    @Embedded
    private Outgoing outgoing;

    @Column(name = "added_at", updatable = false)
    private Instant addedAt;

    @SuppressWarnings("NullAway.Init")
    protected AccountRow() {}

    AccountRow(Account account) {
        this.id = account.id().value();
        this.owner = account.owner().value();
        this.addressName = account.address().name().value();
        this.address = account.address().address();
        this.displayName = account.displayName();
        this.incoming = Incoming.of(account.incoming());
        this.outgoing = Outgoing.of(account.outgoing());
        this.addedAt = account.addedAt();
    }

    /** Takes over what may change: the name and the servers. */
    void become(Account account) {
        displayName = account.displayName();
        incoming = Incoming.of(account.incoming());
        outgoing = Outgoing.of(account.outgoing());
    }

    Account toAccount() {
        return new Account(
                new AccountId(id),
                new PersonId(owner),
                new EmailAddress(new UntrustedText(addressName), address),
                displayName,
                new ServerEndpoint(incoming.host(), incoming.port(), incoming.security()),
                new ServerEndpoint(outgoing.host(), outgoing.port(), outgoing.security()),
                addedAt);
    }

    @Embeddable
    record Incoming(
            @Column(name = "incoming_host") String host,
            @Column(name = "incoming_port") int port,
            @Column(name = "incoming_security") @Enumerated(EnumType.STRING) ConnectionSecurity security) {
        static Incoming of(ServerEndpoint server) {
            return new Incoming(server.host(), server.port(), server.security());
        }
    }

    @Embeddable
    record Outgoing(
            @Column(name = "outgoing_host") String host,
            @Column(name = "outgoing_port") int port,
            @Column(name = "outgoing_security") @Enumerated(EnumType.STRING) ConnectionSecurity security) {
        static Outgoing of(ServerEndpoint server) {
            return new Outgoing(server.host(), server.port(), server.security());
        }
    }
}
