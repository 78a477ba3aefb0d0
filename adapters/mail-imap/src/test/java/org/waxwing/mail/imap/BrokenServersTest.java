package org.waxwing.mail.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.waxwing.mail.imap.ScriptedServer.lines;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.account.ConnectionSecurity;
import org.waxwing.domain.account.Secret;
import org.waxwing.domain.account.SignIn;
import org.waxwing.domain.mailbox.MailboxRole;
import org.waxwing.domain.sync.ConnectionProblem;
import org.waxwing.domain.sync.MailProvider;
import org.waxwing.domain.sync.MailProviderException;
import org.waxwing.domain.sync.MailboxRefusedException;
import org.waxwing.domain.sync.RemoteMailbox;
import org.waxwing.domain.sync.Uid;
import org.waxwing.domain.sync.UidValidity;

class BrokenServersTest {
    private static final SignIn ALICE = new SignIn.Password("alice", new Secret("sesame"));
    private static final UidValidity SEVEN = new UidValidity(7);
    private static final String THREE = lines(
            "* 1 FETCH (UID 1 FLAGS ())",
            "* 2 FETCH (UID 2 FLAGS (\\Seen))",
            "* 3 FETCH (UID 3 FLAGS ())");
    private static final String BULK = "UID FETCH %s (UID FLAGS INTERNALDATE BODY.PEEK[])";
    private static final String SIZE = "UID FETCH %s (UID FLAGS INTERNALDATE RFC822.SIZE)";
    private static final ImapMailProvider PROVIDER = new ImapMailProvider(new ImapSettings(
            true,
            true,
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofMillis(200),
            Duration.ofMillis(50)));

    private static MailProvider.Session session(ScriptedServer server) {
        return PROVIDER.open(server.endpoint(ConnectionSecurity.NONE), ALICE);
    }

    private static String body(int uid, String text) {
        return "* " + uid + " FETCH (UID " + uid + " BODY[] {" + text.length() + "}\r\n" + text + ")\r\n";
    }

    private static String piece(int uid, String text) {
        return "* " + uid + " FETCH (UID " + uid + " BODY[]<0> {" + text.length() + "}\r\n" + text
                + ")\r\nTAG OK done\r\n";
    }

    /** What came, and what did not. */
    private record Outcome(Map<Long, String> taken, Set<Uid> failed) {}

