package org.waxwing.mail.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waxwing.mail.imap.ScriptedServer.lines;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.account.ConnectionSecurity;
import org.waxwing.domain.account.Secret;
import org.waxwing.domain.account.SignIn;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.sync.MailProvider;
import org.waxwing.domain.sync.MailboxNews;
import org.waxwing.domain.sync.RemoteIds;
import org.waxwing.domain.sync.SyncPoint;
import org.waxwing.domain.sync.Uid;
import org.waxwing.domain.sync.UidValidity;

class NewsTest {
    private static final SignIn ALICE = new SignIn.Password("alice", new Secret("sesame"));
    private static final UidValidity SEVEN = new UidValidity(7);
    private static final SyncPoint BEFORE = new SyncPoint(SEVEN, 10, 5, 100);
    private static final SyncPoint NOW = new SyncPoint(SEVEN, 12, 5, 120);
    private static final String STANDS = lines(
            "* 5 EXISTS", "* OK [UIDVALIDITY 7] ok", "* OK [UIDNEXT 12] ok", "* OK [HIGHESTMODSEQ 120] ok",
            "TAG OK done");
    private static final String ALL = lines(
            "* 1 FETCH (UID 1 FLAGS ())", "* 2 FETCH (UID 3 FLAGS ())", "* 3 FETCH (UID 4 FLAGS ())",
            "* 4 FETCH (UID 10 FLAGS ())", "* 5 FETCH (UID 11 FLAGS ())", "TAG OK done");

    private static MailProvider.Session session(ScriptedServer server) {
        return new ImapMailProvider(ImapSettings.usual(true, true))
                .open(server.endpoint(ConnectionSecurity.NONE), ALICE);
    }

    private static ScriptedServer server(String capabilities, String... answers) throws Exception {
        var script = new LinkedHashMap<String, String>();
        for (int i = 0; i < answers.length; i += 2) script.put(answers[i], answers[i + 1]);
        script.putIfAbsent("EXAMINE", STANDS);
        script.putIfAbsent("UID FETCH 1:* (FLAGS)", ALL);
        script.put("CAPABILITY", "* CAPABILITY IMAP4rev1 " + capabilities + "\r\nTAG OK done\r\n");
        return ScriptedServer.imap(script);
    }

    @Test
    void asks_a_server_with_qresync_once_for_all_that_happened() throws Exception {
        try (var server = server(
                "ENABLE CONDSTORE QRESYNC",
                "ENABLE QRESYNC", "* ENABLED QRESYNC\r\nTAG OK done\r\n",
                "UID FETCH 1:* (FLAGS) (CHANGEDSINCE 100 VANISHED)",
                lines(
                        "* VANISHED (EARLIER) 2,5:7",
                        "* 1 FETCH (UID 1 FLAGS (\\Seen) MODSEQ (110))",
                        "* 3 FETCH (UID 4 FLAGS (\\Deleted) MODSEQ (111))",
                        "* VANISHED 3",
                        "* 4 FETCH (UID 10 FLAGS () MODSEQ (119))",
                        "TAG OK done"));
                var session = session(server)) {
            assertThat(session.since("INBOX", BEFORE)).isEqualTo(new MailboxNews.Since(
                    NOW,
                    Map.of(new Uid(1), Set.of(Keyword.SEEN), new Uid(10), Set.of()),
                    Set.of(new Uid(2), new Uid(3), new Uid(4), new Uid(5), new Uid(6), new Uid(7))));
            assertThat(server.heard()).filteredOn(it -> it.startsWith("UID FETCH")).hasSize(1);
        }
    }

    @Test
    void asks_nothing_where_nothing_happened() throws Exception {
        try (var server = server("CONDSTORE"); var session = session(server)) {
            assertThat(session.since("INBOX", NOW)).isEqualTo(new MailboxNews.Since(NOW, Map.of(), Set.of()));
            assertThat(server.heard()).noneMatch(it -> it.startsWith("UID FETCH"));
        }
    }

    @Test
    void believes_a_server_with_condstore_alone_when_the_numbers_add_up() throws Exception {
        var came = "* 5 FETCH (UID 11 FLAGS () MODSEQ (119))\r\nTAG OK done\r\n";
        try (var server = server("CONDSTORE", "UID FETCH 1:* (FLAGS) (CHANGEDSINCE 100)", came);
                var session = session(server)) {
            var four = new SyncPoint(SEVEN, 10, 4, 100);

            assertThat(session.since("INBOX", four))
                    .isEqualTo(new MailboxNews.Since(NOW, Map.of(new Uid(11), Set.of()), Set.of()));
            // one came and the number is the same: one is gone, and only a list of all shows which
            assertThat(session.since("INBOX", BEFORE)).isInstanceOf(MailboxNews.Whole.class);
        }
    }

    @Test
    void looks_at_everything_where_the_server_cannot_tell() throws Exception {
        try (var server = server("CONDSTORE"); var session = session(server)) {
            for (var point : List.of(
                    new SyncPoint(new UidValidity(6), 10, 5, 100),
                    new SyncPoint(SEVEN, 10, 5, 0),
                    new SyncPoint(SEVEN, 10, 5, 121)))
                assertThat(session.since("INBOX", point)).isInstanceOf(MailboxNews.Whole.class);
        }
        try (var server = server(
                "CONDSTORE",
                "EXAMINE",
                "* 5 EXISTS\r\n* OK [UIDVALIDITY 7] ok\r\n* OK [NOMODSEQ] no\r\nTAG OK done\r\n");
                var session = session(server)) {
            assertThat(session.since("INBOX", BEFORE).point()).isEqualTo(new SyncPoint(SEVEN, 0, 5, 0));
        }
        try (var server = server(
                "ENABLE CONDSTORE QRESYNC",
                "ENABLE QRESYNC", "* ENABLED QRESYNC\r\nTAG OK done\r\n",
                "UID FETCH 1:* (FLAGS) (CHANGEDSINCE", "* VANISHED (EARLIER) 1:4294967295\r\nTAG OK done\r\n");
                var session = session(server)) {
            assertThat(session.since("INBOX", BEFORE)).isInstanceOf(MailboxNews.Whole.class);
        }
    }

