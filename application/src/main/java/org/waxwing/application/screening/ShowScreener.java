package org.waxwing.application.screening;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.account.Account;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.account.AccountStore;
import org.waxwing.domain.authenticity.Authentication;
import org.waxwing.domain.authenticity.TrustedServers;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.links.HostName;
import org.waxwing.domain.links.LinkCheck;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.ThreadId;
import org.waxwing.domain.screening.Caller;
import org.waxwing.domain.screening.DecisionStore;
import org.waxwing.domain.screening.Doorstep;
import org.waxwing.domain.screening.SenderBook;

/** Who waits to be let in, with all that helps to decide. */
public class ShowScreener {
    private static final int MOST = 200;
    private static final int MOST_CONTACTS = 2_000;

    private final Transactions transactions;
    private final Doorstep doorstep;
    private final DecisionStore decisions;
    private final AccountStore accounts;
    private final SenderBook book;

    public ShowScreener(
            Transactions transactions,
            Doorstep doorstep,
            DecisionStore decisions,
            AccountStore accounts,
            SenderBook book) {
        this.transactions = transactions;
        this.doorstep = doorstep;
        this.decisions = decisions;
        this.accounts = accounts;
        this.book = book;
    }

    /**
     * Somebody who waits.
     *
     * @param threads in which they wrote, the latest first
     * @param standing how far the address can be trusted
     * @param colleagues how many other people have mail from them
     * @param similar domains one knows that theirs could be mistaken for
     */
    public record Waiting(
            AccountId account,
            EmailAddress sender,
            long messages,
            List<ThreadId> threads,
            EmailId latest,
            ThreadId thread,
            UntrustedText subject,
            UntrustedText preview,
            Instant receivedAt,
            Authentication.Standing standing,
            long colleagues,
            List<String> similar) {
        public Waiting {
            threads = List.copyOf(threads);
            similar = List.copyOf(similar);
        }
    }

    /** Everybody who waits for {@code owner}, who wrote last first; at most {@value #MOST}. */
    public List<Waiting> show(PersonId owner) {
        return transactions.call(Actor.of(owner), () -> {
            var callers = doorstep.waiting(MOST);
            if (callers.isEmpty()) return List.of();
            var own = accounts.all().stream().collect(Collectors.toMap(Account::id, it -> it));
            var known = new LinkCheck(knownDomains(own.values().stream().toList()));
            var colleagues = decisions.colleaguesWhoKnow(callers.stream().map(Caller::sender).toList());
            var waiting = new ArrayList<Waiting>();
            for (var it : callers) {
                var account = own.get(it.account());
                if (account == null || it.threads().isEmpty()) continue;
                waiting.add(new Waiting(
                        it.account(), it.sender(), it.messages(), it.threads(), it.latest(), it.threads().getFirst(),
                        it.subject(), it.preview(), it.receivedAt(), standing(it, account),
                        colleagues.getOrDefault(it.sender().key(), 0L),
                        HostName.of(it.sender().domain()).flatMap(known::posed).stream().toList()));
            }
            return waiting;
        });
    }

    private Set<String> knownDomains(List<Account> own) {
        var known = new HashSet<String>();
        own.forEach(it -> {
            known.add(it.address().domain());
            known.addAll(book.writtenTo(it.id(), MOST_CONTACTS));
        });
        return known;
    }

    private static Authentication.Standing standing(Caller caller, Account account) {
        return Authentication.of(
                caller.testimony(),
                TrustedServers.of(account.incoming().host(), account.address().domain()),
                caller.sender().domain()).standing();
    }
}