    private static Outcome fetch(MailProvider.Session session) throws IOException {
        var taken = new TreeMap<Long, String>();
        var failed = session.fetch("INBOX", SEVEN, List.of(new Uid(1), new Uid(2), new Uid(3)),
                (arrival, in) -> taken
                        .put(arrival.uid().value(), new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        return new Outcome(taken, failed);
    }

    private static void assertProblem(ConnectionProblem expected, ThrowingRunnable attempt) {
        assertThatThrownBy(attempt::run).isInstanceOfSatisfying(
                MailProviderException.class, e -> assertThat(e.problem()).isEqualTo(expected));
    }

    /** Something that may fail. */
    @FunctionalInterface
    private interface ThrowingRunnable {
        void run() throws Exception;
    }

    @Test
    void delivers_the_other_messages_when_the_server_fails_on_one() throws Exception {
        var script = new LinkedHashMap<String, String>();
        script.put(BULK.formatted("1:3"), body(1, "first") + "TAG NO [SERVERBUG] cannot read 2\r\n");
        script.put(BULK.formatted("2"), "TAG NO [SERVERBUG] cannot read 2\r\n");
        script.put(SIZE.formatted("2"), "* 2 FETCH (UID 2 FLAGS () RFC822.SIZE 5)\r\nTAG OK done\r\n");
        script.put("UID FETCH 2 (UID BODY", "TAG NO [SERVERBUG] still not\r\n");
        script.put(BULK.formatted("3"), body(3, "third") + "TAG OK done\r\n");

        try (var server = ScriptedServer.imap(script); var session = session(server)) {
            var outcome = fetch(session);

            assertThat(outcome.taken()).containsExactly(Map.entry(1L, "first"), Map.entry(3L, "third"));
            assertThat(outcome.failed()).containsExactly(new Uid(2));
        }
    }

    @Test
    void delivers_the_other_messages_when_one_answer_is_garbled() throws Exception {
        var script = new LinkedHashMap<String, String>();
        script.put(
                BULK.formatted("1:3"),
                body(1, "first") + "* 2 FETCH (UID 2 BODY[] {x}\r\n* 2 FETCH garbage\r\n" + body(3, "third")
                        + "TAG OK done\r\n");
        script.put(SIZE.formatted("2"), "* 2 FETCH (UID 2 FLAGS () RFC822.SIZE 5)\r\nTAG OK done\r\n");
        script.put("UID FETCH 2 (UID BODY", "* 2 FETCH (UID 2 BODY[]<0> NIL)\r\nTAG OK done\r\n");

        try (var server = ScriptedServer.imap(script); var session = session(server)) {
            var outcome = fetch(session);

            assertThat(outcome.taken()).containsOnlyKeys(1L, 3L);
            assertThat(outcome.failed()).containsExactly(new Uid(2));
        }
    }

    @Test
    void tells_a_message_that_is_gone_from_one_that_is_not_delivered() throws Exception {
        var script = new LinkedHashMap<String, String>();
        script.put(BULK.formatted("1:3"), body(1, "first") + "TAG OK done\r\n");
        script.put(SIZE.formatted("2:3"), "TAG OK done\r\n");
        script.put("UID FETCH 2:3 (UID)", "* 3 FETCH (UID 3)\r\nTAG OK done\r\n");

        try (var server = ScriptedServer.imap(script); var session = session(server)) {
            var outcome = fetch(session);

            assertThat(outcome.taken()).containsOnlyKeys(1L);
            assertThat(outcome.failed()).containsExactly(new Uid(3));
        }
    }

    @Test
    void does_not_take_an_empty_body_for_a_message() throws Exception {
        var script = new LinkedHashMap<String, String>();
        script.put(
                BULK.formatted("1:3"), body(1, "first") + body(2, "") + body(3, "third") + "TAG OK done\r\n");
        script.put(SIZE.formatted("2"), "* 2 FETCH (UID 2 FLAGS () RFC822.SIZE 6)\r\nTAG OK done\r\n");
        script.put("UID FETCH 2 (UID BODY", piece(2, "second"));

        try (var server = ScriptedServer.imap(script); var session = session(server)) {
            assertThat(fetch(session).taken()).containsEntry(2L, "second").hasSize(3);
        }
    }

    @Test
    void goes_on_with_a_new_connection_when_one_message_breaks_the_old_one() throws Exception {
        var script = new LinkedHashMap<String, String>();
        script.put(BULK.formatted("1:3"), body(1, "first") + "* 2 FETCH (UID 2 BODY[] {5}\r\nseCUT");
        script.put(SIZE.formatted("2"), "* 2 FETCH (UID 2 FLAGS () RFC822.SIZE 5)\r\nTAG OK done\r\n");
        script.put("UID FETCH 2 (UID BODY", "* 2 FETCH (UID 2 BODY[]<0> {5}\r\nseCUT");
        script.put(BULK.formatted("3"), body(3, "third") + "TAG OK done\r\n");

        try (var server = ScriptedServer.imap(script); var session = session(server)) {
            var outcome = fetch(session);

            assertThat(outcome.taken()).containsOnlyKeys(1L, 3L);
            assertThat(outcome.failed()).containsExactly(new Uid(2));
            assertThat(server.connections()).isEqualTo(3);
        }
    }

    @Test
    void hands_on_a_large_message_as_a_stream_whatever_comes_behind_it() throws Exception {
        var large = "0123456789abcdef".repeat(100_000);
        var script = new LinkedHashMap<String, String>();
        script.put(
                BULK.formatted("1:3"),
                body(1, "first")
                        + "* 2 FETCH (UID 2 FLAGS () INTERNALDATE \"01-Mar-2026 12:00:00 +0000\" BODY[] {"
                        + large.length()
                        + "}\r\n" + large + " X-ODD {3}\r\nabc MODSEQ (7))\r\n"
                        + body(3, "third") + "TAG OK done\r\n");

        try (var server = ScriptedServer.imap(script); var session = session(server)) {
            var outcome = fetch(session);

            assertThat(outcome.taken()).containsEntry(2L, large).containsEntry(3L, "third").hasSize(3);
            assertThat(server.heard()).filteredOn(it -> it.startsWith("UID FETCH")).hasSize(1);
        }
    }

    @Test
    void asks_again_for_a_large_message_that_was_sent_before_its_marks() throws Exception {
        var large = "0123456789abcdef".repeat(100_000);
        var script = new LinkedHashMap<String, String>();
        script.put(
                BULK.formatted("1:3"),
                body(1, "first")
                        + "* 2 FETCH (UID 2 BODY[] {" + large.length() + "}\r\n" + large + " FLAGS (\\Seen))\r\n"
                        + body(3, "third") + "TAG OK done\r\n");
        script.put(
                SIZE.formatted("2"),
                "* 2 FETCH (UID 2 FLAGS (\\Seen) RFC822.SIZE " + large.length() + ")\r\nTAG OK done\r\n");
        // one that knows no pieces
        script.put("UID FETCH 2 (UID BODY", body(2, large) + "TAG OK done\r\n");

        try (var server = ScriptedServer.imap(script); var session = session(server)) {
            assertThat(fetch(session).taken()).containsEntry(2L, large).containsEntry(3L, "third").hasSize(3);
        }
    }

    @Test
    void does_not_count_a_message_as_delivered_that_was_cut_while_it_was_streamed() throws Exception {
        var large = "0123456789abcdef".repeat(100_000);
        var served = new AtomicInteger();
        var script = new LinkedHashMap<String, String>();
        script.put(
                BULK.formatted("1:3"),
                body(1, "first")
                        + "* 2 FETCH (UID 2 FLAGS () INTERNALDATE \"01-Mar-2026 12:00:00 +0000\" BODY[] {"
                        + large.length()
                        + "}\r\n" + large.substring(0, 1_200_000) + "CUT");
        script.put(
                SIZE.formatted("2"),
                "* 2 FETCH (UID 2 FLAGS () RFC822.SIZE " + large.length() + ")\r\nTAG OK done\r\n");
        script.put("UID FETCH 2 (UID BODY", body(2, large) + "TAG OK done\r\n");
        script.put(BULK.formatted("3"), body(3, "third") + "TAG OK done\r\n");

        try (var server = ScriptedServer.imap(script); var session = session(server)) {
            var lengths = new TreeMap<Long, Integer>();
            var failed = session.fetch("INBOX", SEVEN, List.of(new Uid(3), new Uid(2), new Uid(1)), (arrival, in) -> {
                try {
                    lengths.put(arrival.uid().value(), in.readAllBytes().length);
                } catch (IOException e) {
                    // a taker that makes do with what it has got
                    served.incrementAndGet();
                }
            });

            assertThat(served).hasValue(1);
            assertThat(failed).isEmpty();
            assertThat(lengths).containsEntry(1L, 5).containsEntry(2L, large.length()).containsEntry(3L, 5);
        }
    }

    @Test
    void gives_up_when_the_connection_is_cut_in_a_literal_and_cannot_be_made_again() throws Exception {
        var served = new AtomicInteger();
        try (var server = new ScriptedServer(peer -> {
            if (served.getAndIncrement() > 0) return;
            peer.say("* OK ready\r\n");
            peer.serve(ScriptedServer.with(Map.of(
                    BULK.formatted("1:3"),
                    "* 1 FETCH (UID 1 BODY[] {5}\r\nfiCUT")));
        }); var session = session(server)) {
            assertProblem(ConnectionProblem.CONNECTION_LOST, () -> fetch(session));
        }
    }

    @Test
    void stops_when_the_server_asks_to_slow_down() throws Exception {
        try (var server = ScriptedServer.imap(Map.of(
                BULK.formatted("1:3"), "TAG NO [THROTTLED] Account exceeded bandwidth limits\r\n"));
                var session = session(server)) {
            assertProblem(ConnectionProblem.THROTTLED, () -> fetch(session));
        }
    }

    @Test
    void does_not_take_mail_for_gone_when_a_server_says_that_there_is_none_and_finds_some() throws Exception {
        try (var server = ScriptedServer.imap(Map.of(
                "EXAMINE",
                "* 0 EXISTS\r\n* OK [UIDVALIDITY 7] ok\r\nTAG OK done\r\n",
                "UID SEARCH ALL",
                "* SEARCH 4 9\r\nTAG OK done\r\n"));
                var session = session(server)) {
            assertProblem(ConnectionProblem.CONNECTION_LOST, () -> session.whole("INBOX"));
        }
    }

    @Test
    void does_not_wait_for_an_answer_that_only_drips() throws Exception {
        var impatient = new ImapMailProvider(new ImapSettings(
                true,
                true,
                Duration.ofSeconds(5),
                Duration.ofSeconds(2),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1)));
        try (var server = new ScriptedServer(peer -> {
            peer.say("* OK ready\r\n");
            peer.serve(ScriptedServer.with(Map.of("UID FETCH", "DRIP")));
        }); var session = impatient.open(server.endpoint(ConnectionSecurity.NONE), ALICE)) {
            long before = System.nanoTime();

            assertProblem(ConnectionProblem.CONNECTION_LOST, () -> session.whole("INBOX"));
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
        }
    }

    @Test
    void does_not_reserve_memory_for_what_a_server_merely_announces() throws Exception {
        try (var server = ScriptedServer.imap(Map.of(
                "UID FETCH 1:* (FLAGS)", "* 1 FETCH (UID 1 FLAGS () X {2147483000}\r\nabc"));
                var session = session(server)) {
            assertProblem(ConnectionProblem.CONNECTION_LOST, () -> session.whole("INBOX"));
        }
    }

    @Test
    void does_not_wait_for_an_answer_that_never_comes() throws Exception {
        var impatient = new ImapMailProvider(new ImapSettings(
                true,
                true,
                Duration.ofSeconds(5),
                Duration.ofSeconds(2),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1)));
        try (var server = ScriptedServer.imap(Map.of("UID FETCH", "* OK working on it\r\n"));
                var session = impatient.open(server.endpoint(ConnectionSecurity.NONE), ALICE)) {
            assertProblem(ConnectionProblem.CONNECTION_LOST, () -> session.whole("INBOX"));
        }
    }

