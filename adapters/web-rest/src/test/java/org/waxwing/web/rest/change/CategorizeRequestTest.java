package org.waxwing.web.rest.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.waxwing.application.change.ChangeMail.Choice;
import org.waxwing.application.sorting.CorrectSorting;
import org.waxwing.domain.mailbox.ThreadId;
import org.waxwing.domain.reading.MailView;
import org.waxwing.domain.reading.Scope;
import org.waxwing.domain.sorting.Category;
import org.waxwing.web.rest.Fields;
import org.waxwing.web.rest.problem.ProblemException;

class CategorizeRequestTest {
    private static final UUID ONE = new UUID(0, 1);

    private static Fields fields(String json) {
        try {
            return Fields.of(
                    new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), ActionRequest.LARGEST);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void reads_where_conversations_belong_and_for_which_mail_that_holds() {
        var asked = fields(
                """
                {"op": "categorize", "threadIds": ["%s"], "category": "paper_trail", "scope": "sender", "stored": true}"""
                        .formatted(ONE));

        assertThat(CategorizeRequest.isWhole(asked)).isFalse();
        assertThat(CategorizeRequest.of(asked)).isEqualTo(new CorrectSorting.Command(
                Set.of(new ThreadId(ONE)), Set.of(), Category.PAPER_TRAIL, Optional.of("sender"), true));
    }

    @Test
    void reads_where_everything_in_a_list_belongs() {
        var asked = fields("""
                {"op": "categorize", "query": "view=imbox", "except": ["%s"], "category": "feed"}""".formatted(ONE));

        assertThat(CategorizeRequest.isWhole(asked)).isTrue();
        assertThat(CategorizeRequest.whole(asked)).isEqualTo(new CategorizeRequest.Whole(
                new Choice.Listed(new Scope.AllAccounts(MailView.IMBOX), false, Set.of(new ThreadId(ONE))),
                Category.FEED));
    }

    @Test
    void lets_everything_in_a_list_teach_nothing_and_names_all_that_is_wrong() {
        var asked = fields("""
                {"op": "categorize", "query": "view=somewhere", "category": "attic", "scope": "sender"}""");

        var problem = catchThrowableOfType(ProblemException.class, () -> CategorizeRequest.whole(asked)).problem();

        assertThat(problem.toString()).contains("query", "category", "scope");
    }
}
