package org.waxwing.persistence.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.waxwing.domain.account.AccountId;

/** What opens an account, locked. */
@Entity
@Table(name = "account_credential")
class CredentialRow {
    @Id
    @Column(name = "account_id")
    private UUID account;

    private String sealed;

    @SuppressWarnings("NullAway.Init")
    protected CredentialRow() {}

    CredentialRow(AccountId account, SealedSignIn signIn) {
        this.account = account.value();
        this.sealed = signIn.text();
    }

    void replaceBy(SealedSignIn signIn) {
        sealed = signIn.text();
    }

    SealedSignIn sealed() {
        return new SealedSignIn(sealed);
    }
}
