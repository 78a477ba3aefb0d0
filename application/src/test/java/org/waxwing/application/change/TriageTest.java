package org.waxwing.application.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waxwing.application.change.Desk.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.waxwing.application.runtime.LiveUpdate;
import org.waxwing.application.runtime.MailEvent;
import org.waxwing.application.world.House;
import org.waxwing.domain.change.ActionLog;
import org.waxwing.domain.change.Deed;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.MailboxRole;
import org.waxwing.domain.reading.ListPosition;
import org.waxwing.domain.reading.MailView;
import org.waxwing.domain.reading.Scope;
import org.waxwing.domain.reading.ThreadRow;
import org.waxwing.domain.search.SearchQuery;
import org.waxwing.domain.triage.Standing;

/** Where conversations are put in Waxwing alone, how they come back, and how all of it is undone. */
class TriageTest {
    private final House house = new House();
    private final Desk desk = Desk.in(house);

    private Instant in(Duration time) {
        return house.clock().instant().plus(time);
    }

    private List<String> view(MailView view) {
        return house.threads(desk.account(), view).stream().map(it -> it.subject().value()).toList();
    }

    private void three() {
        desk.archive();
        desk.trash();
        for (int i = 1; i <= 3; i++) desk.inbox().deliver(mail(i));
        desk.sync();
        house.events().clear();
        house.live().clear();
    }

    @Test
    void snoozes_until_its_time_and_says_so_to_open_pages_but_not_to_the_server() {
        three();

        var done = desk.changeThreads(new Deed.Snooze(in(Duration.ofHours(2))), desk.email(1));

        assertThat(done.changed()).isEqualTo(1);
        assertThat(view(MailView.IMBOX)).containsExactly("mail 3", "mail 2");
        assertThat(view(MailView.SNOOZED)).containsExactly("mail 1");
        assertThat(house.events().waiting()).isEmpty();
        assertThat(house.waitingChanges(desk.account())).isZero();
        assertThat(house.live().told(desk.account().owner(), LiveUpdate.MailChanged.class)).hasSize(1);
    }

    @Test
    void wakes_right_after_a_time_in_which_nobody_was_there_and_only_once() {
        three();
        desk.changeThreads(new Deed.Snooze(in(Duration.ofHours(2))), desk.email(1));
        house.requestDueWakes().request();
        var early = house.waiting(MailEvent.WakeDue.class);
        house.pass(Duration.ofDays(3));
        house.live().clear();

        house.requestDueWakes().request();
        house.requestDueWakes().request();
        var due = house.waiting(MailEvent.WakeDue.class);
        house.mailFlow().handle(due.getFirst());
        house.mailFlow().handle(due.getFirst());

        assertThat(early).isEmpty();
        assertThat(due).hasSize(1);
        assertThat(view(MailView.IMBOX)).containsExactly("mail 1", "mail 3", "mail 2");
        assertThat(view(MailView.SNOOZED)).isEmpty();
        assertThat(house.threads(desk.account(), MailView.IMBOX).getFirst().standing().isFresh()).isTrue();
        assertThat(house.live().told(desk.account().owner(), LiveUpdate.MailChanged.class)).hasSize(1);
        assertThat(desk.server().carriedOut()).isEmpty();
    }

    @Test
    void what_was_asked_for_and_got_lost_is_asked_for_again() {
        three();
        desk.changeThreads(new Deed.Snooze(in(Duration.ofHours(2))), desk.email(1));
        house.pass(Duration.ofHours(2));
        house.requestDueWakes().request();
        house.events().clear();
        house.pass(Duration.ofMinutes(2));

        house.requestDueWakes().request();

        assertThat(house.waiting(MailEvent.WakeDue.class)).hasSize(1);
    }

