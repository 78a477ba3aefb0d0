package org.waxwing.application.sending;

import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.sending.ForwardingAddresses;

/** Forgets where somebody wanted mail passed on: nothing is sent there any more, nor what waits. */
public class RemoveForwardingAddress {
    private final Transactions transactions;
    private final ForwardingAddresses addresses;

    public RemoveForwardingAddress(Transactions transactions, ForwardingAddresses addresses) {
        this.transactions = transactions;
        this.addresses = addresses;
    }

    /** Whether there was one. */
    public boolean remove(PersonId person, String address) {
        return transactions.<Boolean>call(Actor.of(person), () -> addresses.remove(EmailAddress.of(address.strip())));
    }
}
