package org.waxwing.identity.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;

class SignOutServletTest {
    private final Web web = new Web();
    private final SignOutServlet servlet = new SignOutServlet(new OidcSettings(
            URI.create("https://id.example.org/realms/waxwing"), URI.create("https://mail.example.org/"), "waxwing"));

    private void post(String token) throws IOException {
        web.method = "POST";
        web.parameters.put("csrfToken", token);
        servlet.doPost(web.request(), web.response());
    }

    private String token() {
        return CsrfToken.of(web.request().getSession());
    }

    @Test
    void ends_the_session_here_and_at_keycloak() throws IOException {
        web.signIn("Mira");

        post(token());

        assertThat(web.session).isNull();
        assertThat(web.status).isEqualTo(303);
        assertThat(web.answered.get("Location"))
                .isEqualTo("https://id.example.org/realms/waxwing/protocol/openid-connect/logout"
                        + "?id_token_hint=the-id-token&client_id=waxwing"
                        + "&post_logout_redirect_uri=https%3A%2F%2Fmail.example.org%2Fsigned-out.xhtml");
    }

    @Test
    void refuses_whoever_does_not_know_the_token() throws IOException {
        web.signIn("Mira");
        token();

        post("guess");

        assertThat(web.status).isEqualTo(403);
        assertThat(web.session).isNotNull();
    }

    @Test
    void still_goes_to_keycloak_when_the_session_is_over() throws IOException {
        post("");

        assertThat(web.status).isEqualTo(303);
        assertThat(web.answered.get("Location")).contains("logout?client_id=waxwing&");
    }
}