    @Test
    void what_came_back_is_new_until_it_is_read() {
        three();
        desk.changeThreads(new Deed.Read(), desk.email(1));
        desk.changeThreads(new Deed.Snooze(in(Duration.ofHours(1))), desk.email(1));
        house.pass(Duration.ofHours(1));
        house.wakeConversations().wake(desk.account().owner(), desk.account().id());
        var before = house.threads(desk.account(), MailView.IMBOX).getFirst().isNew();

        var read = desk.changeThreads(new Deed.Read(), desk.email(1));

        assertThat(before).isTrue();
        assertThat(read.changed()).isEqualTo(1);
        assertThat(house.threads(desk.account(), MailView.IMBOX).getFirst().isNew()).isFalse();
    }

    @Test
    void what_was_archived_comes_back_to_the_imbox_without_a_move() {
        three();
        desk.changeThreads(new Deed.Archive(), desk.email(1));
        desk.sync();
        desk.changeThreads(new Deed.Snooze(in(Duration.ofHours(1))), desk.email(1));
        house.pass(Duration.ofHours(1));

        house.wakeConversations().wake(desk.account().owner(), desk.account().id());
        var back = view(MailView.IMBOX);
        desk.changeThreads(new Deed.Archive(), desk.email(1));

        assertThat(back).containsExactly("mail 1", "mail 3", "mail 2");
        assertThat(view(MailView.IMBOX)).containsExactly("mail 3", "mail 2");
        assertThat(desk.shows("Archive")).containsExactly("mail 1");
        assertThat(house.waitingChanges(desk.account())).isZero();
    }

    @Test
    void an_answer_brings_a_snoozed_conversation_back_at_once() {
        var question = mail(1);
        desk.inbox().deliver(question);
        desk.sync();
        desk.changeThreads(new Deed.Snooze(in(Duration.ofDays(30))), desk.email(1));
        desk.inbox().deliver(mail(9).repliedTo(question));

        desk.sync();

        assertThat(view(MailView.SNOOZED)).isEmpty();
        assertThat(view(MailView.IMBOX)).containsExactly("mail 1");
        house.pass(Duration.ofDays(31));
        house.requestDueWakes().request();
        assertThat(house.waiting(MailEvent.WakeDue.class)).isEmpty();
    }

    @Test
    void an_own_answer_does_not_bring_it_back() {
        var question = mail(1);
        desk.sent();
        desk.inbox().deliver(question);
        desk.sync();
        desk.changeThreads(new Deed.Snooze(in(Duration.ofDays(30))), desk.email(1));
        desk.sent().deliver(mail(9).repliedTo(question));

        desk.sync();

        assertThat(view(MailView.SNOOZED)).containsExactly("mail 1");
    }

    @Test
    void new_messages_of_what_is_muted_neither_come_to_the_imbox_nor_are_announced() {
        var question = mail(1);
        desk.inbox().deliver(question);
        desk.sync();
        desk.changeThreads(new Deed.Mute(), desk.email(1));
        house.live().clear();
        desk.inbox().deliver(mail(8).repliedTo(question).subject("mail 8"));
        desk.inbox().deliver(mail(9));

        desk.sync();

        assertThat(view(MailView.IMBOX)).containsExactly("mail 9");
        assertThat(view(MailView.ALL)).containsExactly("mail 9", "mail 1");
        assertThat(desk.shows("INBOX")).containsExactly("mail 9", "mail 8", "mail 1");
        assertThat(house.live().told(desk.account().owner(), LiveUpdate.NewMessage.class)).singleElement()
                .extracting(LiveUpdate.NewMessage::email).isEqualTo(desk.email(9).id());

        desk.changeThreads(new Deed.Unmute(), desk.email(1));

        assertThat(view(MailView.IMBOX)).containsExactly("mail 9", "mail 1");
    }

    @Test
    void piles_hold_what_is_put_there_until_it_is_taken_back_or_dealt_with() {
        three();

        desk.changeThreads(new Deed.PutOn(Standing.Pile.LATER), desk.email(1), desk.email(2));
        desk.changeThreads(new Deed.PutOn(Standing.Pile.SET_ASIDE), desk.email(3));
        var imbox = view(MailView.IMBOX);
        desk.changeThreads(new Deed.Back(), desk.email(1));
        desk.changeThreads(new Deed.Archive(), desk.email(2));
        desk.changeThreads(new Deed.PutOn(Standing.Pile.LATER), desk.email(3));

        assertThat(imbox).isEmpty();
        assertThat(view(MailView.IMBOX)).containsExactly("mail 1");
        assertThat(view(MailView.LATER)).containsExactly("mail 3");
        assertThat(view(MailView.SET_ASIDE)).isEmpty();
        assertThat(desk.shows("Archive")).containsExactly("mail 2");
    }

