package org.waxwing.application.screening;

import java.util.List;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.screening.Contact;
import org.waxwing.domain.screening.SenderBook;

/** The people whom a person knows, by what is typed of their name or address. */
public class FindContacts {
    private final Transactions transactions;
    private final SenderBook book;

    public FindContacts(Transactions transactions, SenderBook book) {
        this.transactions = transactions;
        this.book = book;
    }

    /** At most {@code limit} of those who fit, the closest first. */
    public List<Contact> find(PersonId owner, String typed, int limit) {
        return transactions.call(Actor.of(owner), () -> book.find(typed, limit));
    }
}
