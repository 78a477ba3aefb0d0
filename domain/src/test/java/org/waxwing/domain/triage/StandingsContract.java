package org.waxwing.domain.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waxwing.domain.world.EmailBuilder.anEmail;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.account.Account;
import org.waxwing.domain.mailbox.Email;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.Mailbox;
import org.waxwing.domain.mailbox.MailboxRole;
import org.waxwing.domain.mailbox.ThreadId;
import org.waxwing.domain.reading.ListPosition;
import org.waxwing.domain.reading.ListQuery;
import org.waxwing.domain.reading.MailReader.PutAway;
import org.waxwing.domain.reading.MailView;
import org.waxwing.domain.reading.Scope;
import org.waxwing.domain.reading.ThreadRow;
import org.waxwing.domain.triage.Standing.Pile;
import org.waxwing.domain.world.EmailBuilder;
import org.waxwing.domain.world.World;

/** What all {@link Standings} do, and what is listed and counted of it. */
public interface StandingsContract {
    Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
    Instant LATER = NOW.plusSeconds(3_600);

    World world();

    /** An account whose mail is listed. */
    record Desk(World world, Account account, Mailbox inbox, Mailbox archive, Mailbox trash) {
        static Desk in(World world) {
            var account = world.accountOf(world.somebody());
            return new Desk(world, account, world.inbox(account),
                    world.folder(account, MailboxRole.ARCHIVE, "Archive"),
                    world.folder(account, MailboxRole.TRASH, "Trash"));
        }

        Email deliver(Mailbox folder, int minute, EmailBuilder email) {
            return world.deliver(account, folder, email.received(NOW.minusSeconds(60L * (1_000 - minute))));
        }

        ThreadId inbox(int minute, Keyword... marks) {
            return deliver(inbox, minute, anEmail().marked(marks)).thread();
        }

        void stand(Standing standing, ThreadId... threads) {
            world.run(account.owner(), () -> world.standings().stand(account.id(), standing, Set.of(threads)));
        }

        Standing of(ThreadId thread) {
            return world.as(account.owner(), () -> world.standings().of(account.id(), Set.of(thread)))
                    .getOrDefault(thread, Standing.USUAL);
        }

        List<ThreadRow> rows(Scope scope, boolean unreadOnly, ListPosition after) {
            var query = new ListQuery(scope, unreadOnly, after, 50);
            return world.as(account.owner(), () -> world.reader().threads(query)).items();
        }

        List<ThreadId> view(MailView view) {
            return rows(new Scope.OneAccount(account.id(), view), false, ListPosition.START).stream()
                    .map(ThreadRow::id)
                    .toList();
        }

        List<ThreadId> fresh(MailView view) {
            return rows(new Scope.AllAccounts(view), true, ListPosition.START).stream().map(ThreadRow::id).toList();
        }

        long unread(MailView view) {
            return world.<Long>as(account.owner(), () -> world.reader().unread(new Scope.AllAccounts(view)));
        }

        long total(MailView view) {
            return world.<Long>as(account.owner(), () -> world.reader().total(new Scope.AllAccounts(view)));
        }
    }

    private static Standing snoozed(Instant until) {
        return Standing.USUAL.snoozed(until, NOW);
    }

    private static Standing returned(boolean outside) {
        return snoozed(LATER).awoken(outside, LATER);
    }

    @Test
    default void everything_stands_as_usual_until_somebody_says_otherwise() {
        var desk = Desk.in(world());
        var thread = desk.inbox(1);

        assertThat(desk.of(thread)).isEqualTo(Standing.USUAL);
        assertThat(desk.view(MailView.IMBOX)).containsExactly(thread);
    }

    @Test
    default void gives_back_whatever_was_kept() {
        var desk = Desk.in(world());
        var thread = desk.inbox(1);

        for (var standing : List.of(
                snoozed(LATER), Standing.USUAL.on(Pile.LATER, NOW), Standing.USUAL.on(Pile.SET_ASIDE, LATER),
                Standing.USUAL.silenced(), returned(false), returned(true), returned(true).opened(),
                Standing.USUAL)) {
            desk.stand(standing, thread);
            assertThat(desk.of(thread)).isEqualTo(standing);
        }
    }

