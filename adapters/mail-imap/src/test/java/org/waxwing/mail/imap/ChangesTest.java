package org.waxwing.mail.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.waxwing.mail.imap.ScriptedServer.lines;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waxwing.domain.account.ConnectionSecurity;
import org.waxwing.domain.account.Secret;
import org.waxwing.domain.account.SignIn;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.sync.ConnectionProblem;
import org.waxwing.domain.sync.MailProvider;
import org.waxwing.domain.sync.MailProviderException;
import org.waxwing.domain.sync.RemoteChange;
import org.waxwing.domain.sync.RemoteChange.Outcome;
import org.waxwing.domain.sync.RemoteChange.Place;
import org.waxwing.domain.sync.RemoteChange.Refusal;
import org.waxwing.domain.sync.Uid;
import org.waxwing.domain.sync.UidValidity;

class ChangesTest {
    private static final SignIn ALICE = new SignIn.Password("alice", new Secret("sesame"));
    private static final UidValidity SEVEN = new UidValidity(7);
    private static final Set<Uid> TWO = Set.of(new Uid(4), new Uid(5));
    private static final RemoteChange MOVE = new RemoteChange.Move("INBOX", SEVEN, TWO, "Filed", false);
    private static final String SELECTED = lines(
            "* 3 EXISTS", "* OK [UIDVALIDITY 7] ok", "* OK [PERMANENTFLAGS (\\Seen \\Deleted Known)] ok",
            "TAG OK [READ-WRITE] done");

    private static MailProvider.Session session(ScriptedServer server) {
        return new ImapMailProvider(ImapSettings.usual(true, true))
                .open(server.endpoint(ConnectionSecurity.NONE), ALICE);
    }

    /** A server that can do these things, and answers in these ways. */
    private static ScriptedServer server(String capabilities, String... answers) throws Exception {
        var script = new LinkedHashMap<String, String>();
        for (int i = 0; i < answers.length; i += 2) script.put(answers[i], answers[i + 1]);
        script.putIfAbsent("SELECT", SELECTED);
        script.put("CAPABILITY", "* CAPABILITY IMAP4rev1 " + capabilities + "\r\nTAG OK done\r\n");
        return ScriptedServer.imap(script);
    }

    private static Outcome outcome(ScriptedServer server, RemoteChange change) {
        try (var session = session(server)) {
            return session.carryOut(change);
        }
    }

    @Test
    void moves_by_one_command_and_reads_where_to_in_front_of_its_answer() throws Exception {
        try (var server = server(
                "MOVE UIDPLUS", "UID MOVE", "* OK [COPYUID 9 4:5 70:71] moved\r\n* 1 EXPUNGE\r\nTAG OK done\r\n")) {
            assertThat(outcome(server, MOVE)).isEqualTo(new Outcome.Done(Map.of(
                    new Uid(4), new Place(new UidValidity(9), new Uid(70)),
                    new Uid(5), new Place(new UidValidity(9), new Uid(71)))));
            assertThat(server.heard()).contains("UID MOVE 4:5 Filed");
        }
    }

    @Test
    void copies_and_removes_these_only_where_there_is_no_move() throws Exception {
        try (var server = server("UIDPLUS", "UID COPY", "TAG OK [COPYUID 9 4,5 71,70] copied\r\n")) {
            assertThat(outcome(server, MOVE)).isEqualTo(new Outcome.Done(Map.of(
                    new Uid(4), new Place(new UidValidity(9), new Uid(71)),
                    new Uid(5), new Place(new UidValidity(9), new Uid(70)))));
            assertThat(server.heard()).containsSubsequence(
                    "UID COPY 4:5 Filed", "UID STORE 4:5 +FLAGS.SILENT (\\Deleted)", "UID EXPUNGE 4:5");
        }
    }

    @Test
    void never_expunges_what_it_cannot_name() throws Exception {
        try (var server = server("")) {
            assertThat(outcome(server, MOVE)).isEqualTo(Outcome.Done.SILENTLY);
            assertThat(outcome(server, new RemoteChange.Expunge("INBOX", SEVEN, TWO))).isEqualTo(Outcome.Done.SILENTLY);
            assertThat(server.heard()).noneMatch(it -> it.contains("EXPUNGE") || it.contains("CLOSE"));
        }
    }

