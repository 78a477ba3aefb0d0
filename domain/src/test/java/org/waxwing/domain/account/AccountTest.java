package org.waxwing.domain.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.identity.PersonId;

class AccountTest {
    private static final ServerEndpoint SERVER = new ServerEndpoint("mail.example.org", 993, ConnectionSecurity.TLS);

    private static Account account(String address, String displayName) {
        return new Account(
                new AccountId(UUID.randomUUID()),
                new PersonId(UUID.randomUUID()),
                EmailAddress.of(address),
                displayName,
                SERVER,
                SERVER,
                Instant.EPOCH);
    }

    @Test
    void is_called_what_the_owner_calls_it() {
        assertThat(account("ada@example.org", " Work\n").displayName()).isEqualTo("Work");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\u200b"})
    void is_called_by_its_address_when_the_owner_calls_it_nothing(String blank) {
        assertThat(account("ada@example.org", blank).displayName()).isEqualTo("ada@example.org");
    }

    @Test
    void has_a_name_that_can_be_stored_and_shown() {
        assertThat(account("ada@example.org", "W\0rk").displayName()).isEqualTo("W\uFFFDrk");
        assertThat(account("ada@example.org", "x".repeat(5_000)).displayName()).hasSize(100);
    }

    @Test
    void needs_an_address_that_receives_mail() {
        assertThatThrownBy(() -> account("nobody", "Work")).isInstanceOf(IllegalArgumentException.class);
    }
}
