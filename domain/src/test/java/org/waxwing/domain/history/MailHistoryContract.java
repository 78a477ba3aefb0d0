package org.waxwing.domain.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waxwing.domain.world.EmailBuilder.anEmail;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.change.ActionId;
import org.waxwing.domain.history.HistoryLine.Engine;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.sorting.Ground;
import org.waxwing.domain.sorting.Reason;
import org.waxwing.domain.world.World;

/** What every {@link MailHistory} does. */
public interface MailHistoryContract {
    Instant NOW = Instant.parse("2026-03-01T09:00:00Z");

    World world();

    private static HistoryLine line(EmailId email, String reference) {
        return new HistoryLine(email, NOW, Engine.RULE, reference, "label", "board", List.of(), List.of());
    }

    @Test
    default void tells_what_was_done_the_latest_first() {
        var account = world().accountOf(world().somebody());
        var emails = world().deliverAll(account, world().inbox(account), anEmail(), anEmail());
        var email = emails.getFirst().id();
        var other = emails.getLast().id();
        var first = new HistoryLine(
                email, NOW, Engine.CLASSIFIER, "1", "category", "FEED",
                List.of(new Reason(Ground.LIST, List.of(), 40), new Reason(Ground.CROWD, List.of("31"), 12)),
                List.of());
        var second = new HistoryLine(
                email, NOW, Engine.RULE, "r", "label", "board", List.of(),
                List.of(new ActionId(UUID.randomUUID())));

        world().run(account.owner(), () -> world().history().add(account.id(), List.of(first, line(other, "o"))));
        world().run(account.owner(), () -> world().history().add(
                account.id(), List.of(second, line(new EmailId(UUID.randomUUID()), "gone"))));

        assertThat(world().as(account.owner(), () -> world().history().of(email, 10))).containsExactly(second, first);
        assertThat(world().as(account.owner(), () -> world().history().of(email, 1))).containsExactly(second);
        assertThat(world().as(world().somebody(), () -> world().history().of(email, 10))).isEmpty();
    }

    @Test
    default void is_not_written_by_others() {
        var account = world().accountOf(world().somebody());
        var email = world().deliver(account, world().inbox(account), anEmail()).id();

        world().attempt(world().somebody(), () -> world().history().add(account.id(), List.of(line(email, "x"))));

        assertThat(world().as(account.owner(), () -> world().history().of(email, 10))).isEmpty();
    }
}
