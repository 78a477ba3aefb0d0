package org.waxwing.application.safety;

import java.time.Clock;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.images.ImageTrust;

/** From now on the pictures of a sender are always shown, or are not any more. */
public class TrustImages {
    private final Transactions transactions;
    private final ImageTrust trust;
    private final Clock clock;

    public TrustImages(Transactions transactions, ImageTrust trust, Clock clock) {
        this.transactions = transactions;
        this.trust = trust;
        this.clock = clock;
    }

    /** What a person decided. */
    public enum Decision {
        ALWAYS,
        NO_LONGER
    }

    /** Keeps the decision; deciding twice changes nothing. False when the address is none. */
    public boolean decide(PersonId person, EmailAddress sender, Decision decision) {
        if (!sender.isDeliverable()) return false;
        transactions.run(Actor.of(person), () -> {
            switch (decision) {
                case ALWAYS -> trust.add(sender, clock.instant());
                case NO_LONGER -> trust.remove(sender);
            }
        });
        return true;
    }
}