    @Test
    void learns_where_all_folders_stand_with_the_list_of_them() throws Exception {
        try (var server = server(
                "CONDSTORE LIST-EXTENDED LIST-STATUS SPECIAL-USE",
                "LIST \"\" \"*\" RETURN (SPECIAL-USE STATUS (MESSAGES UIDNEXT UIDVALIDITY HIGHESTMODSEQ))",
                lines(
                        "* LIST () \"/\" inbox",
                        "* STATUS INBOX (MESSAGES 5 UIDNEXT 12 UIDVALIDITY 7 HIGHESTMODSEQ 120)",
                        "* LIST (\\Noselect) \"/\" Above",
                        "* LIST () \"/\" \"Above/Be&AOk- low\"",
                        "* STATUS \"Above/Be&AOk- low\" (HIGHESTMODSEQ 9223372036854775807 UIDVALIDITY 3)",
                        "* STATUS Above (MESSAGES 0 UIDVALIDITY 1)",
                        "* STATUS Broken (MESSAGES",
                        "* LIST () \"/\" Broken",
                        "TAG OK done"));
                var session = session(server)) {
            assertThat(session.mailboxes()).hasSize(4);
            assertThat(session.points()).isEqualTo(Map.of(
                    "INBOX", NOW,
                    "Above/Beé low", new SyncPoint(new UidValidity(3), 0, -1, Long.MAX_VALUE)));
            assertThat(server.heard()).filteredOn(it -> !it.equals("CAPABILITY")).hasSize(2);
        }
    }

    @Test
    void asks_each_folder_where_it_stands_only_if_that_spares_opening_it() throws Exception {
        var folders = "* LIST () \"/\" INBOX\r\n* LIST () \"/\" Refused\r\nTAG OK done\r\n";
        try (var server = server(
                "CONDSTORE", "LIST", folders, "STATUS INBOX",
                "* STATUS INBOX (MESSAGES 5 UIDNEXT 12 UIDVALIDITY 7 HIGHESTMODSEQ 120)\r\nTAG OK done\r\n",
                "STATUS Refused", "TAG NO no\r\n");
                var session = session(server)) {
            session.mailboxes();

            assertThat(session.points()).isEqualTo(Map.of("INBOX", NOW));
        }
        try (var server = server("", "LIST", folders); var session = session(server)) {
            session.mailboxes();

            assertThat(session.points()).isEmpty();
            assertThat(server.heard()).noneMatch(it -> it.startsWith("STATUS"));
        }
    }

    @Test
    void learns_what_the_server_calls_messages_for_good() throws Exception {
        try (var server = server(
                "OBJECTID", "UID FETCH 4:5 (UID EMAILID THREADID)",
                lines("* 1 FETCH (UID 4 EMAILID (M6d99) THREADID (T64b4))",
                        "* 2 FETCH (UID 5 EMAILID (M6d9a) THREADID NIL)",
                        "TAG OK done"));
                var session = session(server)) {
            assertThat(session.ids("INBOX", SEVEN, Set.of(new Uid(4), new Uid(5)))).isEqualTo(Map.of(
                    new Uid(4), new RemoteIds("M6d99", "T64b4"),
                    new Uid(5), new RemoteIds("M6d9a", "")));
        }
        try (var server = server(
                "X-GM-EXT-1", "UID FETCH 4 (UID X-GM-MSGID X-GM-THRID)",
                "* 1 FETCH (X-GM-THRID 1266894439832287888 X-GM-MSGID 1278455344230334865 UID 4)\r\nTAG OK done\r\n");
                var session = session(server)) {
            assertThat(session.ids("INBOX", SEVEN, Set.of(new Uid(4)))).isEqualTo(
                    Map.of(new Uid(4), new RemoteIds("1278455344230334865", "1266894439832287888")));
        }
    }

    @Test
    void asks_nothing_where_messages_have_no_name_for_good() throws Exception {
        try (var server = server("CONDSTORE"); var session = session(server)) {
            assertThat(session.ids("INBOX", SEVEN, Set.of(new Uid(4)))).isEmpty();
            assertThat(server.heard()).noneMatch(it -> it.startsWith("EXAMINE") || it.startsWith("UID"));
        }
    }

    @Test
    void tells_the_ids_of_a_message_with_its_bytes() throws Exception {
        try (var server = server(
                "OBJECTID", "UID FETCH 4 (UID FLAGS INTERNALDATE EMAILID THREADID BODY.PEEK[])",
                "* 1 FETCH (UID 4 FLAGS () EMAILID (M1) THREADID (T1) BODY[] {2}\r\nhi)\r\nTAG OK done\r\n");
                var session = session(server)) {
            var ids = new ArrayList<RemoteIds>();
            session.fetch("INBOX", SEVEN, List.of(new Uid(4)), (arrival, source) -> ids.add(arrival.ids()));

            assertThat(ids).containsExactly(new RemoteIds("M1", "T1"));
        }
    }
}