    @Test
    void to_the_inbox_it_comes_from_wherever_it_is() {
        three();
        desk.changeThreads(new Deed.Archive(), desk.email(1));
        desk.changeThreads(new Deed.PutOn(Standing.Pile.LATER), desk.email(1));

        desk.changeThreads(new Deed.ToInbox(), desk.email(1));
        desk.sync();

        assertThat(view(MailView.IMBOX)).contains("mail 1");
        assertThat(view(MailView.LATER)).isEmpty();
        assertThat(desk.shows("Archive")).isEmpty();
    }

    @Test
    void refuses_to_snooze_until_the_past() {
        three();
        var thread = desk.email(1).thread();

        for (var until : List.of(house.clock().instant(), in(Duration.ofDays(5_000))))
            assertThat(house.changeMail().change(desk.account().owner(), new ChangeMail.Command(
                    new Deed.Snooze(until), Set.of(thread), Set.of()))).isEqualTo(new ChangeMail.Result.NotATime());
    }

    /** Everything a deed may touch. */
    private record State(
            Map<String, Set<Keyword>> marks, Map<String, Set<String>> folders, List<ThreadRow> imbox,
            List<List<ThreadRow>> others, Map<String, Set<Keyword>> atServer) {}

    private State state() {
        desk.sync();
        var marks = new TreeMap<String, Set<Keyword>>();
        var folders = new TreeMap<String, Set<String>>();
        for (int i = 1; i <= 3; i++) {
            var email = desk.email(i);
            marks.put("mail " + i, email.keywords());
            var in = new TreeSet<String>();
            house.folders(desk.account()).forEach((path, it) -> {
                if (email.mailboxes().contains(it.id())) in.add(path);
            });
            folders.put("mail " + i, in);
        }
        var others = new ArrayList<List<ThreadRow>>();
        for (var view : List.of(MailView.SNOOZED, MailView.LATER, MailView.SET_ASIDE, MailView.ALL, MailView.STARRED))
            others.add(house.threads(desk.account(), view));
        var atServer = new TreeMap<String, Set<Keyword>>();
        for (var folder : List.of(desk.inbox(), desk.archive(), desk.trash(), desk.work()))
            for (var uid : folder.uids())
                atServer.put(folder.subjects() + " " + atServer.size(), folder.marksOf(uid));
        return new State(marks, folders, house.threads(desk.account(), MailView.IMBOX), others, atServer);
    }

    @Test
    void undoing_any_deed_restores_every_field_here_and_at_the_server() {
        desk.work();
        desk.server().folder("Junk", MailboxRole.JUNK);
        three();
        desk.change(new Deed.Label(new Keyword("travel")), desk.email(2));
        desk.changeThreads(new Deed.PutOn(Standing.Pile.LATER), desk.email(2));
        desk.changeThreads(new Deed.Snooze(in(Duration.ofHours(1))), desk.email(3));
        desk.sync();
        var work = desk.folder("Work").id();
        var deeds = List.of(
                new Deed.Read(), new Deed.Unread(), new Deed.Star(), new Deed.Unstar(), new Deed.Answered(),
                new Deed.Label(new Keyword("tender")), new Deed.Unlabel(new Keyword("travel")), new Deed.Archive(),
                new Deed.Trash(), new Deed.Spam(), new Deed.Move(work), new Deed.ToInbox(),
                new Deed.Snooze(in(Duration.ofDays(2))), new Deed.Unsnooze(), new Deed.PutOn(Standing.Pile.LATER),
                new Deed.PutOn(Standing.Pile.SET_ASIDE), new Deed.Back(), new Deed.Mute(), new Deed.Unmute());
        var before = state();

        for (var deed : deeds) {
            var done = desk.changeThreads(deed, desk.email(1), desk.email(2), desk.email(3));
            if (done.changed() == 0) continue;
            assertThat(state()).as(deed.title()).isNotEqualTo(before);

            var undone = house.undoAction().undo(desk.account().owner(), done.action());

            assertThat(undone).as(deed.title()).isInstanceOf(UndoAction.Result.Undone.class);
            assertThat(state()).as(deed.title()).isEqualTo(before);
        }
    }