    @Test
    void copies_nothing_again_that_is_there_already() throws Exception {
        var header = "Message-ID: <%s@example.org>\r\n\r\n";
        try (var server = server(
                "UIDPLUS",
                "UID FETCH 4:5 (UID BODY.PEEK[HEADER.FIELDS (MESSAGE-ID)])",
                "* 1 FETCH (UID 4 BODY[HEADER.FIELDS (MESSAGE-ID)] {31}\r\n" + header.formatted("a") + ")\r\n"
                        + "* 2 FETCH (UID 5 BODY[HEADER.FIELDS (MESSAGE-ID)] {31}\r\n" + header.formatted("b")
                        + ")\r\nTAG OK done\r\n",
                "UID SEARCH UNDELETED HEADER Message-ID <a@example.org>",
                "* SEARCH 30 31\r\nTAG OK done\r\n",
                "UID SEARCH",
                "* SEARCH\r\nTAG OK done\r\n",
                "EXAMINE Filed",
                "* 9 EXISTS\r\n* OK [UIDVALIDITY 9] ok\r\nTAG OK done\r\n",
                "UID COPY",
                "TAG OK [COPYUID 9 5 32] copied\r\n")) {
            assertThat(outcome(server, new RemoteChange.Move("INBOX", SEVEN, TWO, "Filed", true)))
                    .isEqualTo(new Outcome.Done(Map.of(
                            new Uid(4), new Place(new UidValidity(9), new Uid(31)),
                            new Uid(5), new Place(new UidValidity(9), new Uid(32)))));
            assertThat(server.heard()).contains("UID COPY 5 Filed", "UID EXPUNGE 4:5");
        }
    }

    @Test
    void keeps_labels_as_the_server_writes_them_and_only_those_that_it_keeps() throws Exception {
        try (var server = server("")) {
            assertThat(outcome(server, new RemoteChange.Mark("INBOX", SEVEN, TWO, new Keyword("known"), true)))
                    .isEqualTo(Outcome.Done.SILENTLY);
            assertThat(outcome(server, new RemoteChange.Mark("INBOX", SEVEN, TWO, new Keyword("mine"), true)))
                    .isEqualTo(new Outcome.Refused(Refusal.NO_LABELS));
            assertThat(outcome(server, new RemoteChange.Mark("INBOX", SEVEN, TWO, new Keyword("mine"), false)))
                    .isEqualTo(Outcome.Done.SILENTLY);
            assertThat(outcome(server, new RemoteChange.Mark("INBOX", SEVEN, TWO, Keyword.FLAGGED, true)))
                    .isEqualTo(new Outcome.Refused(Refusal.NOT_PERMITTED));
            assertThat(server.heard()).contains("UID STORE 4:5 +FLAGS.SILENT (Known)")
                    .noneMatch(it -> it.contains("mine"));
        }
    }

    @Test
    void does_not_send_a_label_that_is_no_flag() throws Exception {
        try (var server = server(
                "", "SELECT", SELECTED.replace("Known", "\\*"))) {
            assertThat(outcome(server, new RemoteChange.Mark("INBOX", SEVEN, TWO, new Keyword("a) (b"), true)))
                    .isEqualTo(new Outcome.Refused(Refusal.NO_LABELS));
            assertThat(outcome(server, new RemoteChange.Mark("INBOX", SEVEN, TWO, new Keyword("mine"), true)))
                    .isEqualTo(Outcome.Done.SILENTLY);
            assertThat(server.heard()).filteredOn(it -> it.startsWith("UID STORE"))
                    .containsExactly("UID STORE 4:5 +FLAGS.SILENT (mine)");
        }
    }

