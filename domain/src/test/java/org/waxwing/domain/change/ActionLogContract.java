package org.waxwing.domain.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waxwing.domain.world.EmailBuilder.anEmail;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.reading.ListPosition;
import org.waxwing.domain.reading.Window;
import org.waxwing.domain.sorting.Category;
import org.waxwing.domain.sorting.Placement;
import org.waxwing.domain.sync.RemoteChange.Refusal;
import org.waxwing.domain.triage.Standing;
import org.waxwing.domain.world.World;

/** What every {@link ActionLog} does. */
public interface ActionLogContract {
    Instant NOW = Outgoing.NOW;
    Instant UNTIL = NOW.plusSeconds(3_600);
    ActionLog.Story STORY = new ActionLog.Story("label", "büro", 3, List.of());

    World world();

    private ActionId record(Outgoing out, ActionLog.Entry... entries) {
        var action = new ActionId(UUID.randomUUID());
        out.run(() -> world().actions().record(
                action, out.account().owner(), STORY, List.of(entries), NOW, UNTIL, NOW.minusSeconds(3_600)));
        return action;
    }

    private static ActionLog.Entry marked(Outgoing out) {
        return new ActionLog.Entry.Marked(
                out.account().id(), new Keyword("büro 'x'"), true, Set.of(new EmailId(UUID.randomUUID())));
    }

    @Test
    default void gives_back_what_was_done_in_order_and_once() {
        var out = Outgoing.in(world());
        var many = IntStream.range(0, 1_000).mapToObj(i -> new EmailId(new UUID(3, i))).collect(Collectors.toSet());
        var moved = new ActionLog.Entry.Moved(out.account().id(), out.inbox().id(), out.work().id(), many);
        var marked = marked(out);
        var action = record(out, moved, marked);

        var first = out.as(() -> world().actions().take(action, NOW));
        var second = out.as(() -> world().actions().take(action, NOW));

        assertThat(first).contains(List.of(moved, marked));
        assertThat(second).isEmpty();
        assertThat(out.<Boolean>as(() -> world().actions().exists(action))).isTrue();
    }

    @Test
    default void gives_back_where_conversations_stood() {
        var out = Outgoing.in(world());
        var thread = out.deliver(anEmail()).thread();
        var stood = new ActionLog.Entry.Stood(out.account().id(), Standing.USUAL.silenced(),
                Standing.USUAL.snoozed(UNTIL, NOW), Set.of(thread));
        var back = new ActionLog.Entry.Stood(out.account().id(), Standing.USUAL.on(Standing.Pile.LATER, NOW),
                Standing.USUAL.snoozed(UNTIL, NOW).awoken(true, UNTIL), Set.of(thread));
        var action = record(out, stood, back);

        assertThat(out.as(() -> world().actions().take(action, NOW))).contains(List.of(stood, back));
    }

    @Test
    default void leaves_out_what_a_later_action_changed_that_was_not_undone() {
        var out = Outgoing.in(world());
        var one = new EmailId(UUID.randomUUID());
        var two = new EmailId(UUID.randomUUID());
        var account = out.account().id();
        var first = recordAt(out, NOW, new ActionLog.Entry.Marked(account, Keyword.FLAGGED, true, Set.of(one, two)),
                new ActionLog.Entry.Moved(account, out.inbox().id(), out.work().id(), Set.of(one, two)));
        recordAt(out, NOW.plusSeconds(1), new ActionLog.Entry.Marked(account, Keyword.FLAGGED, false, Set.of(one)));
        recordAt(out, NOW.plusSeconds(2), new ActionLog.Entry.Marked(account, Keyword.SEEN, true, Set.of(two)));
        var moved = recordAt(out, NOW.plusSeconds(3), new ActionLog.Entry.Moved(
                account, out.work().id(), out.archive().id(), Set.of(two)));
        out.run(() -> world().actions().take(moved, NOW));

        var taken = out.as(() -> world().actions().take(first, NOW));

        assertThat(taken).contains(List.of(
                new ActionLog.Entry.Marked(account, Keyword.FLAGGED, true, Set.of(two)),
                new ActionLog.Entry.Moved(account, out.inbox().id(), out.work().id(), Set.of(one, two))));
    }

