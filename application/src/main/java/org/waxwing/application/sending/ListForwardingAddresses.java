package org.waxwing.application.sending;

import java.util.List;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.sending.ForwardingAddress;
import org.waxwing.domain.sending.ForwardingAddresses;

/** Tells where somebody wants mail passed on. */
public class ListForwardingAddresses {
    private final Transactions transactions;
    private final ForwardingAddresses addresses;

    public ListForwardingAddresses(Transactions transactions, ForwardingAddresses addresses) {
        this.transactions = transactions;
        this.addresses = addresses;
    }

    /** All of their addresses, in alphabetical order. */
    public List<ForwardingAddress> list(PersonId person) {
        return transactions.call(Actor.of(person), addresses::all);
    }
}
