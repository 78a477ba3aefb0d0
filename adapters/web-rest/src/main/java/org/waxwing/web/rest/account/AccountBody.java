package org.waxwing.web.rest.account;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.waxwing.domain.account.Account;

/**
 * A connected mail account; its sign-in is not part of what can be read.
 *
 * @param provider {@code imap}
 * @param imap where mail is fetched
 * @param smtp where mail is handed in
 */
@Schema(name = "Account")
public record AccountBody(
        String id,
        @Schema(enumeration = "imap") String provider,
        String address,
        String displayName,
        ServerBody imap,
        ServerBody smtp,
        Instant addedAt) {
    static AccountBody of(Account account) {
        return new AccountBody(
                account.id().toString(),
                NewAccount.PROVIDER,
                account.address().address(),
                account.displayName(),
                ServerBody.of(account.incoming()),
                ServerBody.of(account.outgoing()),
                account.addedAt());
    }
}
