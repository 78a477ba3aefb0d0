package org.waxwing.bootstrap.demo.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimelineTest {
    /** A Sunday noon in Berlin. */
    private static final Timeline TIMELINE = new Timeline(Instant.parse("2026-11-22T11:00:00Z"));

    private static final ZonedDateTime FRIDAY = ZonedDateTime.parse("2026-10-23T16:00:00+02:00[Europe/Berlin]");

    @ParameterizedTest
    @CsvSource({
            "-1b 09:14,2026-11-20T08:14:00Z",
            "-6b 09:14,2026-11-13T08:14:00Z",
            "-1d 22:10,2026-11-21T21:10:00Z",
            "-1w Thu 06:52,2026-11-12T05:52:00Z",
            "-3h20m,2026-11-22T07:40:00Z",
            "-9m,2026-11-22T10:51:00Z",
            "+1b 09:00,2026-10-26T08:00:00Z",
            "+0d 18:00,2026-10-23T16:00:00Z",
            "+1d 08:00,2026-10-24T06:00:00Z",
            "+35m,2026-10-23T14:35:00Z"
    })
    void counts_back_from_now_and_on_from_the_message_before(String when, Instant moment) {
        assertThat(TIMELINE.moment(when, FRIDAY).toInstant()).isEqualTo(moment);
    }

    @Test
    void refuses_what_is_no_moment() {
        assertThatThrownBy(() -> TIMELINE.moment("tomorrow", FRIDAY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tomorrow");
    }
}