    private ActionId recordAt(Outgoing out, Instant at, ActionLog.Entry... entries) {
        var action = new ActionId(UUID.randomUUID());
        out.run(() -> world().actions().record(
                action, out.account().owner(), STORY, List.of(entries), at, UNTIL, NOW.minusSeconds(1)));
        return action;
    }

    @Test
    default void tells_what_was_done_latest_first_and_forgets_what_is_old() {
        var out = Outgoing.in(world());
        var email = out.deliver(anEmail().subject("Tender"));
        var owner = out.account().owner();
        var log = world().actions();
        var old = recordAt(out, NOW.minusSeconds(10), marked(out));
        var first = recordAt(out, NOW, marked(out));
        var second = new ActionId(UUID.randomUUID());
        var story = new ActionLog.Story("archive", "", 1, List.of(email.thread()));
        out.run(() -> log.record(second, owner, story, List.of(), NOW.plusSeconds(5), NOW.plusSeconds(5), NOW));
        out.run(() -> log.take(first, NOW));

        var all = out.as(() -> log.done(ListPosition.START, 10));
        var page = out.as(() -> log.done(ListPosition.START, 1));
        var rest = out.as(() -> log.done(page.items().getFirst().position(), 1));

        assertThat(out.<Boolean>as(() -> log.exists(old))).isFalse();
        assertThat(all.more()).isFalse();
        assertThat(all.items()).containsExactly(
                new ActionLog.Logged(second, "archive", "", 1, new UntrustedText("Tender"), NOW.plusSeconds(5),
                        NOW.plusSeconds(5), false),
                new ActionLog.Logged(first, "label", "büro", 3, UntrustedText.EMPTY, NOW, UNTIL, true));
        assertThat(page).isEqualTo(new Window<>(all.items().subList(0, 1), true));
        assertThat(rest).isEqualTo(new Window<>(all.items().subList(1, 2), false));
        assertThat(world().as(world().somebody(), () -> log.done(ListPosition.START, 10)).items()).isEmpty();
    }

    private ActionId ruled(Outgoing out, Instant at, String rule, ActionLog.Entry... entries) {
        var action = new ActionId(UUID.randomUUID());
        extend(out, action, at, rule, entries);
        return action;
    }

    private void extend(Outgoing out, ActionId action, Instant at, String rule, ActionLog.Entry... entries) {
        var story = new ActionLog.Story(ActionLog.RULES, "Lunch", 2, List.of(), rule);
        out.run(() -> world().actions().extend(
                action, out.account().owner(), story, List.of(entries), at, at.plusSeconds(3_600)));
    }

    @Test
    default void adds_to_what_an_action_did() {
        var out = Outgoing.in(world());
        var one = marked(out);
        var two = marked(out);
        var action = ruled(out, NOW, "lunch", one);
        extend(out, action, NOW.plusSeconds(9), "lunch", two);

        var told = out.as(() -> world().actions().done(ListPosition.START, 5)).items();
        boolean before = out.as(() -> world().actions().isUndone(action));
        var taken = out.as(() -> world().actions().take(action, NOW));

        assertThat(told).containsExactly(new ActionLog.Logged(
                action, ActionLog.RULES, "Lunch", 4, UntrustedText.EMPTY, NOW, NOW.plusSeconds(3_600), false));
        assertThat(before).isFalse();
        assertThat(taken).contains(List.of(one, two));
        assertThat(out.<Boolean>as(() -> world().actions().isUndone(action))).isTrue();
        assertThat(out.<Boolean>as(() -> world().actions().isUndone(new ActionId(UUID.randomUUID())))).isFalse();
    }

