package org.waxwing.application.flow;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.EventChannel;
import org.waxwing.application.runtime.Outbox;
import org.waxwing.application.runtime.Transactions;

/**
 * Hands committed events on: takes them from the outbox, sends them, then forgets them. Dying in between means that
 * they are sent again once the hold on them has run out.
 */
public class RelayEvents {
    private static final int AT_ONCE = 100;
    private static final Duration HOLD = Duration.ofSeconds(30);

    private final Transactions transactions;
    private final Outbox outbox;
    private final EventChannel channel;
    private final Clock clock;

    public RelayEvents(Transactions transactions, Outbox outbox, EventChannel channel, Clock clock) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.channel = channel;
        this.clock = clock;
    }

    /**
     * Hands on everything that waits.
     *
     * @return how many events that were
     * @throws RuntimeException one could not be handed on; it waits with those behind it until the hold has run out
     */
    public int relay() {
        int sent = 0;
        for (var letters = take(); !letters.isEmpty(); letters = take()) sent += handOn(letters);
        return sent;
    }

    private int handOn(List<Outbox.Letter> letters) {
        var sent = new ArrayList<UUID>();
        try {
            for (var letter : letters) {
                channel.send(letter.event());
                sent.add(letter.id());
            }
        } finally {
            // one event that is refused must not send those before it again and again
            if (!sent.isEmpty()) transactions.run(new Actor.House(), () -> outbox.done(sent));
        }
        return sent.size();
    }

    private List<Outbox.Letter> take() {
        var now = clock.instant();
        return transactions.call(new Actor.House(), () -> outbox.take(AT_ONCE, now, now.plus(HOLD)));
    }
}
