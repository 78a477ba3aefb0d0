package org.waxwing.domain.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.waxwing.domain.world.EmailBuilder.anEmail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.account.ServerEndpoint;
import org.waxwing.domain.account.SignIn;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.MailboxRole;
import org.waxwing.domain.world.EmailBuilder;

/** What every {@link MailProvider} does with a mailbox that nothing is wrong with. */
public interface MailProviderContract {
    MailProvider provider();

    ServerEndpoint endpoint() throws Exception;

    SignIn signIn();

    /** Puts a message into the inbox at the server. */
    void deliver(EmailBuilder email) throws Exception;

    private MailProvider.Session signedIn() throws Exception {
        return provider().open(endpoint(), signIn());
    }

    private static List<Uid> newestFirst(MailboxNews.Whole snapshot) {
        return snapshot.messages().keySet().stream().sorted(Comparator.reverseOrder()).toList();
    }

    @Test
    default void accepts_a_sign_in_that_works() throws Exception {
        var endpoint = endpoint();

        provider().verify(endpoint, signIn());
    }

    @Test
    default void lists_the_inbox_as_one() throws Exception {
        try (var session = signedIn()) {
            assertThat(session.mailboxes())
                    .filteredOn(it -> it.role() == MailboxRole.INBOX)
                    .singleElement()
                    .satisfies(inbox -> assertThat(inbox.selectable()).isTrue());
        }
    }

    @Test
    default void delivers_every_message_asked_for_once() throws Exception {
        deliver(anEmail().subject("the first"));
        deliver(anEmail().subject("the second"));

        try (var session = signedIn()) {
            var snapshot = session.whole("INBOX");
            var sources = new ArrayList<String>();
            var failed = session.fetch("INBOX", snapshot.point().validity(), newestFirst(snapshot),
                    (arrival, source) -> sources.add(
                            new String(source.readAllBytes(), StandardCharsets.UTF_8)));

            assertThat(failed).isEmpty();
            assertThat(sources)
                    .hasSize(2)
                    .anyMatch(source -> source.contains("the first"))
                    .anyMatch(source -> source.contains("the second"));
        }
    }

    @Test
    default void leaves_out_a_message_that_is_not_there() throws Exception {
        deliver(anEmail().subject("alone"));

        try (var session = signedIn()) {
            var snapshot = session.whole("INBOX");
            var there = newestFirst(snapshot).getFirst();
            var fetched = new ArrayList<Uid>();
            var failed = session.fetch("INBOX", snapshot.point().validity(), List.of(new Uid(there.value() + 7), there),
                    (arrival, source) -> fetched.add(arrival.uid()));

            assertThat(failed).isEmpty();
            assertThat(fetched).containsExactly(there);
        }
    }

    @Test
    default void fetches_nothing_under_a_validity_that_is_void() throws Exception {
        deliver(anEmail().subject("alone"));

        try (var session = signedIn()) {
            var snapshot = session.whole("INBOX");
            var other = new UidValidity(snapshot.point().validity().value() == 1 ? 2 : 1);

            assertThatThrownBy(() -> session.fetch("INBOX", other, newestFirst(snapshot),
                    (arrival, source) -> source.readAllBytes()))
                    .isInstanceOf(MailProviderException.class);
        }
    }

    @Test
    default void passes_on_that_a_message_could_not_be_kept() throws Exception {
        deliver(anEmail().subject("alone"));

        try (var session = signedIn()) {
            var snapshot = session.whole("INBOX");

            assertThatThrownBy(() -> session.fetch("INBOX", snapshot.point().validity(), newestFirst(snapshot),
                    (arrival, source) -> {
                        throw new IOException("no room");
                    })).isInstanceOf(IOException.class);
        }
    }

    /** What a folder holds after news about it, as far as they tell. */
    private static Map<Uid, Set<Keyword>> after(MailboxNews.Whole before, MailboxNews news) {
        return switch (news) {
            case MailboxNews.Whole whole -> whole.messages();
            case MailboxNews.Since since -> {
                var messages = new HashMap<>(before.messages());
                messages.putAll(since.present());
                messages.keySet().removeAll(since.vanished());
                yield messages;
            }
        };
    }

    private static void assertDone(RemoteChange.Outcome outcome) {
        assertThat(outcome).isInstanceOf(RemoteChange.Outcome.Done.class);
    }

    @Test
    default void tells_the_newest_messages_first_and_no_more_than_wanted() throws Exception {
        for (var subject : List.of("one", "two", "three")) deliver(anEmail().subject(subject));

        try (var session = signedIn()) {
            var whole = session.whole("INBOX");

            assertThat(session.newest("INBOX", 2).uids()).isEqualTo(newestFirst(whole).subList(0, 2));
            assertThat(session.newest("INBOX", 9).uids()).isEqualTo(newestFirst(whole));
            assertThat(session.newest("INBOX", 9).validity()).isEqualTo(whole.point().validity());
        }
    }

