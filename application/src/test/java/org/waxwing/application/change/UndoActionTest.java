package org.waxwing.application.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waxwing.application.change.Desk.mail;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waxwing.application.world.House;
import org.waxwing.domain.change.ActionId;
import org.waxwing.domain.change.Deed;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.MailboxRole;
import org.waxwing.domain.world.ScriptedMailServer.Folder;

/** Undoing for a message of which several folders have copies: each copy is where it was, as it was. */
class UndoActionTest {
    private static final Keyword LABEL = new Keyword("travel");

    private final House house = new House();
    private final Desk desk = Desk.in(house);
    private final Map<String, Folder> folders = new TreeMap<>(Map.of(
            "INBOX", desk.inbox(), "Archive", desk.archive(), "Trash", desk.trash(), "Work", desk.work(),
            "Junk", desk.server().folder("Junk", MailboxRole.JUNK)));

    /** Everything a move may touch: at the server each copy, here the folders and the keywords of the message. */
    private record State(Map<String, List<Set<Keyword>>> atServer, Set<String> shownIn, Set<Keyword> keywords) {}

    private void inTwoFolders(Keyword... otherMarks) {
        var message = mail(1).marked(LABEL);
        desk.inbox().deliver(message);
        desk.archive().deliver(message);
        desk.sync();
        desk.archive().mark(desk.archive().uids().getFirst(), otherMarks);
        desk.sync();
    }

    private State state() {
        var email = desk.email(1);
        return new State(atServer(), house.folders(desk.account()).entrySet().stream()
                .filter(it -> email.mailboxes().contains(it.getValue().id()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet()), email.keywords());
    }

    private Map<String, List<Set<Keyword>>> atServer() {
        var atServer = new TreeMap<String, List<Set<Keyword>>>();
        folders.forEach((path, it) -> atServer.put(path, it.uids().stream().map(it::marksOf).toList()));
        return atServer;
    }

    private List<Deed> moves() {
        return List.of(new Deed.Archive(), new Deed.Trash(), new Deed.Spam(), new Deed.ToInbox(),
                new Deed.Move(desk.folder("Work").id()), new Deed.Move(desk.folder("Archive").id()));
    }

    private void undo(ActionId action) {
        assertThat(house.undoAction().undo(desk.account().owner(), action))
                .isInstanceOf(UndoAction.Result.Undone.class);
    }

    private void sync() {
        desk.sync();
        house.pass(Duration.ofMinutes(1));
    }

    @Test
    void a_move_of_several_copies_is_undone_before_the_server_has_heard_of_it() {
        inTwoFolders(Keyword.SEEN);
        var before = state();

        for (var deed : moves()) {
            var done = desk.change(deed, desk.email(1));
            undo(done.action());

            assertThat(house.waitingChanges(desk.account())).as(deed.title()).isZero();
            assertThat(state()).as(deed.title()).isEqualTo(before);
        }
        sync();
        assertThat(state()).isEqualTo(before);
        assertThat(desk.server().carriedOut()).isEmpty();
    }

    @Test
    void a_move_of_several_copies_is_undone_after_the_server_has_made_it_as_often_as_it_is_done() {
        inTwoFolders(Keyword.SEEN);
        var before = state();

        for (var deed : moves())
            for (int time = 0; time < 2; time++) {
                var done = desk.change(deed, desk.email(1));
                sync();
                assertThat(state()).as(deed.title()).isNotEqualTo(before);
                undo(done.action());
                sync();

                assertThat(house.waitingChanges(desk.account())).as(deed.title()).isZero();
                assertThat(state()).as(deed.title()).isEqualTo(before);
            }
    }

    @Test
    void a_move_of_several_copies_is_undone_where_the_server_does_not_tell_new_places() {
        desk.server().tellsNoNewPlaces();
        inTwoFolders(LABEL);
        var before = state();

        for (var deed : moves()) {
            var done = desk.change(deed, desk.email(1));
            sync();
            undo(done.action());
            sync();
            sync();

            assertThat(house.waitingChanges(desk.account())).as(deed.title()).isZero();
            assertThat(state()).as(deed.title()).isEqualTo(before);
        }
    }

    @Test
    void a_move_of_several_copies_is_undone_while_the_server_is_making_it() {
        inTwoFolders(Keyword.SEEN);
        var before = state();

        for (var deed : moves()) {
            var done = desk.change(deed, desk.email(1));
            desk.server().afterNextChange(() -> undo(done.action()));
            sync();
            sync();

            assertThat(house.waitingChanges(desk.account())).as(deed.title()).isZero();
            assertThat(state()).as(deed.title()).isEqualTo(before);
        }
    }

    @Test
    void a_copy_that_somebody_else_took_away_since_does_not_come_back_and_the_other_does() {
        inTwoFolders(Keyword.SEEN);
        var trashed = desk.change(new Deed.Trash(), desk.email(1));
        sync();
        var trash = desk.trash();
        trash.remove(trash.uids().stream().filter(it -> trash.marksOf(it).contains(LABEL)).findFirst().orElseThrow());
        sync();

        undo(trashed.action());
        sync();

        assertThat(desk.inbox().uids()).isEmpty();
        assertThat(atServer().get("Archive")).containsExactly(Set.of(Keyword.SEEN));
        assertThat(trash.uids()).isEmpty();
    }

    @Test
    void what_is_deleted_for_good_leaves_the_copies_elsewhere() {
        inTwoFolders(Keyword.SEEN);
        var trashed = desk.change(new Deed.Trash(), desk.email(1));
        sync();
        undo(trashed.action());
        sync();
        var before = state();

        var deleted = desk.change(new Deed.Delete(), desk.email(1));
        sync();

        assertThat(deleted.changed()).isZero();
        assertThat(state()).isEqualTo(before);
        desk.change(new Deed.Trash(), desk.email(1));
        desk.change(new Deed.Delete(), desk.email(1));
        sync();
        assertThat(atServer().values()).allSatisfy(it -> assertThat(it).isEmpty());
        assertThat(house.waitingChanges(desk.account())).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1_000})
    void whatever_is_done_and_undone_in_turn_every_copy_is_where_it_was(int from) {
        for (int seed = from; seed < from + 150; seed++) {
            var run = new UndoActionTest();
            var random = new Random(seed);
            run.inTwoFolders(Keyword.SEEN);
            var before = run.state();
            Deque<ActionId> actions = new ArrayDeque<>();
            for (int step = 0; step < 12; step++) {
                if (random.nextInt(3) == 0) run.sync();
                if (!actions.isEmpty() && random.nextInt(3) == 0) run.undo(actions.pop());
                else {
                    run.house.pass(Duration.ofSeconds(1));
                    var moves = run.moves();
                    var done = run.desk.change(moves.get(random.nextInt(moves.size())), run.desk.email(1));
                    if (done.changed() > 0) actions.push(done.action());
                }
            }

            while (!actions.isEmpty()) {
                if (random.nextInt(3) == 0) run.sync();
                run.undo(actions.pop());
            }
            run.sync();

            assertThat(run.state()).as("run " + seed).isEqualTo(before);
            assertThat(run.house.waitingChanges(run.desk.account())).as("run " + seed).isZero();
        }
    }
}