    @Test
    void reads_a_snapshot_with_odd_answers_in_between() throws Exception {
        try (var server = ScriptedServer.imap(Map.of(
                "UID FETCH 1:* (FLAGS)",
                lines(
                        "* 1 FETCH (UID 11 FLAGS (\\Seen $Forwarded \\XServer NonJunk))",
                        "* 4 EXISTS",
                        "* 1 FETCH (FLAGS (\\Flagged))",
                        "* 2 FETCH (UID 4294967295 FLAGS ())",
                        "* 3 FETCH (UID 0 FLAGS ())",
                        "* 9 FETCH (UID 12 FLAGS (\\Deleted))",
                        "TAG OK done")));
                var session = session(server)) {
            var messages = session.whole("INBOX").messages();

            assertThat(messages).containsOnlyKeys(new Uid(11), new Uid(4_294_967_295L));
            assertThat(messages.getOrDefault(new Uid(11), Set.of())).extracting("name")
                    .containsExactlyInAnyOrder("$seen", "$forwarded", "nonjunk");
        }
    }

    @Test
    void does_not_take_a_broken_answer_for_an_empty_folder() throws Exception {
        try (var server = ScriptedServer.imap(Map.of("UID FETCH 1:* (FLAGS)", "TAG OK done\r\n"));
                var session = session(server)) {
            assertProblem(ConnectionProblem.CONNECTION_LOST, () -> session.whole("INBOX"));
        }
        try (var server = ScriptedServer.imap(Map.of("EXAMINE", "* OK [UIDVALIDITY 7] ok\r\nTAG OK done\r\n"));
                var session = session(server)) {
            assertProblem(ConnectionProblem.CONNECTION_LOST, () -> session.whole("INBOX"));
        }
    }