    @Test
    default void finds_what_rules_did_to_a_message_by_a_rule_or_in_a_time() {
        var out = Outgoing.in(world());
        var log = world().actions();
        var account = out.account().id();
        var email = out.deliver(anEmail());
        var other = out.deliver(anEmail());
        var moved = ruled(out, NOW, "a", new ActionLog.Entry.Moved(
                account, out.inbox().id(), out.work().id(), Set.of(email.id(), other.id())));
        var stood = ruled(out, NOW.plusSeconds(1), "b", new ActionLog.Entry.Stood(
                account, Standing.USUAL, Standing.USUAL.silenced(), Set.of(email.thread())));
        var filed = ruled(out, NOW.plusSeconds(2), "a", new ActionLog.Entry.Filed(
                account, Placement.USUAL, Placement.in(Category.FEED), Set.of(other.id())));
        var undone = ruled(out, NOW.plusSeconds(3), "a", new ActionLog.Entry.Marked(
                account, Keyword.SEEN, true, Set.of(email.id())));
        out.run(() -> log.take(undone, NOW));
        recordAt(out, NOW.plusSeconds(4), new ActionLog.Entry.Marked(
                account, Keyword.FLAGGED, true, Set.of(email.id())));

        assertThat(out.as(() -> log.automatic(new ActionLog.Automatic.ToMessage(email.id()), NOW)))
                .containsExactly(stood, moved);
        assertThat(out.as(() -> log.automatic(new ActionLog.Automatic.ToMessage(other.id()), NOW)))
                .containsExactly(filed, moved);
        assertThat(out.as(() -> log.automatic(new ActionLog.Automatic.OfAction(moved, email.id()), NOW)))
                .containsExactly(moved);
        assertThat(out.as(() -> log.automatic(new ActionLog.Automatic.OfAction(filed, email.id()), NOW))).isEmpty();
        assertThat(out.as(() -> log.undoable(email.id(), Set.of(moved, filed, undone), NOW))).containsExactly(moved);
        assertThat(out.as(() -> log.undoable(email.id(), Set.of(), NOW))).isEmpty();
        assertThat(out.as(() -> log.automatic(new ActionLog.Automatic.ByRule("a"), NOW)))
                .containsExactly(filed, moved);
        assertThat(out.as(() -> log.automatic(new ActionLog.Automatic.Within(NOW, NOW.plusSeconds(2)), NOW)))
                .containsExactly(stood, moved);
        assertThat(out.as(() -> log.automatic(
                new ActionLog.Automatic.ByRule("a"), NOW.plusSeconds(3_601)))).containsExactly(filed);
        assertThat(world().as(world().somebody(), () -> log.automatic(
                new ActionLog.Automatic.ByRule("a"), NOW))).isEmpty();
    }

    @Test
    default void takes_a_part_of_an_action_and_leaves_the_rest() {
        var out = Outgoing.in(world());
        var log = world().actions();
        var account = out.account().id();
        var email = out.deliver(anEmail());
        var other = out.deliver(anEmail());
        var both = Set.of(email.id(), other.id());
        var standing = Standing.USUAL.silenced();
        var action = ruled(out, NOW, "a",
                new ActionLog.Entry.Marked(account, Keyword.FLAGGED, true, both),
                new ActionLog.Entry.Stood(account, Standing.USUAL, standing, Set.of(email.thread(), other.thread())),
                new ActionLog.Entry.Filed(account, Placement.USUAL, Placement.in(Category.FEED), both),
                new ActionLog.Entry.Marked(account, Keyword.SEEN, true, Set.of(other.id())));

        var part = out.as(() -> log.takePart(action, Set.of(email.id()), NOW));
        var again = out.as(() -> log.takePart(action, Set.of(email.id()), NOW));
        var found = out.as(() -> log.automatic(new ActionLog.Automatic.ToMessage(email.id()), NOW));
        var rest = out.as(() -> log.take(action, NOW));

        assertThat(part).containsExactly(
                new ActionLog.Entry.Marked(account, Keyword.FLAGGED, true, Set.of(email.id())),
                new ActionLog.Entry.Stood(account, Standing.USUAL, standing, Set.of(email.thread())),
                new ActionLog.Entry.Filed(account, Placement.USUAL, Placement.in(Category.FEED), Set.of(email.id())));
        assertThat(again).isEmpty();
        assertThat(found).isEmpty();
        assertThat(rest).contains(List.of(
                new ActionLog.Entry.Marked(account, Keyword.FLAGGED, true, Set.of(other.id())),
                new ActionLog.Entry.Stood(account, Standing.USUAL, standing, Set.of(other.thread())),
                new ActionLog.Entry.Filed(account, Placement.USUAL, Placement.in(Category.FEED), Set.of(other.id())),
                new ActionLog.Entry.Marked(account, Keyword.SEEN, true, Set.of(other.id()))));
        assertThat(out.as(() -> log.takePart(action, both, NOW))).isEmpty();
    }

