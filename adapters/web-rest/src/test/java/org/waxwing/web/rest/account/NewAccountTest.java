package org.waxwing.web.rest.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waxwing.domain.account.ConnectionSecurity;
import org.waxwing.domain.account.Secret;
import org.waxwing.domain.account.ServerEndpoint;
import org.waxwing.domain.account.SignIn;
import org.waxwing.domain.account.SuggestedSettings;
import org.waxwing.web.rest.Fields;
import org.waxwing.web.rest.problem.Problem;
import org.waxwing.web.rest.problem.ProblemException;

class NewAccountTest {
    private static final ServerEndpoint IMAP = new ServerEndpoint("imap.example.org", 993, ConnectionSecurity.TLS);

    private static NewAccount read(String json) {
        try {
            return NewAccount.of(Fields.of(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Problem problem(String json) {
        return catchThrowableOfType(ProblemException.class, () -> read(json)).problem();
    }

    @Test
    void takes_the_usual_port_and_the_address_when_only_imap_is_given() {
        var command = read("""
                {"provider": "imap", "address": "mira@example.org", "displayName": "Mine", "password": "p",
                 "imap": {"host": "imap.example.org", "port": 993, "security": "tls"}}""").command().orElseThrow();

        assertThat(command.incoming()).isEqualTo(IMAP);
        assertThat(command.outgoing())
                .isEqualTo(new ServerEndpoint("imap.example.org", 587, ConnectionSecurity.STARTTLS));
        assertThat(command.displayName()).isEqualTo("Mine");
        assertThat(command.signIn()).isEqualTo(new SignIn.Password("mira@example.org", new Secret("p")));
    }

    @Test
    void takes_what_is_given() {
        var command = read("""
                {"address": "mira@example.org", "username": "mira", "password": "p",
                 "imap": {"host": "imap.example.org", "port": 143, "security": "starttls"},
                 "smtp": {"host": "smtp.example.org", "port": 25, "security": "none"}}""").command().orElseThrow();

        assertThat(command.outgoing()).isEqualTo(new ServerEndpoint("smtp.example.org", 25, ConnectionSecurity.NONE));
        assertThat(command.signIn()).isEqualTo(new SignIn.Password("mira", new Secret("p")));
    }

    @Test
    void needs_settings_to_be_found_when_imap_is_left_out() {
        var account = read("{\"address\": \"mira@example.org\", \"password\": \"p\"}");
        var found = new SuggestedSettings(IMAP, IMAP, "mira", SuggestedSettings.Source.DOMAIN);

        assertThat(account.command()).isEmpty();
        assertThat(account.command(found).incoming()).isEqualTo(IMAP);
        assertThat(account.command(found).signIn()).isEqualTo(new SignIn.Password("mira", new Secret("p")));
    }

    @Test
    void tells_everything_that_is_wrong_at_once() {
        var problem = problem("""
                {"provider": "gmail", "address": "nobody", "username": 5,
                 "imap": {"host": "", "port": "993", "security": "ssl"}, "smtp": 3}""");

        assertThat(problem.type()).isEqualTo("urn:waxwing:problem:validation");
        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.errors())
                .extracting(Problem.Field::field)
                .containsExactly(
                        "provider", "address", "imap.host", "imap.port", "imap.security", "smtp", "username",
                        "password");
    }

    @Test
    void tells_which_providers_there_are() {
        var problem = problem("{\"provider\": \"graph\", \"address\": \"mira@example.org\", \"password\": \"p\"}");

        assertThat(problem.errors())
                .isEqualTo(List.of(new Problem.Field("provider", "Supported providers: imap.")));
    }

    @Test
    void finds_a_host_that_is_none() {
        var problem = problem("""
                {"address": "mira@example.org", "password": "p",
                 "imap": {"host": "imap://example.org/", "port": 993, "security": "tls"}}""");

        assertThat(problem.errors()).extracting(Problem.Field::field).containsExactly("imap.host");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "3", "null", "{\"address\": }", "not json"})
    void refuses_what_is_no_json_object(String body) {
        assertThat(problem(body).status()).isEqualTo(400);
    }

    @Test
    void refuses_a_body_without_end() {
        assertThat(problem("{\"address\": \"" + "x".repeat(100_000) + "\"}").status()).isEqualTo(413);
    }
}