    @Test
    void goes_on_without_a_folder_that_does_not_open() throws Exception {
        try (var server = ScriptedServer.imap(Map.of(
                "LIST",
                lines("* LIST () \"/\" INBOX", "* LIST () \"/\" Broken", "TAG OK done"),
                "EXAMINE Broken",
                "TAG NO [SERVERBUG] Internal error\r\n"))) {
            try (var session = session(server)) {
                assertThatThrownBy(() -> session.whole("Broken")).isInstanceOf(MailboxRefusedException.class);
                assertThat(session.mailboxes()).containsExactly(
                        new RemoteMailbox("INBOX", '/', MailboxRole.INBOX, true),
                        new RemoteMailbox("Broken", '/', MailboxRole.NONE, true));
            }
        }
    }

    @Test
    void cannot_work_without_a_uidvalidity() throws Exception {
        try (var server = ScriptedServer.imap(Map.of("EXAMINE", "* 3 EXISTS\r\nTAG OK done\r\n"));
                var session = session(server)) {
            assertProblem(ConnectionProblem.CONNECTION_LOST, () -> session.whole("INBOX"));
        }
    }

    @Test
    void lists_what_can_be_read_of_a_folder_list() throws Exception {
        try (var server = ScriptedServer.imap(Map.of(
                "LIST",
                lines(
                        "* LIST (\\HasNoChildren) \"/\" inbox",
                        "* LIST (\\Noselect) \"/\" \"[Gmail]\"",
                        "* LIST (\\All \\HasNoChildren) \"/\" \"[Gmail]/Alle Nachrichten\"",
                        "* LIST (\\HasNoChildren) \"/\" \"[Gmail]/Papierkorb\"",
                        "* LIST () NIL {7}",
                        "Ar&AOk-",
                        "* LIST () \"/\" \"Br&oken\"",
                        "* LIST (",
                        "* LIST",
                        "* LIST () \"/\" \"M\u00c3\u00bcll\"",
                        "* LIST (\\NonExistent) \"/\" Gone",
                        "* LIST () \"/\" Projects/Sent",
                        "* LIST () \"/\" \"quoted \\\"name\\\"\"",
                        "TAG OK done")));
                var session = session(server)) {
            assertThat(session.mailboxes())
                    .contains(
                            new RemoteMailbox("INBOX", '/', MailboxRole.INBOX, true),
                            new RemoteMailbox("[Gmail]", '/', MailboxRole.NONE, false),
                            new RemoteMailbox("[Gmail]/Alle Nachrichten", '/', MailboxRole.ALL, true),
                            new RemoteMailbox("[Gmail]/Papierkorb", '/', MailboxRole.TRASH, true),
                            new RemoteMailbox("Aré", '\0', MailboxRole.NONE, true),
                            new RemoteMailbox("Müll", '/', MailboxRole.NONE, true),
                            new RemoteMailbox("Gone", '/', MailboxRole.NONE, false),
                            new RemoteMailbox("Projects/Sent", '/', MailboxRole.NONE, true),
                            new RemoteMailbox("quoted \"name\"", '/', MailboxRole.NONE, true));
        }
    }