    @Test
    void undoing_leaves_alone_what_was_changed_since() {
        three();
        var first = desk.changeThreads(new Deed.Star(), desk.email(1), desk.email(2));
        desk.changeThreads(new Deed.Unstar(), desk.email(1));
        desk.changeThreads(new Deed.Star(), desk.email(1));
        var snoozed = desk.changeThreads(new Deed.Snooze(in(Duration.ofHours(1))), desk.email(1), desk.email(2));
        house.pass(Duration.ofMinutes(1));
        desk.changeThreads(new Deed.Snooze(in(Duration.ofHours(5))), desk.email(1));

        house.undoAction().undo(desk.account().owner(), first.action());
        house.undoAction().undo(desk.account().owner(), snoozed.action());

        assertThat(desk.email(1).keywords()).containsExactly(Keyword.FLAGGED);
        assertThat(desk.email(2).keywords()).isEmpty();
        assertThat(view(MailView.SNOOZED)).containsExactly("mail 1");
    }

    @Test
    void everything_in_a_view_or_found_is_one_deed_that_is_undone_as_one() {
        three();
        var all = new Scope.AllAccounts(MailView.IMBOX);
        var except = Set.of(desk.email(2).thread());

        var done = (ChangeMail.Result.Changed) house.changeMail().change(desk.account().owner(), new ChangeMail.Command(
                new Deed.Archive(), new ChangeMail.Choice.Listed(all, false, except), false));
        var left = view(MailView.IMBOX);
        house.undoAction().undo(desk.account().owner(), done.action());
        var found = (ChangeMail.Result.Changed) house.changeMail().change(desk.account().owner(),
                new ChangeMail.Command(new Deed.Mute(),
                        new ChangeMail.Choice.Found(SearchQuery.of("mail"), Set.of()), false));

        assertThat(done.conversations()).isEqualTo(2);
        assertThat(left).containsExactly("mail 2");
        assertThat(found.conversations()).isEqualTo(3);
        assertThat(view(MailView.IMBOX)).isEmpty();
        house.undoAction().undo(desk.account().owner(), found.action());
        assertThat(view(MailView.IMBOX)).containsExactly("mail 3", "mail 2", "mail 1");
    }

    @Test
    void remembers_for_thirty_days_what_was_done_but_not_what_came_with_something_else() {
        three();
        desk.changeThreads(new Deed.Archive(), desk.email(1));
        house.pass(Duration.ofMinutes(1));
        desk.changeThreads(new Deed.Label(new Keyword("tender")), desk.email(2), desk.email(3));
        house.changeMail().change(desk.account().owner(), new ChangeMail.Command(new Deed.Read(),
                new ChangeMail.Choice.These(Set.of(desk.email(2).thread()), Set.of()), true));

        var actions = house.listActions().list(desk.account().owner(), ListPosition.START, 10).items();
        house.pass(Duration.ofDays(30).plusSeconds(1));
        var late = house.undoAction().undo(desk.account().owner(), actions.getFirst().id());

        assertThat(actions).extracting(ActionLog.Logged::title).containsExactly("label", "archive");
        assertThat(actions).extracting(ActionLog.Logged::conversations).containsExactly(2L, 1L);
        assertThat(actions.getFirst().detail()).isEqualTo("tender");
        assertThat(actions.getLast().subject().value()).isEqualTo("mail 1");
        assertThat(late).isEqualTo(new UndoAction.Result.TooLate());
    }
}
