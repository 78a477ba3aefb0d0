package org.waxwing.identity.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class FreshSessionFilterTest {
    private final Web web = new Web();

    private void visit(Runnable page) throws IOException, ServletException {
        new FreshSessionFilter().doFilter(web.request(), web.response(), web.chain(page));
    }

    @Test
    void ends_a_session_that_began_before_its_person_came() throws IOException, ServletException {
        visit(() -> web.session(true));
        web.signIn("Mira");

        visit(() -> {});

        assertThat(web.done).containsExactly("page", "invalidated");
        assertThat(web.session).isNull();
        assertThat(web.answered).containsEntry("Location", "/inbox.xhtml?view=imbox");
    }

    @Test
    void does_not_repeat_a_change_afterwards() throws IOException, ServletException {
        visit(() -> web.session(true));
        web.signIn("Mira");
        web.method = "POST";

        visit(() -> {});

        assertThat(web.answered).containsEntry("Location", "/");
    }

    @Test
    void leaves_a_session_alone_that_began_with_signing_in() throws IOException, ServletException {
        web.session(true);
        web.signIn("Mira");

        visit(() -> {});
        visit(() -> {});

        assertThat(web.done).containsExactly("page", "page");
        assertThat(web.session).isNotNull();
    }

    @Test
    void does_not_take_a_session_for_nobodys_where_nobody_is_asked_for() throws IOException, ServletException {
        web.session(true);
        visit(() -> web.session(false));
        web.signIn("Mira");

        visit(() -> {});

        assertThat(web.done).containsExactly("page", "page");
    }

    @Test
    void lets_strangers_and_bearers_pass_without_a_session() throws IOException, ServletException {
        visit(() -> {});
        web.signIn("Mira");
        visit(() -> {});

        assertThat(web.done).containsExactly("page", "page");
        assertThat(web.session).isNull();
    }
}