    @Test
    void opens_a_folder_by_the_very_name_it_was_listed_under() throws Exception {
        try (var server = ScriptedServer.imap(
                Map.of("LIST", "* LIST () \"/\" \"M\u00c3\u00bcll\"\r\nTAG OK done\r\n",
                        "UID",
                        THREE + "TAG OK done\r\n"));
                var session = session(server)) {
            session.mailboxes();
            session.whole("Müll");

            assertThat(server.heard()).anyMatch(line -> line.equals("M\u00c3\u00bcll"));
        }
    }

    @Test
    void renews_idle_and_tells_of_changes_during_it() throws Exception {
        var renewed = new CountDownLatch(2);
        var changes = new ArrayBlockingQueue<String>(10);
        try (var server = new ScriptedServer(peer -> {
            peer.say("* OK [CAPABILITY IMAP4rev1 IDLE] ready\r\n");
            String idle = "";
            while (true) {
                var line = peer.hear();
                var tag = line.substring(0, Math.max(0, line.indexOf(' ')));
                if (line.equals("DONE")) {
                    peer.say(idle + " OK done\r\n");
                    renewed.countDown();
                } else if (line.endsWith(" IDLE")) {
                    idle = tag;
                    peer.say("+ idling\r\n* OK still here\r\n");
                    if (renewed.getCount() == 0) peer.say("* 4 EXISTS\r\n");
                } else if (line.endsWith(" EXAMINE INBOX")) {
                    peer.say("* OK [UIDVALIDITY 7] ok\r\n" + tag + " OK done\r\n");
                } else {
                    peer.say("* CAPABILITY IMAP4rev1 IDLE\r\n" + tag + " OK done\r\n");
                }
            }
        });
                var watch = PROVIDER.watch(server.endpoint(ConnectionSecurity.NONE), ALICE, listener(changes))) {
            assertThat(watch).isNotNull();
            assertThat(changes.poll(10, TimeUnit.SECONDS)).isEqualTo("changed");
            assertThat(renewed.getCount()).isZero();
        }
    }

