package org.waxwing.domain.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waxwing.domain.reading.ListPosition;

class SearchPositionTest {
    @Test
    void comes_back_from_its_token() {
        var position = new SearchPosition(
                0.6079271f, new ListPosition(Instant.parse("2026-03-01T09:00:00.123456Z"), UUID.randomUUID()));

        assertThat(SearchPosition.of(position.token())).isEqualTo(position);
        assertThat(SearchPosition.of(SearchPosition.START.token())).isEqualTo(SearchPosition.START);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "00000000", "zzzzzzzz", "7fc00000AAAA", "ffffffff", "!!!!!!!!!!!!!!!!!!!!"})
    void refuses_what_is_no_token(String token) {
        assertThatIllegalArgumentException().isThrownBy(() -> SearchPosition.of(token));
    }
}
