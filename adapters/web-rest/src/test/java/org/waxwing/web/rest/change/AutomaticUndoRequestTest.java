package org.waxwing.web.rest.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.change.ActionId;
import org.waxwing.domain.change.ActionLog.Automatic;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.web.rest.Fields;
import org.waxwing.web.rest.problem.ProblemException;

class AutomaticUndoRequestTest {
    private static final UUID ONE = new UUID(0, 1);
    private static final UUID TWO = new UUID(0, 2);
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

    private static Automatic read(String json) {
        try {
            var bytes = json.getBytes(StandardCharsets.UTF_8);
            return AutomaticUndoRequest.of(
                    Fields.of(new ByteArrayInputStream(bytes)), Clock.fixed(NOON, ZoneOffset.UTC));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void reads_of_what_rules_did_which_part_is_meant() {
        assertThat(read("""
                {"messageId": "%s"}""".formatted(ONE))).isEqualTo(new Automatic.ToMessage(new EmailId(ONE)));
        assertThat(read("""
                {"messageId": "%s", "actionId": "%s"}""".formatted(ONE, TWO)))
                .isEqualTo(new Automatic.OfAction(new ActionId(TWO), new EmailId(ONE)));
        assertThat(read("""
                {"ruleId": "%s"}""".formatted(ONE))).isEqualTo(new Automatic.ByRule(ONE.toString()));
        assertThat(read("""
                {"since": "2026-05-04T10:00:00Z"}"""))
                .isEqualTo(new Automatic.Within(Instant.parse("2026-05-04T10:00:00Z"), NOON));
    }

    @Test
    void refuses_none_of_them_and_an_action_without_its_message() {
        assertThatThrownBy(() -> read("{}")).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> read("""
                {"ruleId": "%s", "actionId": "%s"}""".formatted(ONE, TWO))).isInstanceOf(ProblemException.class);
    }
}
