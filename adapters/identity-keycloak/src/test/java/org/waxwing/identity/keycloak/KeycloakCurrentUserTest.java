package org.waxwing.identity.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.waxwing.application.identity.WelcomePerson;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.identity.OrganisationId;
import org.waxwing.domain.identity.Person;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.identity.PersonStore;

class KeycloakCurrentUserTest {
    private static final OrganisationId ORGANISATION = new OrganisationId(new UUID(0, 1));

    private final Web web = new Web();
    private final List<String> welcomed = new ArrayList<>();

    /** Who asks in a new request of the same browser. */
    private KeycloakCurrentUser user() {
        var transactions = new Transactions() {
            @Override
            public <T> T call(Actor actor, Supplier<T> work) {
                return work.get();
            }

            @Override
            public void afterCommit(Runnable task) {
                task.run();
            }
        };
        var people = new PersonStore() {
            @Override
            public Optional<Person> person(PersonId id) {
                return Optional.empty();
            }

            @Override
            public Person keep(PersonId id, UntrustedText name, EmailAddress email) {
                welcomed.add(name.value());
                return new Person(id, ORGANISATION, name, email);
            }
        };
        var settings = new OidcSettings(
                URI.create("https://id.example.org/realms/waxwing/"), URI.create("https://mail.example.org"),
                "waxwing");
        return new KeycloakCurrentUser(web.request(), new WelcomePerson(transactions, people), settings);
    }

    @Test
    void welcomes_somebody_once_in_a_session() {
        web.signIn("Mira Berg");

        var first = user().person();
        var second = user().person();

        assertThat(first)
                .isEqualTo(new Person(
                        PersonId.of(Web.SUBJECT),
                        ORGANISATION,
                        new UntrustedText("Mira Berg"),
                        EmailAddress.of("mira@example.org")));
        assertThat(second).isEqualTo(first);
        assertThat(welcomed).containsExactly("Mira Berg");
    }

    @Test
    void welcomes_somebody_again_who_is_spelt_differently() {
        web.signIn("Mira Berg");
        user().person();
        web.signIn("Mira Tal");

        assertThat(user().person().name().value()).isEqualTo("Mira Tal");
        assertThat(welcomed).containsExactly("Mira Berg", "Mira Tal");
    }

    @Test
    void begins_no_session_for_a_bearer() {
        web.signIn("Mira Berg");
        web.headers.put("Authorization", "bearer abc");

        var user = user();

        assertThat(user.person().name().value()).isEqualTo("Mira Berg");
        assertThat(user.isSignedInByCookie()).isFalse();
        assertThat(user.csrfToken()).isEmpty();
        assertThat(web.session).isNull();
    }

    @Test
    void keeps_its_token_for_a_session_and_makes_another_for_the_next() {
        web.signIn("Mira Berg");
        var token = user().csrfToken();

        assertThat(token).matches("[0-9a-f]{64}");
        assertThat(user().csrfToken()).isEqualTo(token);
        web.session = null;
        assertThat(user().csrfToken()).isNotEqualTo(token);
    }

    @Test
    void counts_other_schemes_as_a_cookie() {
        web.headers.put("Authorization", "Basic eDp5");
        assertThat(user().isSignedInByCookie()).isTrue();
        web.headers.put("Authorization", "Bearerless");
        assertThat(user().isSignedInByCookie()).isTrue();
    }

    @Test
    void knows_administrators_and_where_profiles_are() {
        assertThat(user().isAdministrator()).isTrue();
        assertThat(user().profilePage()).isEqualTo(URI.create("https://id.example.org/realms/waxwing/account/"));
    }

    @Test
    void has_nobody_to_show_when_nobody_is_signed_in() {
        assertThatThrownBy(() -> user().person()).isInstanceOf(IllegalStateException.class);
    }
}
