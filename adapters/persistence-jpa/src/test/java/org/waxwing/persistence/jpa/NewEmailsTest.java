package org.waxwing.persistence.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.reading.ListPosition;

class NewEmailsTest {
    @Test
    void keeps_times_as_they_are() {
        var noon = Instant.parse("2026-03-01T12:00:00.123456Z");

        assertThat(NewEmails.storable(noon)).isEqualTo(noon);
    }

    @Test
    void puts_times_that_no_calendar_holds_at_the_ends_of_time() {
        assertThat(NewEmails.storable(Instant.MIN)).isEqualTo("0001-01-01T00:00:00Z");
        assertThat(NewEmails.storable(Instant.MAX)).isEqualTo("9999-12-31T23:59:58Z")
                .isBefore(ListPosition.START.at());
    }
}
