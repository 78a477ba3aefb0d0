package org.waxwing.identity.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.identity.PersonId;

class ClaimsTest {
    private static Claims claims(Map<String, String> made) {
        return Claims.of(name -> Optional.ofNullable(made.get(name)));
    }

    @Test
    void takes_the_subject_for_the_person() {
        var claims = claims(Map.of("sub", Web.SUBJECT, "name", "Mira Berg", "email", "mira@example.org"));

        assertThat(claims.person()).isEqualTo(PersonId.of(Web.SUBJECT));
        assertThat(claims.name().value()).isEqualTo("Mira Berg");
        assertThat(claims.email().address()).isEqualTo("mira@example.org");
    }

    @Test
    void makes_the_same_person_of_the_same_subject_whatever_it_looks_like() {
        var federated = claims(Map.of("sub", "f:ldap:mira"));

        assertThat(federated.person()).isEqualTo(claims(Map.of("sub", "f:ldap:mira")).person());
        assertThat(federated.person()).isNotEqualTo(claims(Map.of("sub", "f:ldap:bo")).person());
        assertThat(claims(Map.of("sub", "1-1-1-1-1")).person())
                .isNotEqualTo(claims(Map.of("sub", "01-1-1-1-1")).person());
    }

    @Test
    void calls_somebody_without_a_name_by_their_sign_in_name_or_subject() {
        assertThat(claims(Map.of("sub", "x", "name", " ", "preferred_username", "mira")).name().value())
                .isEqualTo("mira");
        assertThat(claims(Map.of("sub", "x")).name().value()).isEqualTo("x");
        assertThat(claims(Map.of("sub", "x")).email().address()).isEmpty();
    }

    @Test
    void refuses_a_token_without_a_subject() {
        assertThatThrownBy(() -> claims(Map.of("name", "Mira"))).isInstanceOf(IllegalStateException.class);
    }
}