    @Test
    void looks_every_so_often_where_there_is_no_idle() throws Exception {
        var changes = new ArrayBlockingQueue<String>(100);
        try (var server = ScriptedServer.imap(Map.of(
                "CAPABILITY",
                "* CAPABILITY IMAP4rev1\r\nTAG OK done\r\n",
                "NOOP",
                "* 2 EXPUNGE\r\nTAG OK done\r\n"));
                var watch = PROVIDER.watch(server.endpoint(ConnectionSecurity.NONE), ALICE, listener(changes))) {
            assertThat(watch).isNotNull();
            assertThat(changes.poll(10, TimeUnit.SECONDS)).isEqualTo("changed");
        }
    }

    @Test
    void tells_once_that_a_watch_has_ended_by_itself() throws Exception {
        var events = new ArrayBlockingQueue<String>(10);
        try (var server = ScriptedServer.imap(Map.of("IDLE", "+ idling\r\n* BYE Too many connections\r\nCUT"));
                var watch = PROVIDER.watch(server.endpoint(ConnectionSecurity.NONE), ALICE, listener(events))) {
            assertThat(watch).isNotNull();
            assertThat(events.poll(10, TimeUnit.SECONDS)).isEqualTo("THROTTLED");
        }
        assertThat(events).isEmpty();
    }

    @Test
    void tells_at_once_that_a_watch_has_ended_when_the_server_hangs_up() throws Exception {
        var patient = new ImapMailProvider(ImapSettings.usual(true, true));
        var events = new ArrayBlockingQueue<String>(10);
        try (var server = ScriptedServer.imap(Map.of("IDLE", "+ idling\r\nCUT"));
                var watch = patient.watch(server.endpoint(ConnectionSecurity.NONE), ALICE, listener(events))) {
            assertThat(watch).isNotNull();
            assertThat(events.poll(10, TimeUnit.SECONDS)).isEqualTo("CONNECTION_LOST");
        }
    }

    @Test
    void watches_all_folders_where_the_server_offers_that() throws Exception {
        for (var consent : List.of("TAG OK done", "TAG NO not today")) {
            var changes = new ArrayBlockingQueue<String>(10);
            try (var server = ScriptedServer.imap(Map.of(
                    "CAPABILITY", "* CAPABILITY IMAP4rev1 IDLE NOTIFY\r\nTAG OK done\r\n",
                    "NOTIFY", consent + "\r\n",
                    "IDLE", "+ idling\r\n* STATUS Filed (MESSAGES 4 UIDNEXT 9 UIDVALIDITY 2)\r\n"));
                    var watch = PROVIDER.watch(server.endpoint(ConnectionSecurity.NONE), ALICE, listener(changes))) {
                assertThat(watch).isNotNull();
                assertThat(changes.poll(10, TimeUnit.SECONDS)).isEqualTo("changed");
                assertThat(server.heard()).containsSubsequence(
                        "EXAMINE INBOX",
                        "NOTIFY SET (selected (MessageNew MessageExpunge FlagChange))"
                                + " (personal (MessageNew MessageExpunge FlagChange MailboxName))",
                        "IDLE");
            }
        }
    }

    @Test
    void says_nothing_and_hangs_up_when_a_watch_is_closed() throws Exception {
        var events = new ArrayBlockingQueue<String>(10);
        var hungUp = new CountDownLatch(1);
        try (var server = new ScriptedServer(peer -> {
            peer.say("* OK ready\r\n");
            try {
                peer.serve(ScriptedServer.with(Map.of("IDLE", "+ idling\r\n")));
            } finally {
                hungUp.countDown();
            }
        })) {
            PROVIDER.watch(server.endpoint(ConnectionSecurity.NONE), ALICE, listener(events)).close();

            assertThat(hungUp.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(events).isEmpty();
        }
    }

    private static MailProvider.WatchListener listener(ArrayBlockingQueue<String> events) {
        return new MailProvider.WatchListener() {
            @Override
            public void changed() {
                events.offer("changed");
            }

            @Override
            public void ended(MailProviderException why) {
                events.offer(why.problem().name());
            }
        };
    }
}
