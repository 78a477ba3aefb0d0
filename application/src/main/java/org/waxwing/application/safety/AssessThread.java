package org.waxwing.application.safety;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.account.Account;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.account.AccountStore;
import org.waxwing.domain.authenticity.Authentication;
import org.waxwing.domain.authenticity.Evidence;
import org.waxwing.domain.authenticity.Hint;
import org.waxwing.domain.authenticity.Suspicion;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.identity.Person;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.identity.PersonStore;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.reading.EmailView;
import org.waxwing.domain.screening.Acquaintance;
import org.waxwing.domain.screening.SenderBook;

/** What a conversation's messages are to be believed, and what is suspicious about them. */
public class AssessThread {
    private static final int MOST_CONTACTS = 2_000;

    private final Transactions transactions;
    private final ExamineMail examine;
    private final AccountStore accounts;
    private final PersonStore people;
    private final SenderBook book;

    public AssessThread(
            Transactions transactions, ExamineMail examine, AccountStore accounts, PersonStore people,
            SenderBook book) {
        this.transactions = transactions;
        this.examine = examine;
        this.accounts = accounts;
        this.people = people;
        this.book = book;
    }

    /** What was found, for each message; hints are empty lists for most. */
    public record Assessment(Map<EmailId, Authentication> authentication, Map<EmailId, List<Hint>> hints) {
        public Assessment {
            authentication = Map.copyOf(authentication);
            hints = Map.copyOf(hints);
        }

        /** Nothing is known. */
        public static Assessment nothing() {
            return new Assessment(Map.of(), Map.of());
        }
    }

    private record Reader(List<EmailAddress> own, Set<String> contacts) {}

    /**
     * Assesses messages of one conversation.
     *
     * @param messages oldest first
     * @param writers how well the writers are known, by {@link EmailAddress#key()}
     */
    public Assessment assess(
            PersonId owner, AccountId account, List<EmailView> messages, Map<String, Acquaintance> writers) {
        if (messages.isEmpty()) return Assessment.nothing();
        var authentication = examine.examine(owner, account, messages);
        var reader = reader(owner, account, writers);
        var hints = new HashMap<EmailId, List<Hint>>();
        for (var email : messages)
            hints.put(email.id(), Suspicion.of(evidence(
                    email, authentication.getOrDefault(email.id(), Authentication.UNKNOWN), reader, writers)));
        return new Assessment(authentication, hints);
    }

    // whom the reader writes to is asked only where somebody could be taken for them
    private Reader reader(PersonId owner, AccountId account, Map<String, Acquaintance> writers) {
        boolean strangers = writers.values().stream().anyMatch(it -> it.sent() == 0);
        return transactions.call(Actor.of(owner), () -> {
            var name = people.person(owner).map(Person::name).orElse(UntrustedText.EMPTY);
            var own = accounts.all().stream().map(it -> named(it, name)).toList();
            return new Reader(own, strangers ? book.writtenTo(account, MOST_CONTACTS) : Set.of());
        });
    }

    private static EmailAddress named(Account account, UntrustedText person) {
        var name = account.address().name();
        return new EmailAddress(name.isBlank() ? person : name, account.address().address());
    }

    private static Evidence evidence(
            EmailView email, Authentication authentication, Reader reader, Map<String, Acquaintance> writers) {
        var from = email.headers().from().stream().findFirst().orElse(EmailAddress.of(""));
        var known = writers.getOrDefault(from.key(), Acquaintance.NONE);
        return new Evidence(
                from,
                email.headers().replyTo(),
                authentication,
                reader.own(),
                reader.contacts(),
                known.sent() > 0,
                known.received(),
                email.headers().subject(),
                email.text(),
                email.hasHtml() || email.text().value().contains("://"));
    }
}