    @Test
    default void what_is_put_away_is_in_its_own_view_and_not_in_the_imbox() {
        var desk = Desk.in(world());
        var snoozed = desk.inbox(1);
        var later = desk.inbox(2, Keyword.SEEN);
        var aside = desk.inbox(3);
        var muted = desk.inbox(4);
        var stays = desk.inbox(5, Keyword.SEEN);

        desk.stand(snoozed(LATER), snoozed);
        desk.stand(Standing.USUAL.on(Pile.LATER, NOW), later);
        desk.stand(Standing.USUAL.on(Pile.SET_ASIDE, NOW), aside);
        desk.stand(Standing.USUAL.silenced(), muted);

        assertThat(desk.view(MailView.IMBOX)).containsExactly(stays);
        assertThat(desk.unread(MailView.IMBOX)).isZero();
        assertThat(desk.total(MailView.IMBOX)).isEqualTo(1);
        assertThat(desk.fresh(MailView.IMBOX)).isEmpty();
        assertThat(desk.view(MailView.SNOOZED)).containsExactly(snoozed);
        assertThat(desk.view(MailView.LATER)).containsExactly(later);
        assertThat(desk.view(MailView.SET_ASIDE)).containsExactly(aside);
        assertThat(desk.view(MailView.ALL)).containsExactly(stays, muted, aside, later, snoozed);
        assertThat(desk.rows(new Scope.OneMailbox(desk.inbox().id()), false, ListPosition.START)).hasSize(5);
        var other = world().accountOf(desk.account().owner());
        var counts = Map.of(MailView.SNOOZED, new PutAway(1, 1), MailView.LATER, new PutAway(1, 0),
                MailView.SET_ASIDE, new PutAway(1, 1));
        for (var account : List.of(Optional.<AccountId>empty(), Optional.of(desk.account().id())))
            assertThat(world().as(desk.account().owner(), () -> world().reader().putAway(account))).isEqualTo(counts);
        assertThat(world().as(desk.account().owner(), () -> world().reader().putAway(Optional.of(other.id()))).values())
                .containsOnly(PutAway.NOTHING);
        assertThat(desk.unread(MailView.LATER)).isZero();
        assertThat(desk.total(MailView.LATER)).isEqualTo(1);
    }

    @Test
    default void messages_of_what_is_put_away_are_not_in_the_imbox_either() {
        var desk = Desk.in(world());
        var away = desk.inbox(1);
        var stays = desk.inbox(2);
        desk.stand(snoozed(LATER), away);

        var imbox = new ListQuery(new Scope.AllAccounts(MailView.IMBOX), false, ListPosition.START, 10);
        var snoozed = new ListQuery(new Scope.AllAccounts(MailView.SNOOZED), false, ListPosition.START, 10);

        assertThat(world().as(desk.account().owner(), () -> world().reader().emails(imbox)).items())
                .extracting(it -> it.thread()).containsExactly(stays);
        assertThat(world().as(desk.account().owner(), () -> world().reader().emails(snoozed)).items())
                .extracting(it -> it.thread()).containsExactly(away);
    }

    @Test
    default void what_comes_back_next_is_first_among_the_snoozed_and_what_was_put_there_last_on_a_pile() {
        var desk = Desk.in(world());
        var one = desk.inbox(1);
        var two = desk.inbox(2);
        var three = desk.inbox(3);
        desk.stand(snoozed(LATER.plusSeconds(2)), one);
        desk.stand(snoozed(LATER.plusSeconds(1)), two);
        desk.stand(snoozed(LATER.plusSeconds(3)), three);
        var snoozed = desk.view(MailView.SNOOZED);
        var scope = new Scope.AllAccounts(MailView.SNOOZED);
        var first = desk.rows(scope, false, ListPosition.START).getFirst();

        assertThat(snoozed).containsExactly(two, one, three);
        assertThat(desk.rows(scope, false, first.position())).extracting(ThreadRow::id).containsExactly(one, three);

        desk.stand(Standing.USUAL.on(Pile.LATER, NOW), one);
        desk.stand(Standing.USUAL.on(Pile.LATER, NOW.plusSeconds(2)), two);
        desk.stand(Standing.USUAL.on(Pile.LATER, NOW.plusSeconds(1)), three);

        assertThat(desk.view(MailView.LATER)).containsExactly(two, three, one);
    }

