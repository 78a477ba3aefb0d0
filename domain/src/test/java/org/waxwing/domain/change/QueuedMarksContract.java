package org.waxwing.domain.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waxwing.domain.world.EmailBuilder.anEmail;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.sync.RemoteChange.Refusal;
import org.waxwing.domain.sync.Uid;
import org.waxwing.domain.world.World;

/** How keywords that were set or taken wait in every {@link ChangeQueue}; a part of its contract. */
interface QueuedMarksContract {
    Keyword LABEL = new Keyword("projekt 'x' \"büro\"");

    World world();

    @Test
    default void marks_at_once_and_waits() {
        var out = Outgoing.in(world());
        var email = out.deliver(anEmail().marked(LABEL));

        var changed = out.mark(email, Keyword.SEEN, true);

        assertThat(changed).containsExactly(email.id());
        assertThat(out.keywords(email)).containsExactlyInAnyOrder(Keyword.SEEN, LABEL);
        assertThat(out.only()).isInstanceOfSatisfying(WaitingChange.Mark.class, mark -> {
            assertThat(mark.email()).isEqualTo(email.id());
            assertThat(mark.keyword()).isEqualTo(Keyword.SEEN);
            assertThat(mark.present()).isTrue();
            assertThat(mark.tried()).isFalse();
            assertThat(mark.places()).containsExactly(out.at(out.inbox(), 1));
        });
        assertThat(out.as(() -> world().changes().count(out.account().id()))).isEqualTo(1);
    }

    @Test
    default void takes_a_keyword_from_every_copy() {
        var out = Outgoing.in(world());
        var email = out.deliver(anEmail().marked(LABEL));
        world().show(out.account(), out.work(), email.id(), LABEL);

        out.mark(email, LABEL, false);

        assertThat(out.keywords(email)).isEmpty();
        assertThat(out.places()).containsExactlyInAnyOrder(out.at(out.inbox(), 1), out.at(out.work(), 1));
    }

    @Test
    default void what_is_so_already_is_no_change() {
        var out = Outgoing.in(world());
        var email = out.deliver(anEmail().marked(Keyword.SEEN));

        assertThat(out.mark(email, Keyword.SEEN, true)).isEmpty();
        assertThat(out.mark(email, Keyword.FLAGGED, false)).isEmpty();
        assertThat(out.move(email, out.work(), out.archive())).isEmpty();
        assertThat(out.move(email, out.inbox(), out.inbox())).isEmpty();
        assertThat(out.delete(email, out.work())).isEmpty();
        assertThat(out.waiting()).isEmpty();
    }

    @Test
    default void what_one_copy_is_marked_with_the_message_is_already() {
        var out = Outgoing.in(world());
        var email = out.deliver(anEmail().marked(Keyword.SEEN));
        out.place(out.work(), 7, email);

        assertThat(out.mark(email, Keyword.SEEN, true)).isEmpty();

        assertThat(out.waiting()).isEmpty();
        assertThat(out.snapshot(out.work()).messages()).isEqualTo(Map.of(new Uid(7), Set.of()));
    }

    @Test
    default void marks_that_cancel_out_leave_nothing_to_do() {
        var out = Outgoing.in(world());
        var email = out.deliver(anEmail().marked(Keyword.FLAGGED));

        out.mark(email, Keyword.SEEN, true);
        out.mark(email, Keyword.SEEN, false);
        out.mark(email, Keyword.FLAGGED, false);
        out.mark(email, Keyword.FLAGGED, true);

        assertThat(out.waiting()).isEmpty();
        assertThat(out.keywords(email)).containsExactly(Keyword.FLAGGED);
    }

    @Test
    default void a_mark_that_was_tried_is_not_cancelled_but_followed_by_its_opposite() {
        var out = Outgoing.in(world());
        var email = out.deliver(anEmail());
        out.mark(email, Keyword.SEEN, true);
        out.tried(out.only());

        out.mark(email, Keyword.SEEN, false);

        assertThat(out.keywords(email)).isEmpty();
        assertThat(out.waiting()).hasSize(2);
        assertThat(out.waiting()).extracting(WaitingChange::tried).containsExactly(true, false);
        assertThat(out.waiting().getFirst().position()).isLessThan(out.waiting().getLast().position());
    }

