package org.waxwing.persistence.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.waxwing.domain.account.AccountId;

/** What opens an account, locked. */
@Entity
@Table(name = "account_credential")
class CredentialRow {
    @Id
    @Column(name = "account_id")
    private UUID account;

    private String sealed;

    @Column(name = "renewing_until")
    private @Nullable Instant renewingUntil;

    @SuppressWarnings("NullAway.Init")
    protected CredentialRow() {}

    CredentialRow(AccountId account, SealedSignIn signIn) {
        this.account = account.value();
        this.sealed = signIn.text();
    }

    void replaceBy(SealedSignIn signIn) {
        sealed = signIn.text();
        renewingUntil = null;
    }

    /** Takes the right to renew until {@code until}, unless somebody has it at {@code now}. */
    boolean beginRenewal(Instant now, Instant until) {
        var held = renewingUntil;
        if (held != null && held.isAfter(now)) return false;
        renewingUntil = until;
        return true;
    }

    SealedSignIn sealed() {
        return new SealedSignIn(sealed);
    }
}
