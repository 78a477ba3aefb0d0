package org.waxwing.web.rest.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waxwing.application.account.ReconnectAccount;
import org.waxwing.domain.account.Account;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.account.ConnectionSecurity;
import org.waxwing.domain.account.Secret;
import org.waxwing.domain.account.ServerEndpoint;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.web.rest.Fields;
import org.waxwing.web.rest.problem.Problem;
import org.waxwing.web.rest.problem.ProblemException;

class AccountChangeTest {
    private static final ServerEndpoint IMAP = new ServerEndpoint("imap.example.org", 993, ConnectionSecurity.TLS);
    private static final ServerEndpoint SMTP = new ServerEndpoint("smtp.example.org", 465, ConnectionSecurity.TLS);
    private static final Account ACCOUNT = new Account(
            new AccountId(new UUID(0, 1)), new PersonId(new UUID(0, 2)), EmailAddress.of("mira@example.org"), "Work",
            IMAP, SMTP, Instant.parse("2026-03-01T09:00:00Z"));

    private static Fields fields(String json) {
        try {
            return Fields.of(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void changes_the_name_alone() {
        var change = AccountChange.of(fields("{\"displayName\": \"Home\"}"));

        assertThat(change.name()).contains("Home");
        assertThat(change.command(ACCOUNT)).isEmpty();
    }

    @Test
    void reconnects_with_a_password_at_the_servers_of_before() {
        var change = AccountChange.of(fields("{\"password\": \"new\"}"));

        assertThat(change.name()).isEmpty();
        assertThat(change.command(ACCOUNT)).contains(new ReconnectAccount.Command(
                ACCOUNT.id(), IMAP, SMTP, new ReconnectAccount.Proof.Password("", new Secret("new"))));
    }

    @Test
    void takes_another_name_and_server_with_a_password() {
        var change = AccountChange.of(fields("""
                {"password": "new", "username": " mira ",
                 "imap": {"host": "mail.example.net", "port": 143, "security": "starttls"}}"""));

        assertThat(change.command(ACCOUNT)).contains(new ReconnectAccount.Command(
                ACCOUNT.id(), new ServerEndpoint("mail.example.net", 143, ConnectionSecurity.STARTTLS), SMTP,
                new ReconnectAccount.Proof.Password("mira", new Secret("new"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"username\": \"mira\"}", "{\"password\": \"\"}", "{\"password\": null, \"smtp\": {}}",
            "{\"imap\": {\"host\": \"evil.example.net\", \"port\": 993, \"security\": \"tls\"}}"})
    void sends_no_password_of_before_to_another_server(String json) {
        var problem = catchThrowableOfType(ProblemException.class, () -> AccountChange.of(fields(json))).problem();

        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.errors()).extracting(Problem.Field::field).contains("password");
    }

    @Test
    void reads_a_consent_with_a_token_longer_than_any_password() {
        var token = "t".repeat(4_000);

        var consent = ConsentFields.consent(
                fields("{\"oauth\": {\"provider\": \"google\", \"refreshToken\": \"" + token + "\"}}"),
                ACCOUNT.address());

        assertThat(consent.provider()).isEqualTo("google");
        assertThat(consent.refreshToken().value()).isEqualTo(token);
    }

    @Test
    void tells_what_is_missing_of_a_consent() {
        var problem = catchThrowableOfType(
                ProblemException.class, () -> ConsentFields.consent(fields("{\"oauth\": {}}"), ACCOUNT.address()))
                .problem();

        assertThat(problem.errors())
                .extracting(Problem.Field::field)
                .containsExactly("oauth.provider", "oauth.refreshToken");
    }
}