    @Test
    void does_not_change_a_folder_that_opens_for_reading_only() throws Exception {
        try (var server = server("", "SELECT", SELECTED.replace("READ-WRITE", "READ-ONLY"))) {
            assertThat(outcome(server, new RemoteChange.Expunge("INBOX", SEVEN, TWO)))
                    .isEqualTo(new Outcome.Refused(Refusal.NOT_PERMITTED));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "[OVERQUOTA] Sorry | OVER_QUOTA",
            "Quota exceeded (mailbox for user is full) | OVER_QUOTA",
            "[NOPERM] Access denied | NOT_PERMITTED",
            "[CANNOT] Not here | NOT_PERMITTED",
            "Permission denied | NOT_PERMITTED",
            "[TRYCREATE] Mailbox does not exist | NO_SUCH_MAILBOX",
            "[NONEXISTENT] Unknown Mailbox: Filed (Failure) | NO_SUCH_MAILBOX",
            "Mailbox doesn't exist: Filed | NO_SUCH_MAILBOX",
            "[ALREADYEXISTS] There | ALREADY_EXISTS",
            "[SERVERBUG] Internal error occurred | OTHER",
            "So what | OTHER"})
    void understands_why_a_change_is_refused(String words, Refusal expected) throws Exception {
        try (var server = server("MOVE", "UID MOVE", "TAG NO " + words + "\r\n")) {
            assertThat(outcome(server, MOVE)).isEqualTo(new Outcome.Refused(expected));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "[LIMIT] Enough", "[INUSE] Mailbox is locked", "[UNAVAILABLE] Backend is down",
            "Too many commands, slow down",
            "[THROTTLED] Wait"})
    void does_not_take_a_request_for_patience_for_a_refusal(String words) throws Exception {
        try (var server = server("MOVE", "UID MOVE", "TAG NO " + words + "\r\n"); var session = session(server)) {
            assertThatThrownBy(() -> session.carryOut(MOVE)).isInstanceOfSatisfying(
                    MailProviderException.class, e -> assertThat(e.problem()).isEqualTo(ConnectionProblem.THROTTLED));
        }
    }

    @Test
    void writes_the_name_of_a_new_folder_as_the_server_writes_names() throws Exception {
        try (var server = server(
                "", "LIST", "* LIST () \"/\" INBOX\r\n* LIST () \"/\" Entw&APw-rfe\r\nTAG OK done\r\n")) {
            assertThat(outcome(server, new RemoteChange.Create("Müll"))).isEqualTo(Outcome.Done.SILENTLY);
            assertThat(server.heard()).contains("CREATE M&APw-ll", "SUBSCRIBE M&APw-ll");
        }
        try (var server = server(
                "", "LIST", "* LIST () \"/\" INBOX\r\n* LIST () \"/\" \"Entw\u00c3\u00bcrfe\"\r\nTAG OK done\r\n")) {
            assertThat(outcome(server, new RemoteChange.Create("Müll"))).isEqualTo(Outcome.Done.SILENTLY);
            assertThat(server.heard()).contains("M\u00c3\u00bcll");
        }
    }

    @Test
    void leaves_a_folder_before_it_is_renamed_and_takes_its_subscriptions_along() throws Exception {
        try (var server = server(
                "", "LIST",
                lines("* LIST () \"/\" INBOX", "* LIST () \"/\" Old", "* LIST () \"/\" Old/Child", "TAG OK done"));
                var session = session(server)) {
            session.newest("Old", 1);
            session.carryOut(new RemoteChange.Rename("Old", "New"));

            assertThat(server.heard()).containsSubsequence(
                    "EXAMINE Old", "EXAMINE INBOX", "RENAME Old New", "UNSUBSCRIBE Old", "SUBSCRIBE New",
                    "UNSUBSCRIBE Old/Child", "SUBSCRIBE New/Child");
        }
    }

    @Test
    void makes_the_folders_above_one_where_the_server_does_not() throws Exception {
        try (var server = server(
                "", "LIST", "* LIST () \".\" INBOX\r\nTAG OK done\r\n", "CREATE A.B.C",
                "TAG NO Parent is missing\r\n")) {
            assertThat(outcome(server, new RemoteChange.Create("A.B.C")))
                    .isEqualTo(new Outcome.Refused(Refusal.OTHER));
            assertThat(server.heard()).containsSubsequence("CREATE A.B.C", "CREATE A", "CREATE A.B", "CREATE A.B.C");
        }
    }

    @Test
    void never_renames_or_removes_the_inbox() throws Exception {
        try (var server = server("")) {
            assertThat(outcome(server, new RemoteChange.Drop("INBOX")))
                    .isEqualTo(new Outcome.Refused(Refusal.NOT_PERMITTED));
            assertThat(outcome(server, new RemoteChange.Rename("INBOX", "Else")))
                    .isEqualTo(new Outcome.Refused(Refusal.NOT_PERMITTED));
        }
    }
}
