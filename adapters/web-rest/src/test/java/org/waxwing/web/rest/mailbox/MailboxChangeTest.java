package org.waxwing.web.rest.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waxwing.domain.mailbox.MailboxRole;
import org.waxwing.web.rest.Fields;
import org.waxwing.web.rest.problem.Problem;
import org.waxwing.web.rest.problem.ProblemException;

class MailboxChangeTest {
    private static MailboxChange read(String json) {
        try {
            return MailboxChange.of(Fields.of(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void leaves_alone_what_is_left_out() {
        assertThat(read("{\"path\": \"Projects/Harbour\"}").role()).isEmpty();
        assertThat(read("{\"path\": \"Projects/Harbour\"}").path()).contains("Projects/Harbour");
        assertThat(read("{\"role\": \"none\"}").role()).contains(MailboxRole.NONE);
        assertThat(read("{\"role\": \"none\"}").path()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
            "{}, path", "'{\"role\": \"inbox\"}', role", "'{\"role\": \"ALL\"}', role", "'{\"path\": \" \"}', path"
    })
    void says_which_field_is_not_right(String body, String field) {
        var problem = catchThrowableOfType(ProblemException.class, () -> read(body)).problem();

        assertThat(problem.errors()).extracting(Problem.Field::field).containsExactly(field);
    }
}