    @Test
    default void knows_no_newest_message_of_an_empty_folder() throws Exception {
        try (var session = signedIn()) {
            assertThat(session.newest("INBOX", 5).uids()).isEmpty();
        }
    }

    @Test
    default void tells_what_came_since() throws Exception {
        deliver(anEmail().subject("before"));

        try (var session = signedIn()) {
            var before = session.whole("INBOX");
            deliver(anEmail().subject("after"));
            var news = session.since("INBOX", before.point());

            assertThat(after(before, news)).isEqualTo(session.whole("INBOX").messages()).hasSize(2);
        }
    }

    @Test
    default void tells_what_was_marked_and_what_went_since() throws Exception {
        for (var subject : List.of("one", "two", "three")) deliver(anEmail().subject(subject));

        try (var session = signedIn(); var other = signedIn()) {
            var before = session.whole("INBOX");
            var validity = before.point().validity();
            var uids = newestFirst(before);
            assertDone(other.carryOut(
                    new RemoteChange.Mark("INBOX", validity, Set.of(uids.get(0)), Keyword.FLAGGED, true)));
            assertDone(other.carryOut(new RemoteChange.Expunge("INBOX", validity, Set.of(uids.get(1)))));
            var news = session.since("INBOX", before.point());

            assertThat(after(before, news)).containsOnlyKeys(uids.get(0), uids.get(2))
                    .containsEntry(uids.get(0), Set.of(Keyword.FLAGGED));
        }
    }

    @Test
    default void tells_nothing_that_went_where_nothing_happened() throws Exception {
        deliver(anEmail().subject("alone"));

        try (var session = signedIn()) {
            var before = session.whole("INBOX");

            assertThat(after(before, session.since("INBOX", before.point()))).isEqualTo(before.messages());
        }
    }

    @Test
    default void tells_everything_to_whoever_followed_another_numbering() throws Exception {
        deliver(anEmail().subject("alone"));

        try (var session = signedIn()) {
            var now = session.whole("INBOX");
            var other = new UidValidity(now.point().validity().value() == 1 ? 2 : 1);

            assertThat(session.since("INBOX", new SyncPoint(other, 1, 0, 1))).isEqualTo(now);
        }
    }

    @Test
    default void gives_a_point_away_only_when_it_is_the_one_that_opening_gives() throws Exception {
        deliver(anEmail().subject("alone"));

        try (var session = signedIn()) {
            session.mailboxes();
            var points = session.points();

            if (points.containsKey("INBOX"))
                assertThat(points.get("INBOX")).isEqualTo(session.whole("INBOX").point());
        }
    }

    @Test
    default void marks_messages_and_takes_marks_away_however_often_it_is_told() throws Exception {
        deliver(anEmail().subject("one"));
        deliver(anEmail().subject("two"));

        try (var session = signedIn()) {
            var before = session.whole("INBOX");
            var validity = before.point().validity();
            var uids = newestFirst(before);
            var seen = new RemoteChange.Mark("INBOX", validity, Set.copyOf(uids), Keyword.SEEN, true);
            var unseen = new RemoteChange.Mark("INBOX", validity, Set.of(uids.getFirst()), Keyword.SEEN, false);
            for (var change : List.of(seen, seen, unseen, unseen)) assertDone(session.carryOut(change));

            assertThat(session.whole("INBOX").messages())
                    .containsEntry(uids.getFirst(), Set.of())
                    .containsEntry(uids.getLast(), Set.of(Keyword.SEEN));
        }
    }

    @Test
    default void passes_over_messages_that_are_gone() throws Exception {
        deliver(anEmail().subject("alone"));

        try (var session = signedIn()) {
            var before = session.whole("INBOX");
            var validity = before.point().validity();
            var there = newestFirst(before).getFirst();
            var both = Set.of(there, new Uid(there.value() + 7));
            assertDone(session.carryOut(new RemoteChange.Mark("INBOX", validity, both, Keyword.SEEN, true)));
            assertDone(session.carryOut(new RemoteChange.Expunge("INBOX", validity, both)));
            assertDone(session.carryOut(new RemoteChange.Expunge("INBOX", validity, both)));

            assertThat(session.whole("INBOX").messages()).isEmpty();
        }
    }

    @Test
    default void moves_messages_and_tells_where_they_are_if_at_all() throws Exception {
        deliver(anEmail().subject("stays"));
        deliver(anEmail().subject("goes").marked(Keyword.SEEN));

        try (var session = signedIn()) {
            assertDone(session.carryOut(new RemoteChange.Create("Filed")));
            var before = session.whole("INBOX");
            var goes = newestFirst(before).getFirst();
            var move = new RemoteChange.Move("INBOX", before.point().validity(), Set.of(goes), "Filed", false);
            var outcome = session.carryOut(move);
            var again = session.carryOut(
                    new RemoteChange.Move("INBOX", move.validity(), move.uids(), "Filed", true));
            var filed = session.whole("Filed");

            assertThat(session.whole("INBOX").messages()).hasSize(1).doesNotContainKey(goes);
            assertThat(filed.messages()).hasSize(1);
            assertDone(again);
            assertThat(outcome).isInstanceOfSatisfying(RemoteChange.Outcome.Done.class, done -> done.moved().forEach(
                    (from, to) -> {
                        assertThat(from).isEqualTo(goes);
                        assertThat(to).isEqualTo(
                                new RemoteChange.Place(filed.point().validity(), newestFirst(filed).getFirst()));
                    }));
        }
    }

