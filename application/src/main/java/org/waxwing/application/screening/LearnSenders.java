package org.waxwing.application.screening;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waxwing.application.runtime.MailEvent;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.application.sorting.Refile;
import org.waxwing.domain.account.AccountStore;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.MailStore;
import org.waxwing.domain.mailbox.MailboxRole;
import org.waxwing.domain.mailbox.MessageHeaders;
import org.waxwing.domain.screening.Correspondence;
import org.waxwing.domain.screening.Correspondence.Direction;
import org.waxwing.domain.screening.SenderBook;
import org.waxwing.domain.sorting.SortingStore;
import org.waxwing.domain.sorting.StoredMail;

/** Remembers with whom an account exchanged the messages that arrived. */
public class LearnSenders {
    // of each sender's mail and of each conversation the latest; the rest is sorted with the whole account
    private static final int AT_ONCE = 500;

    private final Transactions transactions;
    private final AccountStore accounts;
    private final MailStore mail;
    private final SenderBook book;
    private final SortingStore sorting;
    private final Refile refile;

    public LearnSenders(
            Transactions transactions,
            AccountStore accounts,
            MailStore mail,
            SenderBook book,
            SortingStore sorting,
            Refile refile) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.mail = mail;
        this.book = book;
        this.sorting = sorting;
        this.refile = refile;
    }

    /** Notes these messages in the book; those that are gone meanwhile are passed over. */
    public void learn(MailEvent.EmailsArrived arrived) {
        transactions.run(Actor.of(arrived.owner()), () -> {
            var account = accounts.account(arrived.account());
            if (account.isEmpty()) return;
            var own = account.get().address().key();
            // anybody can write the owner's address into From; only the owner fills the folder of sent mail
            var sent = mail.shownIn(arrived.account(), arrived.emails(), MailboxRole.SENT);
            var notes = new ArrayList<Correspondence>();
            mail.headers(arrived.account(), arrived.emails())
                    .forEach((id, headers) -> notes.addAll(of(id, headers, own, sent.contains(id))));
            book.note(arrived.account(), notes);
            sortAgain(arrived, notes, sent);
        });
    }

    /** Whoever was written to is no stranger any more, nor is anybody in a conversation in which the owner wrote. */
    private void sortAgain(MailEvent.EmailsArrived arrived, List<Correspondence> notes, Set<EmailId> sent) {
        if (sent.isEmpty()) return;
        var account = arrived.account();
        var writtenTo = notes.stream()
                .filter(it -> it.direction() == Direction.SENT)
                .map(it -> it.with().key())
                .collect(Collectors.toSet());
        var threads = Set.copyOf(mail.threads(account, sent).values());
        var touched = new LinkedHashMap<EmailId, StoredMail>();
        sorting.from(account, writtenTo, AT_ONCE).forEach(it -> touched.put(it.id(), it));
        sorting.in(account, threads, AT_ONCE).forEach(it -> touched.put(it.id(), it));
        refile.refile(arrived.owner(), account, List.copyOf(touched.values()), List.of());
    }

    private static List<Correspondence> of(EmailId id, MessageHeaders headers, String own, boolean sent) {
        var others = sent
                ? Stream.of(headers.to(), headers.cc(), headers.bcc()).flatMap(List::stream)
                : headers.from().stream();
        return others.filter(other -> other.isDeliverable() && !other.key().equals(own))
                .map(other -> new Correspondence(id, other, sent ? Direction.SENT : Direction.RECEIVED,
                        headers.sentAt()))
                .toList();
    }
}
