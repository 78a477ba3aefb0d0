package org.waxwing.web.rest.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.waxwing.application.runtime.CurrentUser;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.identity.OrganisationId;
import org.waxwing.domain.identity.Person;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.web.rest.problem.ProblemException;

class ForgeryFilterTest {
    private static final Map<String, String> TOKEN = Map.of("X-CSRF-Token", "secret");

    private record Visitor(boolean isSignedInByCookie) implements CurrentUser {
        @Override
        public Person person() {
            return new Person(
                    new PersonId(new UUID(0, 1)),
                    new OrganisationId(new UUID(0, 2)),
                    new UntrustedText("Mira"),
                    EmailAddress.of("mira@example.org"));
        }

        @Override
        public boolean isAdministrator() {
            return false;
        }

        @Override
        public String csrfToken() {
            return isSignedInByCookie ? "secret" : "";
        }

        @Override
        public URI profilePage() {
            return URI.create("https://id.example.org/");
        }
    }

    private static void send(boolean cookie, String method, Map<String, String> headers) {
        ForgeryFilter.check(request(method, headers), new Visitor(cookie));
    }

    private static ContainerRequestContext request(String method, Map<String, String> headers) {
        var address = fake(UriInfo.class, (proxy, call, arguments) -> URI.create("https://mail.example.org/api/v1/"));
        return fake(ContainerRequestContext.class, (proxy, call, arguments) -> switch (call.getName()) {
            case "getMethod" -> method;
            case "getUriInfo" -> address;
            case "getHeaderString" -> headers.get(String.valueOf(arguments[0]));
            default -> throw new UnsupportedOperationException(call.getName());
        });
    }

    private static <T> T fake(Class<T> type, InvocationHandler answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type}, answers));
    }

    @Test
    void lets_reading_pass() {
        assertThatCode(() -> send(true, "GET", Map.of())).doesNotThrowAnyException();
        assertThatCode(() -> send(true, "HEAD", Map.of())).doesNotThrowAnyException();
    }

    @Test
    void stops_a_change_with_a_cookie_and_without_its_token() {
        for (var method : new String[]{"POST", "PUT", "PATCH", "DELETE", "post", "LINK"})
            assertThatThrownBy(() -> send(true, method, Map.of())).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> send(true, "POST", Map.of("X-CSRF-Token", "guess")))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void lets_a_change_of_our_own_page_pass() {
        var headers = Map.of(
                "X-CSRF-Token", "secret", "Origin", "https://mail.example.org", "Sec-Fetch-Site", "same-origin");

        assertThatCode(() -> send(true, "POST", TOKEN)).doesNotThrowAnyException();
        assertThatCode(() -> send(true, "POST", headers)).doesNotThrowAnyException();
    }

    @Test
    void stops_a_change_from_elsewhere_even_with_the_token() {
        assertThatThrownBy(() -> send(
                true, "POST", Map.of("X-CSRF-Token", "secret", "Origin", "https://attacker.example.org")))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(
                () -> send(true, "POST", Map.of("X-CSRF-Token", "secret", "Sec-Fetch-Site", "cross-site")))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void leaves_jobs_to_their_own_secret() {
        assertThat(ForgeryFilter.isJob("/cron/email-sync")).isTrue();
        assertThat(ForgeryFilter.isJob("/accounts")).isFalse();
        assertThat(ForgeryFilter.isJob("/cronology")).isFalse();
    }

    @Test
    void asks_nothing_of_whoever_brings_a_token_of_their_own() {
        assertThatCode(() -> send(false, "DELETE", Map.of())).doesNotThrowAnyException();
    }
}