    @Test
    default void what_came_back_is_new_on_top_until_it_is_opened() {
        var desk = Desk.in(world());
        var old = desk.inbox(1, Keyword.SEEN);
        var newer = desk.inbox(2);

        desk.stand(returned(false), old);

        assertThat(desk.view(MailView.IMBOX)).containsExactly(old, newer);
        assertThat(desk.fresh(MailView.IMBOX)).containsExactly(old, newer);
        assertThat(desk.unread(MailView.IMBOX)).isEqualTo(2);
        assertThat(desk.rows(new Scope.AllAccounts(MailView.IMBOX), false, ListPosition.START).getFirst())
                .satisfies(row -> {
                    assertThat(row.isNew()).isTrue();
                    assertThat(row.at()).isEqualTo(LATER);
                    assertThat(row.lastMessageAt()).isBefore(NOW);
                });

        desk.stand(returned(false).opened(), old);

        assertThat(desk.view(MailView.IMBOX)).containsExactly(old, newer);
        assertThat(desk.fresh(MailView.IMBOX)).containsExactly(newer);
        assertThat(desk.unread(MailView.IMBOX)).isEqualTo(1);
    }

    @Test
    default void what_came_back_from_outside_the_inbox_stands_in_the_imbox_only() {
        var desk = Desk.in(world());
        var kept = desk.deliver(desk.archive(), 1, anEmail().marked(Keyword.SEEN)).thread();

        desk.stand(returned(true), kept);

        assertThat(desk.view(MailView.IMBOX)).containsExactly(kept);
        assertThat(desk.fresh(MailView.IMBOX)).containsExactly(kept);
        assertThat(desk.rows(new Scope.OneMailbox(desk.inbox().id()), false, ListPosition.START)).isEmpty();
        assertThat(desk.view(MailView.ARCHIVE)).containsExactly(kept);

        desk.stand(returned(true).dealtWith(), kept);

        assertThat(desk.view(MailView.IMBOX)).isEmpty();
        assertThat(desk.unread(MailView.IMBOX)).isZero();
        assertThat(desk.of(kept)).isEqualTo(Standing.USUAL);
    }

    @Test
    default void tells_what_has_no_message_in_the_inbox() {
        var desk = Desk.in(world());
        var inside = desk.inbox(1);
        var outside = desk.deliver(desk.archive(), 2, anEmail()).thread();
        desk.stand(returned(true), outside);

        assertThat(world().as(desk.account().owner(),
                () -> world().standings().outside(desk.account().id(), Set.of(inside, outside))))
                .containsExactly(outside);
    }

    @Test
    default void a_new_message_moves_what_came_back_only_when_it_is_newer() {
        var desk = Desk.in(world());
        var letter = anEmail();
        var thread = desk.deliver(desk.inbox(), 1, letter).thread();
        desk.stand(returned(false).opened(), thread);

        world().deliver(desk.account(), desk.inbox(),
                anEmail().repliedTo(letter).received(LATER.minusSeconds(60)));
        var before = desk.rows(new Scope.AllAccounts(MailView.IMBOX), false, ListPosition.START).getFirst().at();
        world().deliver(desk.account(), desk.inbox(), anEmail().repliedTo(letter).received(LATER.plusSeconds(60)));
        var after = desk.rows(new Scope.AllAccounts(MailView.IMBOX), false, ListPosition.START).getFirst().at();

        assertThat(before).isEqualTo(LATER);
        assertThat(after).isEqualTo(LATER.plusSeconds(60));
    }

