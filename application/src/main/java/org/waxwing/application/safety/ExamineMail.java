package org.waxwing.application.safety;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.account.Account;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.account.AccountStore;
import org.waxwing.domain.authenticity.Authentication;
import org.waxwing.domain.authenticity.Authentication.Standing;
import org.waxwing.domain.authenticity.Testimony;
import org.waxwing.domain.authenticity.TrustedServers;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.mailbox.BlobStore;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.MessageParser;
import org.waxwing.domain.mailbox.TestimonyStore;
import org.waxwing.domain.reading.EmailView;

/**
 * Looks up what the header of a message testifies, where that was not done when it arrived. Each message once: what is
 * found is noted.
 */
public class ExamineMail {
    private static final int MOST = 20;

    private final Transactions transactions;
    private final AccountStore accounts;
    private final TestimonyStore testimonies;
    private final BlobStore blobs;
    private final MessageParser parser;

    public ExamineMail(
            Transactions transactions,
            AccountStore accounts,
            TestimonyStore testimonies,
            BlobStore blobs,
            MessageParser parser) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.testimonies = testimonies;
        this.blobs = blobs;
        this.parser = parser;
    }

    /** The authentication of these messages of one account; of more than twenty not examined ones, the latest. */
    public Map<EmailId, Authentication> examine(PersonId owner, AccountId account, List<EmailView> messages) {
        var known = new HashMap<EmailId, Authentication>();
        messages.forEach(it -> known.put(it.id(), it.authentication()));
        var open = messages.reversed().stream()
                .filter(it -> it.authentication().standing() == Standing.NOT_EXAMINED)
                .limit(MOST)
                .toList();
        if (open.isEmpty()) return known;
        var found = new HashMap<EmailId, Testimony>();
        for (var email : open) found.put(email.id(), testimony(email));
        var holder = transactions.call(Actor.of(owner), () -> {
            testimonies.note(account, found);
            return accounts.account(account);
        });
        holder.map(ExamineMail::servers).ifPresent(servers -> open.forEach(it -> known.put(it.id(), Authentication.of(
                found.getOrDefault(it.id(), Testimony.NOT_EXAMINED), servers, fromDomain(it)))));
        return known;
    }

    private Testimony testimony(EmailView email) {
        try {
            return parser.testimony(blobs.message(email.account(), email.source()));
        } catch (IOException e) {
            // the source is gone: nothing will ever be known
            return Testimony.of(List.of());
        }
    }

    private static TrustedServers servers(Account account) {
        return TrustedServers.of(account.incoming().host(), account.address().domain());
    }

    private static String fromDomain(EmailView email) {
        return email.headers().from().stream().findFirst().map(EmailAddress::domain).orElse("");
    }
}
