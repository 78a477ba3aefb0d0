package org.waxwing.web.rest.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.waxwing.application.mailbox.ListEmails;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.MailboxId;
import org.waxwing.domain.mailbox.MessageId;
import org.waxwing.domain.reading.ListPosition;
import org.waxwing.domain.reading.ListQuery;
import org.waxwing.domain.reading.MailView;
import org.waxwing.domain.reading.Scope;
import org.waxwing.domain.reading.Window;
import org.waxwing.web.rest.problem.ProblemException;

class ListParametersTest {
    private static final UUID SOME = UUID.fromString("01234567-89ab-7def-8123-456789abcdef");

    private static ListParameters with(Consumer<ListParameters> change) {
        var parameters = new ListParameters();
        change.accept(parameters);
        return parameters;
    }

    private static void assertRefused(int status, ListParameters parameters) {
        assertThatThrownBy(parameters::query)
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem().status()).isEqualTo(status));
    }

    @Test
    void asks_for_the_start_of_the_imbox_when_nothing_is_said() {
        assertThat(new ListParameters().query())
                .isEqualTo(new ListQuery(new Scope.AllAccounts(MailView.IMBOX), false, ListPosition.START, 50));
    }

    @ParameterizedTest
    @EnumSource(MailView.class)
    void knows_every_view_by_its_name(MailView view) {
        var parameters = with(it -> it.view = ListParameters.name(view));

        assertThat(parameters.query().scope()).isEqualTo(new Scope.AllAccounts(view));
    }

    @Test
    void narrows_to_an_account_and_to_a_folder() {
        assertThat(with(it -> it.accountId = SOME.toString()).query().scope())
                .isEqualTo(new Scope.OneAccount(new AccountId(SOME), MailView.IMBOX));
        assertThat(with(it -> it.mailboxId = SOME.toString()).query().scope())
                .isEqualTo(new Scope.OneMailbox(new MailboxId(SOME)));
    }

    @Test
    void asks_for_a_label_of_one_account_or_of_all() {
        assertThat(with(it -> it.label = "Board").query().scope())
                .isEqualTo(new Scope.AllLabelled(new Keyword("board")));
        assertThat(with(it -> {
            it.label = "board";
            it.accountId = SOME.toString();
        }).query().scope()).isEqualTo(new Scope.OneLabelled(new AccountId(SOME), new Keyword("board")));
    }

    @Test
    void goes_on_behind_a_cursor() {
        var position = new ListPosition(Instant.parse("2026-03-01T09:00:00.123456Z"), SOME);

        assertThat(with(it -> it.cursor = position.token()).query().after()).isEqualTo(position);
    }

    @ParameterizedTest
    @ValueSource(strings = {"feeds", "IMBOX", "imbox ", ""})
    void refuses_views_that_are_not_there(String view) {
        assertRefused(400, with(it -> it.view = view));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "201", "-1", "1.5", "ten", "", "99999999999"})
    void refuses_limits_out_of_range(String limit) {
        assertRefused(400, with(it -> it.limit = limit));
    }

    @ParameterizedTest
    @ValueSource(strings = {"AAA", "%%%", "AAAAAGsCsNIAAAAAND-nwQAAAAAAAAAAAAAAAAAAAA8AAAA", "ä"})
    void refuses_cursors_of_others(String cursor) {
        assertRefused(400, with(it -> it.cursor = cursor));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "yes", "TRUE", ""})
    void refuses_what_is_neither_true_nor_false(String unread) {
        assertRefused(400, with(it -> it.unread = unread));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1-1-1-1-1", "01234567-89ab-7def-8123-456789abcdef "})
    void finds_nothing_under_a_malformed_id(String id) {
        assertRefused(404, with(it -> it.accountId = id));
        assertRefused(404, with(it -> it.mailboxId = id));
    }

    @Test
    void hands_out_a_cursor_only_when_more_follows() {
        var position = new ListPosition(Instant.parse("2026-03-01T09:00:00Z"), SOME);

        assertThat(ListParameters.page(new Window<>(List.of("a"), true), it -> position, it -> it).nextCursor())
                .isEqualTo(position.token());
        assertThat(ListParameters.page(new Window<>(List.of("a"), false), it -> position, it -> it).nextCursor())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<a@example.org>", "a@example.org", "  <a@example.org> "})
    void finds_by_message_id_with_or_without_brackets(String header) {
        assertThat(MessageSearch.of(new ListParameters(), header))
                .isEqualTo(new ListEmails.Wanted.Named(new MessageId("a@example.org")));
    }

    @Test
    void lists_when_no_message_id_is_asked_for() {
        var parameters = new ListParameters();

        assertThat(MessageSearch.of(parameters, " <> ")).isEqualTo(new ListEmails.Wanted.Listed(parameters.query()));
    }
}
