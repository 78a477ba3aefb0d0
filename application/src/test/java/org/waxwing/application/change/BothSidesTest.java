package org.waxwing.application.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waxwing.application.world.House;
import org.waxwing.domain.change.ActionId;
import org.waxwing.domain.change.Deed;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.MailboxRole;
import org.waxwing.domain.reading.EmailView;
import org.waxwing.domain.reading.ListPosition;
import org.waxwing.domain.reading.ListQuery;
import org.waxwing.domain.reading.MailView;
import org.waxwing.domain.reading.Scope;
import org.waxwing.domain.sync.ConnectionProblem;
import org.waxwing.domain.sync.RemoteChange;
import org.waxwing.domain.world.ScriptedMailServer.Folder;

/**
 * Whatever happens at either side, in whatever order, and whatever breaks in between: when both are left alone, they
 * become equal.
 */
class BothSidesTest {
    private static final List<Keyword> KEYWORDS = List.of(Keyword.SEEN, Keyword.FLAGGED, new Keyword("travel"));

    /** One run of chance. */
    private static final class Run {
        private final House house = new House();
        private final Desk desk = Desk.in(house);
        private final Random random;
        private final List<Folder> folders = List.of(desk.inbox(), desk.archive(), desk.work(), desk.trash());
        private final List<ActionId> actions = new ArrayList<>();
        private int delivered;

        Run(long seed) {
            random = new Random(seed);
            if (random.nextInt(3) == 0) desk.server().tellsNoNewPlaces();
            if (random.nextInt(3) == 0) desk.server().keepsNoModSeqs();
            if (random.nextInt(3) == 0) desk.server().tellsIds();
        }

        void refuse() {
            var kinds = List.of(RemoteChange.Mark.class, RemoteChange.Move.class, RemoteChange.Expunge.class);
            desk.server().refuses(kinds.get(random.nextInt(kinds.size())), RemoteChange.Refusal.NOT_PERMITTED);
        }

        void happen(int steps) {
            for (int step = 0; step < steps; step++)
                switch (random.nextInt(10)) {
                case 0, 1, 2 -> atServer();
                case 3, 4, 5, 6 -> here();
                case 7 -> trouble();
                default -> sync();
                }
        }

        private void atServer() {
            var folder = folders.get(random.nextInt(folders.size()));
            if (folder.uids().isEmpty() || random.nextInt(3) == 0) {
                folder.deliver(Desk.mail(++delivered));
                return;
            }
            var uid = folder.uids().get(random.nextInt(folder.uids().size()));
            switch (random.nextInt(8)) {
                case 0, 1, 2 -> folder.mark(uid, KEYWORDS.get(random.nextInt(KEYWORDS.size())));
                case 3, 4 -> folder.move(uid, folders.get(random.nextInt(folders.size())));
                case 5 -> folder.remove(uid);
                case 6 -> folder.renumber();
                default -> folder.deliver(Desk.mail(++delivered));
            }
        }

        private void here() {
            var emails = new ArrayList<>(all());
            if (emails.isEmpty()) return;
            if (!actions.isEmpty() && random.nextInt(4) == 0) {
                house.undoAction().undo(desk.account().owner(), actions.removeLast());
                return;
            }
            var email = emails.get(random.nextInt(emails.size()));
            var result = house.changeMail().change(desk.account().owner(),
                    new ChangeMail.Command(deed(), Set.of(), Set.of(email.id())));
            if (result instanceof ChangeMail.Result.Changed changed) actions.add(changed.action());
        }

        private Deed deed() {
            return switch (random.nextInt(9)) {
                case 0 -> new Deed.Read();
                case 1 -> new Deed.Unread();
                case 2 -> new Deed.Star();
                case 3 -> new Deed.Label(new Keyword("travel"));
                case 4 -> new Deed.Archive();
                case 5 -> new Deed.Trash();
                case 6 -> new Deed.Delete();
                case 7 -> new Deed.Move(desk.folder("INBOX").id());
                default -> new Deed.Move(desk.folder("Work").id());
            };
        }

