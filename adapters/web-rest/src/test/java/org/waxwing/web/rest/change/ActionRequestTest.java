package org.waxwing.web.rest.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.waxwing.application.change.ChangeMail;
import org.waxwing.application.change.ChangeMail.Choice;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.change.Deed;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.MailboxId;
import org.waxwing.domain.mailbox.ThreadId;
import org.waxwing.domain.reading.MailView;
import org.waxwing.domain.reading.Scope;
import org.waxwing.domain.search.SearchQuery;
import org.waxwing.domain.triage.Standing;
import org.waxwing.web.rest.Fields;
import org.waxwing.web.rest.problem.Problem;
import org.waxwing.web.rest.problem.ProblemException;

class ActionRequestTest {
    private static final UUID ONE = new UUID(0, 1);
    private static final UUID TWO = new UUID(0, 2);

    private static ChangeMail.Command read(String json) {
        try {
            var bytes = json.getBytes(StandardCharsets.UTF_8);
            return ActionRequest.of(Fields.of(new ByteArrayInputStream(bytes), ActionRequest.LARGEST));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Problem problem(String json) {
        return catchThrowableOfType(ProblemException.class, () -> read(json)).problem();
    }

    @Test
    void reads_what_to_do_to_which_conversations_and_messages() {
        var command = read("""
                {"op": "archive", "threadIds": ["%s"], "messageIds": ["%s"]}""".formatted(ONE, TWO));

        assertThat(command.deed()).isEqualTo(new Deed.Archive());
        assertThat(command.choice()).isEqualTo(
                new Choice.These(Set.of(new ThreadId(ONE)), Set.of(new EmailId(TWO))));
        assertThat(command.quiet()).isFalse();
    }

    @Test
    void reads_where_to_move_and_which_label_to_give() {
        assertThat(read("""
                {"op": "move", "threadIds": ["%s"], "mailboxId": "%s"}""".formatted(ONE, TWO)).deed())
                .isEqualTo(new Deed.Move(new MailboxId(TWO)));
        assertThat(read("""
                {"op": "label", "threadIds": ["%s"], "label": "Tender"}""".formatted(ONE)).deed())
                .isEqualTo(new Deed.Label(new Keyword("tender")));
    }

    @Test
    void reads_until_when_and_on_which_pile() {
        assertThat(read("""
                {"op": "snooze", "threadIds": ["%s"], "until": "2026-12-01T09:00:00+01:00"}""".formatted(ONE)).deed())
                .isEqualTo(new Deed.Snooze(Instant.parse("2026-12-01T08:00:00Z")));
        assertThat(read("{\"op\": \"aside\", \"threadIds\": []}").deed())
                .isEqualTo(new Deed.PutOn(Standing.Pile.SET_ASIDE));
    }

    @Test
    void reads_which_list_is_meant_as_a_whole() {
        assertThat(read("""
                {"op": "archive", "query": "view=imbox&account=%s", "except": ["%s"]}""".formatted(ONE, TWO)).choice())
                .isEqualTo(new Choice.Listed(
                        new Scope.OneAccount(new AccountId(ONE), MailView.IMBOX), false, Set.of(new ThreadId(TWO))));
        assertThat(read("{\"op\": \"read\", \"query\": \"view=set_aside&unread=true\", \"quiet\": true}"))
                .isEqualTo(new ChangeMail.Command(new Deed.Read(),
                        new Choice.Listed(new Scope.AllAccounts(MailView.SET_ASIDE), true, Set.of()), true));
        assertThat(read("{\"op\": \"read\", \"query\": \"mailbox=%s\"}".formatted(ONE)).choice())
                .isEqualTo(new Choice.Listed(new Scope.OneMailbox(new MailboxId(ONE)), false, Set.of()));
        assertThat(read("{\"op\": \"read\", \"query\": \"q=blue+whale%2a&account=\"}").choice())
                .isEqualTo(new Choice.Found(SearchQuery.of("blue whale*"), Set.of()));
    }

    @Test
    void passes_over_ids_that_can_name_nothing() {
        var command = read("""
                {"op": "read", "threadIds": ["%s", "nonsense"]}""".formatted(ONE));

        assertThat(command.choice()).isEqualTo(new Choice.These(Set.of(new ThreadId(ONE)), Set.of()));
    }

    @ParameterizedTest
    @CsvSource({
            "'{\"op\": \"burn\", \"threadIds\": []}', op",
            "'{\"threadIds\": []}', op",
            "'{\"op\": \"read\"}', threadIds",
            "'{\"op\": \"read\", \"threadIds\": \"x\"}', threadIds",
            "'{\"op\": \"read\", \"messageIds\": [1]}', messageIds",
            "'{\"op\": \"move\", \"threadIds\": []}', mailboxId",
            "'{\"op\": \"move\", \"threadIds\": [], \"mailboxId\": \"x\"}', mailboxId",
            "'{\"op\": \"label\", \"threadIds\": []}', label",
            "'{\"op\": \"snooze\", \"threadIds\": []}', until",
            "'{\"op\": \"snooze\", \"threadIds\": [], \"until\": \"tomorrow\"}', until",
            "'{\"op\": \"read\", \"query\": \"view=nonsense\"}', query",
            "'{\"op\": \"read\", \"query\": \"mailbox=x\"}', query",
            "'{\"op\": \"read\", \"query\": \"q=%zz\"}', query",
            "'{\"op\": \"read\", \"query\": \"view=imbox\", \"threadIds\": []}', query",
            "'{\"op\": \"read\", \"threadIds\": [], \"quiet\": \"x\"}', quiet"
    })
    void says_which_field_is_not_right(String body, String field) {
        assertThat(problem(body).errors()).extracting(Problem.Field::field).containsExactly(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"$seen", "two words", "Verträge", "a(b", "NonJunk", "a\\\\b"})
    void refuses_labels_that_no_server_keeps_or_that_programs_use(String label) {
        assertThat(problem("""
                {"op": "label", "threadIds": [], "label": "%s"}""".formatted(label)).errors())
                .extracting(Problem.Field::field)
                .containsExactly("label");
    }

    @Test
    void takes_ten_thousand_ids_and_no_more() {
        assertThat(read(body(ActionRequest.MOST)).choice())
                .isInstanceOfSatisfying(Choice.These.class, it -> assertThat(it.threads()).hasSize(ActionRequest.MOST));
        assertThat(problem(body(ActionRequest.MOST + 1)).errors())
                .extracting(Problem.Field::field)
                .containsExactly("threadIds");
    }

    private static String body(int ids) {
        return IntStream.range(0, ids)
                .mapToObj(i -> "\"" + new UUID(7, i) + "\"")
                .collect(Collectors.joining(",", "{\"op\":\"read\",\"threadIds\":[", "]}"));
    }
}
