package org.waxwing.web.faces;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TimesTest {
    private static final Instant SUNDAY_NOON = Instant.parse("2026-11-22T11:00:00Z");

    private static Times berlin(Locale locale) {
        return new Times(Phrases.in(locale), ZoneId.of("Europe/Berlin"), SUNDAY_NOON);
    }

    private static String brief(String at) {
        return berlin(Locale.UK).brief(Instant.parse(at));
    }

    @Test
    void names_a_moment_of_today_by_the_viewers_clock() {
        assertThat(brief("2026-11-22T08:41:00Z")).isEqualTo("09:41");
    }

    @Test
    void takes_the_day_from_the_viewers_zone_and_not_from_utc() {
        assertThat(brief("2026-11-21T23:30:00Z")).isEqualTo("00:30");
    }

    @Test
    void grows_coarser_with_distance() {
        assertThat(brief("2026-11-21T12:00:00Z")).isEqualTo("Yesterday");
        assertThat(brief("2026-11-20T12:00:00Z")).isEqualTo("Fri");
        assertThat(brief("2026-11-16T12:00:00Z")).isEqualTo("Mon");
        assertThat(brief("2026-11-15T12:00:00Z")).isEqualTo("15 Nov");
        assertThat(brief("2025-12-31T12:00:00Z")).isEqualTo("2025-12-31");
    }

    @Test
    void gives_the_date_of_what_claims_to_come_from_tomorrow() {
        assertThat(brief("2026-11-23T12:00:00Z")).isEqualTo("23 Nov");
    }

    @Test
    void writes_dates_as_the_viewers_region_does() {
        var at = Instant.parse("2026-11-15T12:00:00Z");

        assertThat(berlin(Locale.US).brief(at)).isEqualTo("Nov 15");
        assertThat(berlin(Locale.GERMANY).brief(at)).isEqualTo("15. Nov.");
        assertThat(berlin(Locale.SIMPLIFIED_CHINESE).brief(at)).isEqualTo("11月15日");
    }

    @Test
    void adds_the_time_in_the_head_of_a_message() {
        var times = berlin(Locale.UK);

        assertThat(times.dayAndTime(Instant.parse("2026-11-22T08:41:00Z"))).isEqualTo("Today 09:41");
        assertThat(times.dayAndTime(Instant.parse("2026-11-21T08:41:00Z"))).isEqualTo("Yesterday 09:41");
        assertThat(times.dayAndTime(Instant.parse("2026-11-15T08:41:00Z"))).isEqualTo("15 Nov, 09:41");
    }

    @Test
    void counts_seconds_and_minutes_and_then_names_the_moment() {
        var times = berlin(Locale.UK);

        assertThat(times.ago(SUNDAY_NOON.minusSeconds(12))).isEqualTo("12 s ago");
        assertThat(times.ago(SUNDAY_NOON.plusSeconds(5))).isEqualTo("0 s ago");
        assertThat(times.ago(SUNDAY_NOON.minusSeconds(180))).isEqualTo("3 min ago");
        assertThat(times.ago(SUNDAY_NOON.minusSeconds(7200))).isEqualTo("Today 10:00");
    }
}