    @Test
    default void knows_a_moved_message_by_the_same_name_if_by_any() throws Exception {
        deliver(anEmail().subject("goes"));

        try (var session = signedIn()) {
            assertDone(session.carryOut(new RemoteChange.Create("Filed")));
            var before = session.whole("INBOX");
            var validity = before.point().validity();
            var names = session.ids("INBOX", validity, newestFirst(before));
            assertDone(session.carryOut(
                    new RemoteChange.Move("INBOX", validity, before.messages().keySet(), "Filed", false)));
            var after = session.whole("Filed");

            assertThat(session.ids("Filed", after.point().validity(), newestFirst(after)).values())
                    .extracting(RemoteIds::email)
                    .containsExactlyElementsOf(names.values().stream().map(RemoteIds::email).toList());
        }
    }

    @Test
    default void says_that_a_target_is_not_there() throws Exception {
        deliver(anEmail().subject("stays"));

        try (var session = signedIn()) {
            var before = session.whole("INBOX");
            var outcome = session.carryOut(new RemoteChange.Move(
                    "INBOX", before.point().validity(), before.messages().keySet(), "Nowhere", false));

            assertThat(outcome).isEqualTo(new RemoteChange.Outcome.Refused(RemoteChange.Refusal.NO_SUCH_MAILBOX));
            assertThat(session.whole("INBOX").messages()).hasSize(1);
        }
    }

    @Test
    default void changes_nothing_under_a_validity_that_is_void() throws Exception {
        deliver(anEmail().subject("stays"));

        try (var session = signedIn()) {
            var before = session.whole("INBOX");
            var other = new UidValidity(before.point().validity().value() == 1 ? 2 : 1);

            assertThat(session.carryOut(new RemoteChange.Expunge("INBOX", other, before.messages().keySet())))
                    .isInstanceOf(RemoteChange.Outcome.Renumbered.class);
            assertThat(session.whole("INBOX").messages()).hasSize(1);
        }
    }

    @Test
    default void makes_renames_and_removes_folders_however_often_it_is_told() throws Exception {
        try (var session = signedIn()) {
            for (var change : List.of(
                    new RemoteChange.Create("Reisen"),
                    new RemoteChange.Create("Reisen"),
                    new RemoteChange.Rename("Reisen", "Überall"),
                    new RemoteChange.Rename("Reisen", "Überall"),
                    new RemoteChange.Create("Weg"),
                    new RemoteChange.Drop("Weg"),
                    new RemoteChange.Drop("Weg")))
                assertDone(session.carryOut(change));

            assertThat(session.mailboxes()).extracting(RemoteMailbox::path)
                    .contains("Überall")
                    .doesNotContain("Reisen", "Weg");
        }
    }

    @Test
    default void tells_where_a_folder_stands_now_though_it_was_opened_before() throws Exception {
        deliver(anEmail().subject("the first"));
        try (var session = signedIn()) {
            session.mailboxes();
            session.whole("INBOX");
            deliver(anEmail().subject("the second"));

            session.mailboxes();
            var told = session.points();

            // not every server tells it in a list; one that does tells the truth
            if (told.containsKey("INBOX")) assertThat(told.get("INBOX").messages()).isEqualTo(2);
        }
    }

    @Test
    default void renames_a_folder_to_below_one_that_is_not_there_yet() throws Exception {
        try (var session = signedIn()) {
            var below = "Piers" + session.mailboxes().getFirst().delimiter() + "Long";
            assertDone(session.carryOut(new RemoteChange.Create("Short")));
            assertDone(session.carryOut(new RemoteChange.Rename("Short", below)));

            assertThat(session.mailboxes()).extracting(RemoteMailbox::path).contains(below).doesNotContain("Short");
        }
    }

    @Test
    default void does_not_rename_onto_another_folder() throws Exception {
        try (var session = signedIn()) {
            assertDone(session.carryOut(new RemoteChange.Create("One")));
            assertDone(session.carryOut(new RemoteChange.Create("Two")));

            assertThat(session.carryOut(new RemoteChange.Rename("One", "Two")))
                    .isEqualTo(new RemoteChange.Outcome.Refused(RemoteChange.Refusal.ALREADY_EXISTS));
            assertThat(session.carryOut(new RemoteChange.Rename("Nowhere", "Three")))
                    .isEqualTo(new RemoteChange.Outcome.Refused(RemoteChange.Refusal.NO_SUCH_MAILBOX));
        }
    }
}
