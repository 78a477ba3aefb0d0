package org.waxwing.domain.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.account.Secret;
import org.waxwing.domain.account.ServerEndpoint;
import org.waxwing.domain.account.SignIn;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.mailbox.RawMessage;
import org.waxwing.domain.sending.MailSubmission.Outcome;
import org.waxwing.domain.sync.ConnectionProblem;
import org.waxwing.domain.sync.MailProviderException;
import org.waxwing.domain.world.ScriptedSubmission.Manner;
import org.waxwing.domain.world.ScriptedSubmission.Taken;

/** What every {@link MailSubmission} does. */
public interface MailSubmissionContract {
    EmailAddress ADA = EmailAddress.of("ada@example.org");
    EmailAddress BOB = EmailAddress.of("bob@example.org");
    String TEXT = "Subject: Lunch\r\n\r\nAt noon?\r\n.\r\n..and so on\r\n";

    MailSubmission submission();

    ServerEndpoint server();

    void serverBehaves(Manner manner);

    /** What the server has taken, in order. */
    List<Taken> taken();

    private Outcome submit(Envelope envelope, MailSubmission.LastWord lastWord) {
        return submission().submit(server(), new SignIn.Password("ada", new Secret("s3cret")), envelope,
                RawMessage.of(TEXT.getBytes(StandardCharsets.UTF_8)), lastWord);
    }

    private Outcome submit() {
        return submit(Envelope.of(ADA, List.of(BOB)), () -> true);
    }

    private void assertProblem(ConnectionProblem problem) {
        var asked = new AtomicInteger();
        assertThatThrownBy(() -> submit(Envelope.of(ADA, List.of(BOB)), () -> asked.incrementAndGet() > 0))
                .asInstanceOf(InstanceOfAssertFactories.type(MailProviderException.class))
                .extracting(MailProviderException::problem).isEqualTo(problem);
        assertThat(asked).hasValue(0);
        assertThat(taken()).isEmpty();
    }

    @Test
    default void hands_a_message_over_as_it_is() {
        assertThat(submit()).isEqualTo(new Outcome.Accepted(List.of()));
        assertThat(taken()).containsExactly(new Taken("ada@example.org", List.of("bob@example.org"), TEXT));
    }

    @Test
    default void an_answer_has_no_return_path_or_else_the_account() {
        assertThat(submit(Envelope.ofAnswer(ADA, BOB), () -> true)).isInstanceOf(Outcome.Accepted.class);
        serverBehaves(Manner.TAKES_NO_EMPTY_RETURN_PATH);
        assertThat(submit(Envelope.ofAnswer(ADA, BOB), () -> true)).isInstanceOf(Outcome.Accepted.class);

        assertThat(taken()).extracting(Taken::from).containsExactly("", "ada@example.org");
    }

    @Test
    default void what_is_withheld_is_not_sent() {
        assertThat(submit(Envelope.of(ADA, List.of(BOB)), () -> false)).isEqualTo(new Outcome.Withheld());
        assertThat(taken()).isEmpty();
    }

    @Test
    default void whoever_fails_at_the_last_word_has_sent_nothing() {
        assertThatThrownBy(() -> submit(Envelope.of(ADA, List.of(BOB)), () -> {
            throw new IllegalStateException("disk");
        })).hasMessage("disk");
        assertThat(taken()).isEmpty();
    }

    @Test
    default void tells_a_refused_sign_in_from_a_server_that_went_away() {
        serverBehaves(Manner.REFUSES_SIGN_IN);
        assertProblem(ConnectionProblem.SIGN_IN_REFUSED);
        serverBehaves(Manner.GOES_AWAY_IN_THE_MIDDLE);
        assertProblem(ConnectionProblem.CONNECTION_LOST);
        serverBehaves(Manner.BUSY);
        assertProblem(ConnectionProblem.THROTTLED);
    }

    @Test
    default void tells_what_is_refused_for_good() {
        serverBehaves(Manner.REFUSES_RECIPIENT);
        assertThat(submit()).isEqualTo(new Outcome.Refused(Trouble.RECIPIENT_REFUSED));
        serverBehaves(Manner.REFUSES_CONTENT);
        assertThat(submit()).isEqualTo(new Outcome.Refused(Trouble.CONTENT_REFUSED));

        assertThat(taken()).isEmpty();
    }

    @Test
    default void tells_what_may_be_taken_later() {
        serverBehaves(Manner.BUSY_AFTER_ALL);
        assertThat(submit()).isEqualTo(new Outcome.Later(Trouble.BUSY));
        assertThat(taken()).isEmpty();
        serverBehaves(Manner.TAKES);
        assertThat(submit()).isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    default void tells_when_nobody_knows() {
        serverBehaves(Manner.TAKES_AND_GOES_AWAY);

        assertThat(submit()).isEqualTo(new Outcome.Uncertain());
    }
}
