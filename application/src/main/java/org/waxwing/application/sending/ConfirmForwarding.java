package org.waxwing.application.sending;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.sending.ForwardingAddress;
import org.waxwing.domain.sending.ForwardingAddresses;
import org.waxwing.domain.sending.SendingKeys;

/** Takes the code that came to an address. */
public class ConfirmForwarding {
    private final Transactions transactions;
    private final ForwardingAddresses addresses;
    private final SendingKeys keys;
    private final Clock clock;

    public ConfirmForwarding(
            Transactions transactions, ForwardingAddresses addresses, SendingKeys keys, Clock clock) {
        this.transactions = transactions;
        this.addresses = addresses;
        this.keys = keys;
        this.clock = clock;
    }

    /** What became of it. */
    public sealed interface Result {
        /** Mail may be passed on there. */
        record Verified(ForwardingAddress address) implements Result {}

        /** It was another code. */
        record Wrong(int attemptsLeft) implements Result {}

        /** There is no code any more: it is too old, or was guessed at too often. */
        record Over() implements Result {}

        /** Nobody has asked for that address. */
        record NotThere() implements Result {}
    }

    /** Takes a code; each attempt counts. */
    public Result confirm(PersonId person, String address, String code) {
        var to = EmailAddress.of(address.strip());
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var shown = keys.seal(person, EmailAddress.of(to.key()), code.replaceAll("\\D", ""));
        return transactions.call(Actor.of(person), () -> {
            var there = addresses.take(to);
            if (there.isEmpty()) return new Result.NotThere();
            if (there.get().isVerified()) return new Result.Verified(there.get());
            if (!there.get().isOpen(now)) return new Result.Over();
            var after = there.get().shown(shown, now);
            addresses.keep(after);
            return switch (after.proof()) {
                case ForwardingAddress.Proof.Shown it -> new Result.Verified(after);
                case ForwardingAddress.Proof.Asked(var seal, var end, var left) -> new Result.Wrong(left);
            };
        });
    }
}
