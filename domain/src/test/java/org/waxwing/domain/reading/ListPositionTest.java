package org.waxwing.domain.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListPositionTest {
    @Test
    void is_read_as_it_was_written() {
        var random = new Random(5);
        for (int round = 0; round < 1_000; round++) {
            var at = Instant.ofEpochSecond(random.nextLong(-60_000_000_000L, 200_000_000_000L),
                    random.nextInt(999_999_999));
            var position = new ListPosition(at, new UUID(random.nextLong(), random.nextLong()));

            assertThat(ListPosition.of(position.token())).isEqualTo(position);
        }
        assertThat(ListPosition.of(ListPosition.START.token())).isEqualTo(ListPosition.START);
    }

    @Test
    void is_behind_what_is_later_or_has_the_greater_id() {
        var at = Instant.parse("2026-03-01T09:00:00Z");
        var here = new ListPosition(at, new UUID(5, -5));

        assertThat(here.isBehind(new ListPosition(at.plusNanos(1), new UUID(0, 0)))).isTrue();
        assertThat(here.isBehind(new ListPosition(at, new UUID(-1, 0)))).isTrue();
        assertThat(here.isBehind(new ListPosition(at, new UUID(5, -4)))).isTrue();
        assertThat(here.isBehind(here)).isFalse();
        assertThat(here.isBehind(new ListPosition(at, new UUID(5, 5)))).isFalse();
        assertThat(here.isBehind(new ListPosition(at.minusNanos(1), new UUID(-1, -1)))).isFalse();
        assertThat(here.isBehind(ListPosition.START)).isTrue();
    }

    @Test
    void fits_in_an_address() {
        assertThat(ListPosition.START.token()).matches("[A-Za-z0-9_-]{1,64}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "AAAA", "%00", "not a token", "' or 1=1 --", "++++", "ä"})
    void refuses_what_is_no_token(String token) {
        assertThatThrownBy(() -> ListPosition.of(token)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refuses_a_token_with_something_behind() {
        var longer = ListPosition.START.token() + "AAAA";

        assertThatThrownBy(() -> ListPosition.of(longer)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
            "-9223372036854775808, 0", "9223372036854775807, 0", "253402300800, 0", "-253402300799, 0", "0, -1",
            "0, 1000000000", "0, 9223372036854775807"})
    void refuses_times_that_no_store_can_keep(long seconds, long nanos) {
        var bytes = ByteBuffer.allocate(32).putLong(seconds).putLong(nanos).array();
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);

        assertThatThrownBy(() -> ListPosition.of(token)).isInstanceOf(IllegalArgumentException.class);
    }
}
