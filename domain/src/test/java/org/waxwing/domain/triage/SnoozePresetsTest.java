package org.waxwing.domain.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class SnoozePresetsTest {
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private static List<String> at(String now) {
        return SnoozePresets.of(LocalDateTime.parse(now).atZone(TOKYO)).stream()
                .map(it -> it.name() + " " + LocalDateTime.ofInstant(it.at(), TOKYO))
                .toList();
    }

    @Test
    void offers_all_on_a_morning_in_the_week() {
        assertThat(at("2026-11-25T10:20")).containsExactly(
                "LATER_TODAY 2026-11-25T13:30", "THIS_EVENING 2026-11-25T18:00", "TOMORROW 2026-11-26T09:00",
                "THIS_WEEKEND 2026-11-28T09:00", "NEXT_WEEK 2026-11-30T09:00");
    }

    @Test
    void offers_nothing_that_is_past_or_said_twice() {
        assertThat(at("2026-11-27T19:00")).containsExactly(
                "TOMORROW 2026-11-28T09:00", "NEXT_WEEK 2026-11-30T09:00");
        assertThat(at("2026-11-29T19:00")).containsExactly("TOMORROW 2026-11-30T09:00");
    }
}
