package org.waxwing.application.safety;

import java.util.List;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.images.ImageTrust;

/** The senders whose pictures a person always wants to see. */
public class ListTrustedSenders {
    private final Transactions transactions;
    private final ImageTrust trust;

    public ListTrustedSenders(Transactions transactions, ImageTrust trust) {
        this.transactions = transactions;
        this.trust = trust;
    }

    /** All of them, in alphabetical order. */
    public List<ImageTrust.Trusted> list(PersonId person) {
        return transactions.call(Actor.of(person), trust::all);
    }
}