    @Test
    default void a_mark_that_was_done_waits_no_more_and_stays() {
        var out = Outgoing.in(world());
        var email = out.deliver(anEmail());
        out.mark(email, Keyword.SEEN, true);

        out.done(out.only());

        assertThat(out.waiting()).isEmpty();
        assertThat(out.keywords(email)).containsExactly(Keyword.SEEN);
        assertThat(out.snapshot(out.inbox()).messages()).isEqualTo(Map.of(new Uid(1), Set.of(Keyword.SEEN)));
    }

    @Test
    default void what_the_server_tells_does_not_take_away_what_waits() {
        var out = Outgoing.in(world());
        var email = out.deliver(anEmail().marked(LABEL));
        out.mark(email, Keyword.SEEN, true);
        out.mark(email, LABEL, false);

        out.remark(out.inbox(), 1, LABEL, Keyword.ANSWERED);

        assertThat(out.keywords(email)).containsExactlyInAnyOrder(Keyword.SEEN, Keyword.ANSWERED);
        assertThat(out.snapshot(out.inbox()).messages())
                .isEqualTo(Map.of(new Uid(1), Set.of(Keyword.SEEN, Keyword.ANSWERED)));
        assertThat(out.waiting()).hasSize(2);
    }

    @Test
    default void a_new_copy_has_what_waits_too() {
        var out = Outgoing.in(world());
        var email = out.deliver(anEmail());
        out.mark(email, Keyword.SEEN, true);

        out.place(out.work(), 9, email);

        assertThat(out.snapshot(out.work()).messages()).isEqualTo(Map.of(new Uid(9), Set.of(Keyword.SEEN)));
        assertThat(out.places()).containsExactlyInAnyOrder(out.at(out.inbox(), 1), out.at(out.work(), 9));
    }

    @Test
    default void a_refused_mark_is_taken_back_and_told() {
        var out = Outgoing.in(world());
        var email = out.deliver(anEmail().subject("Ünï 🦆").marked(Keyword.FLAGGED));
        out.mark(email, LABEL, true);

        var touched = out.refused(Refusal.NO_LABELS, out.only());

        assertThat(touched).containsExactly(email.id());
        assertThat(out.keywords(email)).containsExactly(Keyword.FLAGGED);
        assertThat(out.waiting()).isEmpty();
        assertThat(out.refusals()).singleElement().satisfies(refused -> {
            assertThat(refused.account()).isEqualTo(out.account().id());
            assertThat(refused.what()).isEqualTo(Refused.What.MARK);
            assertThat(refused.why()).isEqualTo(Refusal.NO_LABELS);
            assertThat(refused.subject().value()).isEqualTo("Ünï 🦆");
            assertThat(refused.count()).isEqualTo(1);
            assertThat(refused.at()).isEqualTo(Outgoing.NOW);
        });
    }

    @Test
    default void what_was_refused_together_is_told_together() {
        var out = Outgoing.in(world());
        var emails = List.of(out.deliver(anEmail()), out.deliver(anEmail()), out.deliver(anEmail()));
        emails.forEach(it -> out.mark(it, LABEL, true));

        out.refused(Refusal.NO_LABELS, out.waiting().toArray(WaitingChange[]::new));

        assertThat(out.refusals()).singleElement().satisfies(it -> assertThat(it.count()).isEqualTo(3));
    }

    @Test
    default void marks_of_a_message_that_is_gone_wait_no_more() {
        var out = Outgoing.in(world());
        var email = out.deliver(anEmail());
        out.mark(email, Keyword.SEEN, true);

        out.vanish(out.inbox(), 1);

        assertThat(out.shown(email)).isEmpty();
        assertThat(out.waiting()).isEmpty();
    }

    @Test
    default void a_mark_waits_until_a_moved_message_is_found() {
        var out = Outgoing.in(world());
        var email = out.deliver(anEmail());
        out.move(email, out.inbox(), out.archive());
        out.done(out.only());
        out.mark(email, Keyword.SEEN, true);
        var unknown = out.places();

        out.place(out.archive(), 7, email);

        assertThat(unknown).isEmpty();
        assertThat(out.places()).containsExactly(out.at(out.archive(), 7));
        assertThat(out.keywords(email)).containsExactly(Keyword.SEEN);
    }
}