    @Test
    default void an_action_can_be_taken_until_it_is_too_late() {
        var out = Outgoing.in(world());
        var early = record(out, marked(out));
        var late = record(out, marked(out));

        assertThat(out.as(() -> world().actions().take(early, UNTIL.minusSeconds(1)))).isPresent();
        assertThat(out.as(() -> world().actions().take(late, UNTIL.plusSeconds(1)))).isEmpty();
        assertThat(out.<Boolean>as(() -> world().actions().exists(late))).isTrue();
    }

    @Test
    default void an_action_that_was_taken_in_vain_can_be_taken_again() {
        var out = Outgoing.in(world());
        var action = record(out, marked(out));
        world().attempt(out.account().owner(), () -> {
            world().actions().take(action, NOW);
            throw new IllegalStateException("disk");
        });

        assertThat(out.as(() -> world().actions().take(action, NOW))).isPresent();
    }

    @Test
    default void there_is_no_action_that_nobody_did() {
        var out = Outgoing.in(world());
        var action = new ActionId(UUID.randomUUID());

        assertThat(out.as(() -> world().actions().take(action, NOW))).isEmpty();
        assertThat(out.<Boolean>as(() -> world().actions().exists(action))).isFalse();
    }

    @Test
    default void lists_refusals_latest_first_until_they_are_put_away() {
        var out = Outgoing.in(world());
        var one = out.deliver(anEmail().subject("one"));
        var two = out.deliver(anEmail().subject("two"));
        for (var email : List.of(one, two)) {
            out.mark(email, Keyword.SEEN, true);
            var position = List.of(out.only().position());
            var at = NOW.plusSeconds(email.equals(one) ? 1 : 2);
            out.run(() -> world().changes().refused(out.account().id(), position, Refusal.OTHER, at));
        }
        var all = out.refusals();
        var latest = out.as(() -> world().actions().refusals(1));

        out.run(() -> world().actions().dismiss(
                Set.of(all.getFirst().id(), new RefusalId(UUID.randomUUID()))));

        assertThat(all).extracting(it -> it.subject().value()).containsExactly("two", "one");
        assertThat(latest).isEqualTo(all.subList(0, 1));
        assertThat(out.refusals()).isEqualTo(all.subList(1, 2));
    }

    @Test
    default void refusals_of_an_account_that_is_gone_are_gone() {
        var out = Outgoing.in(world());
        out.mark(out.deliver(anEmail()), Keyword.SEEN, true);
        out.refused(Refusal.OTHER, out.only());

        out.run(() -> world().accounts().remove(out.account().id()));

        assertThat(out.refusals()).isEmpty();
    }

    @Test
    default void shows_and_changes_nothing_for_somebody_else() {
        var out = Outgoing.in(world());
        var action = record(out, marked(out));
        out.mark(out.deliver(anEmail()), Keyword.SEEN, true);
        out.refused(Refusal.OTHER, out.only());
        var refusals = out.refusals();
        var eve = world().somebody();
        var log = world().actions();

        assertThat(world().as(eve, () -> log.take(action, NOW))).isEmpty();
        assertThat(world().<Boolean>as(eve, () -> log.exists(action))).isFalse();
        assertThat(world().as(eve, () -> log.refusals(100))).isEmpty();
        world().run(eve, () -> log.dismiss(Set.of(refusals.getFirst().id())));
        var forged = new ActionId(UUID.randomUUID());
        world().attempt(eve, () -> log.record(
                forged, out.account().owner(), STORY, List.of(marked(out)), NOW, UNTIL, NOW));

        assertThat(out.refusals()).isEqualTo(refusals);
        assertThat(out.<Boolean>as(() -> log.exists(forged))).isFalse();
        assertThat(out.as(() -> log.take(action, NOW))).isPresent();
    }
}