        private void trouble() {
            switch (random.nextInt(4)) {
                case 0 -> desk.server().cutAfter(random.nextInt(3));
                case 1 -> desk.server().refuseNext(ConnectionProblem.CONNECTION_LOST);
                case 2 -> desk.server().afterNextChange(
                        () -> house.world().failCommit(1, new IllegalStateException("crash")));
                default -> desk.server().afterNextChange(this::atServer);
            }
            sync();
        }

        private void sync() {
            try {
                desk.sync();
            } catch (IllegalStateException e) {
                assertThat(e).hasMessage("crash");
            }
            house.pass(Duration.ofMinutes(1));
        }

        void settle() {
            desk.server().cutAfter(Integer.MAX_VALUE);
            desk.server().afterNextChange(() -> {});
            for (int i = 0; i < 4; i++) sync();
        }

        List<EmailView> all() {
            var all = new ArrayList<EmailView>();
            for (var view : List.of(MailView.ALL, MailView.TRASH))
                all.addAll(house.emails(desk.account(), view).stream().filter(it -> !all.contains(it)).toList());
            return all;
        }

        /** What each folder shows here, and how it is marked. */
        Map<String, Map<String, Set<Keyword>>> ours() {
            var ours = new HashMap<String, Map<String, Set<Keyword>>>();
            house.folders(desk.account()).forEach((path, mailbox) -> {
                var query = new ListQuery(
                        new Scope.OneMailbox(mailbox.id()), false, ListPosition.START, ListQuery.MOST);
                var shown = new HashMap<String, Set<Keyword>>();
                house.as(desk.account().owner(), () -> house.world().reader().emails(query)).items()
                        .forEach(it -> shown.put(it.headers().subject().value(), it.keywords()));
                ours.put(path, shown);
            });
            return ours;
        }

        /** The same at the server. */
        Map<String, Map<String, Set<Keyword>>> theirs() {
            var theirs = new HashMap<String, Map<String, Set<Keyword>>>();
            var paths = List.of("INBOX", "Archive", "Work", "Trash");
            for (int i = 0; i < paths.size(); i++) {
                var folder = folders.get(i);
                var there = new HashMap<String, Set<Keyword>>();
                var subjects = folder.subjects();
                for (int j = 0; j < subjects.size(); j++)
                    there.put(subjects.get(j), folder.marksOf(folder.uids().get(j)));
                theirs.put(paths.get(i), there);
            }
            return theirs;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 300})
    void become_equal(int from) {
        for (int seed = from; seed < from + 80; seed++) {
            var run = new Run(seed);
            run.sync();
            run.happen(40);

            run.settle();

            assertThat(run.ours()).as("run " + seed).isEqualTo(run.theirs());
            assertThat(run.house.waitingChanges(run.desk.account())).as("run " + seed).isZero();
            assertThat(new HashSet<>(run.desk.refusals())).as("run " + seed).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3_000, 4_000})
    void become_equal_where_the_server_refuses_much(int from) {
        for (int seed = from; seed < from + 80; seed++) {
            var run = new Run(seed);
            run.refuse();
            run.sync();
            run.happen(40);

            run.settle();

            assertThat(run.ours()).as("run " + seed).isEqualTo(run.theirs());
            assertThat(run.house.waitingChanges(run.desk.account())).as("run " + seed).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = 1_000)
    void lose_nothing_and_double_nothing(int from) {
        for (int seed = from; seed < from + 80; seed++) {
            var run = new Run(seed);
            for (int i = 1; i <= 5; i++) run.desk.server().folder("INBOX", MailboxRole.INBOX).deliver(Desk.mail(-i));
            run.sync();
            run.happen(40);
            run.settle();

            // every message is at the server in one place at most
            var subjects = new ArrayList<String>();
            run.folders.forEach(it -> subjects.addAll(it.subjects()));
            assertThat(subjects).as("run " + seed).doesNotHaveDuplicates();
            assertThat(run.all()).as("run " + seed).hasSameSizeAs(subjects);
        }
    }
}