    @Test
    default void what_is_due_is_what_is_snoozed_until_then() {
        var desk = Desk.in(world());
        var first = desk.inbox(1);
        var second = desk.inbox(2);
        desk.stand(snoozed(LATER), first);
        desk.stand(snoozed(LATER.plusSeconds(1)), second);

        assertThat(world().as(desk.account().owner(), () -> world().standings().due(desk.account().id(), LATER)))
                .containsOnlyKeys(first);
        assertThat(world().as(desk.account().owner(),
                () -> world().standings().due(desk.account().id(), LATER.minusSeconds(1)))).isEmpty();
    }

    @Test
    default void an_answer_is_what_came_after_all_else_to_a_folder_that_receives() {
        var desk = Desk.in(world());
        var sent = world().folder(desk.account(), MailboxRole.SENT, "Sent");
        var letter = anEmail();
        var other = anEmail();
        var thread = desk.deliver(desk.inbox(), 10, letter).thread();
        var pile = desk.deliver(desk.inbox(), 10, other).thread();
        desk.stand(snoozed(LATER), thread);
        desk.stand(Standing.USUAL.on(Pile.LATER, NOW), pile);
        var earlier = desk.deliver(desk.inbox(), 5, anEmail().repliedTo(letter));
        var own = desk.deliver(sent, 20, anEmail().repliedTo(letter));
        var answer = desk.deliver(desk.inbox(), 30, anEmail().repliedTo(letter));
        var elsewhere = desk.deliver(desk.inbox(), 30, anEmail().repliedTo(other));
        var standings = world().standings();

        world().run(desk.account().owner(), () -> {
            var account = desk.account().id();
            assertThat(standings.answered(account, List.of(earlier.id()))).isEmpty();
            assertThat(standings.answered(account, List.of(own.id()))).isEmpty();
            assertThat(standings.answered(account, List.of(elsewhere.id()))).isEmpty();
            assertThat(standings.answered(account, List.of(answer.id()))).containsOnlyKeys(thread);
        });
    }

    @Test
    default void conversations_that_become_one_stand_where_one_of_them_stood() {
        var desk = Desk.in(world());
        var first = anEmail();
        var second = anEmail();
        desk.stand(snoozed(LATER), desk.deliver(desk.inbox(), 1, first).thread());
        desk.deliver(desk.inbox(), 2, second);

        var both = desk.deliver(desk.inbox(), 3, anEmail().references(
                first.headers().messageId().getFirst().value(), second.headers().messageId().getFirst().value()));

        assertThat(desk.of(both.thread())).isEqualTo(snoozed(LATER));
        assertThat(desk.view(MailView.SNOOZED)).containsExactly(both.thread());
        assertThat(desk.view(MailView.IMBOX)).isEmpty();
    }

    @Test
    default void what_only_the_trash_shows_is_in_no_such_view() {
        var desk = Desk.in(world());
        var thread = desk.deliver(desk.trash(), 1, anEmail()).thread();

        desk.stand(snoozed(LATER), thread);
        var snoozed = desk.view(MailView.SNOOZED);
        desk.stand(returned(true), thread);

        assertThat(snoozed).isEmpty();
        assertThat(desk.view(MailView.IMBOX)).isEmpty();
    }

    @Test
    default void what_is_not_there_stands_nowhere() {
        var desk = Desk.in(world());
        var nothing = new ThreadId(UUID.randomUUID());

        desk.stand(snoozed(LATER), nothing);

        assertThat(desk.of(nothing)).isEqualTo(Standing.USUAL);
    }

    @Test
    default void shows_and_changes_nothing_for_somebody_else() {
        var desk = Desk.in(world());
        var thread = desk.inbox(1);
        desk.stand(snoozed(LATER), thread);
        var eve = world().somebody();
        var account = desk.account().id();

        world().run(eve, () -> {
            assertThat(world().standings().of(account, Set.of(thread))).isEmpty();
            assertThat(world().standings().due(account, LATER)).isEmpty();
            assertThat(world().standings().outside(account, Set.of(thread))).isEmpty();
        });
        world().attempt(eve, () -> world().standings().stand(account, Standing.USUAL, Set.of(thread)));

        assertThat(desk.of(thread)).isEqualTo(snoozed(LATER));
    }
}
