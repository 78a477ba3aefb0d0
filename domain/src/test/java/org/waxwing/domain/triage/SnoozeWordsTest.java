package org.waxwing.domain.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Said on Wednesday, 25 November 2026, at 10:20 in Berlin. */
class SnoozeWordsTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZonedDateTime NOW = ZonedDateTime.of(2026, 11, 25, 10, 20, 30, 0, BERLIN);

    private static String read(String text, Locale locale, ZonedDateTime now) {
        return SnoozeWords.moment(text, locale, now)
                .map(it -> LocalDateTime.ofInstant(it, now.getZone()).toString())
                .orElse("nothing");
    }

    @ParameterizedTest
    @CsvSource({
            "next tuesday 9, 2026-12-01T09:00",
            "tomorrow, 2026-11-26T09:00",
            "in 3 hours, 2026-11-25T13:20",
            "monday morning, 2026-11-30T09:00",
            "friday 14:30, 2026-11-27T14:30",
            "1 dec, 2026-12-01T09:00",
            "next week, 2026-11-30T09:00",
            "this evening, 2026-11-25T18:00",
            "Tomorrow at 8am, 2026-11-26T08:00",
            "tomorrow 5 pm, 2026-11-26T17:00",
            "tonight, 2026-11-25T20:00",
            "tonight at 9, 2026-11-25T21:00",
            "wednesday, 2026-12-02T09:00",
            "wednesday 11, 2026-11-25T11:00",
            "next wednesday, 2026-12-02T09:00",
            "this friday evening, 2026-11-27T18:00",
            "9, 2026-11-26T09:00",
            "at 11, 2026-11-25T11:00",
            "noon, 2026-11-25T12:00",
            "morning, 2026-11-26T09:00",
            "half an hour, 2026-11-25T10:50",
            "in an hour, 2026-11-25T11:20",
            "2h, 2026-11-25T12:20",
            "45 min, 2026-11-25T11:05",
            "in two weeks, 2026-12-09T10:20",
            "3 days, 2026-11-28T10:20",
            "in a month, 2026-12-25T10:20",
            "day after tomorrow, 2026-11-27T09:00",
            "the day after tomorrow at noon, 2026-11-27T12:00",
            "this weekend, 2026-11-28T09:00",
            "next weekend, 2026-12-05T09:00",
            "next month, 2026-12-01T09:00",
            "dec 24 18:00, 2026-12-24T18:00",
            "december 24th, 2026-12-24T09:00",
            "jan 5 at 8, 2027-01-05T08:00",
            "24 november, 2027-11-24T09:00",
            "2027-02-03 7:15, 2027-02-03T07:15",
            "3rd of march 2027, 2027-03-03T09:00",
            "29 feb, 2028-02-29T09:00",
            "later today, 2026-11-25T13:30",
            "12 am, 2026-11-26T00:00",
            "12 pm, 2026-11-25T12:00",
            "tomorrow at 3 in the afternoon, 2026-11-26T15:00",
    })
    void understands_english(String text, String at) {
        assertThat(read(text, Locale.UK, NOW)).isEqualTo(at);
    }

    @ParameterizedTest
    @CsvSource({
            "morgen, 2026-11-26T09:00",
            "morgen früh, 2026-11-26T09:00",
            "morgen um 8 Uhr, 2026-11-26T08:00",
            "morgen 8 uhr 30, 2026-11-26T08:30",
            "übermorgen abend, 2026-11-27T18:00",
            "heute abend, 2026-11-25T18:00",
            "heute um 15:30, 2026-11-25T15:30",
            "montag morgen, 2026-11-30T09:00",
            "Montagabend, 2026-11-30T18:00",
            "nächsten Dienstag um 9, 2026-12-01T09:00",
            "kommenden Freitag, 2026-11-27T09:00",
            "Freitag um halb 10, 2026-11-27T09:30",
            "do 14.30 uhr, 2026-11-26T14:30",
            "in 3 Stunden, 2026-11-25T13:20",
            "in einer Stunde, 2026-11-25T11:20",
            "in zwei Tagen, 2026-11-27T10:20",
            "in einer halben Stunde, 2026-11-25T10:50",
            "nächste Woche, 2026-11-30T09:00",
            "am Wochenende, 2026-11-28T09:00",
            "1.12., 2026-12-01T09:00",
            "1. Dezember, 2026-12-01T09:00",
            "am 24.12.2026 um 18 Uhr, 2026-12-24T18:00",
            "3. märz 7 uhr, 2027-03-03T07:00",
            "später, 2026-11-25T13:30",
            "mittags, 2026-11-25T12:00",
            "morgen nachmittag um 3, 2026-11-26T15:00",
    })
    void understands_german(String text, String at) {
        assertThat(read(text, Locale.GERMANY, NOW)).isEqualTo(at);
    }

    @ParameterizedTest
    @CsvSource({
            "明天, 2026-11-26T09:00",
            "明天早上, 2026-11-26T09:00",
            "明早8点, 2026-11-26T08:00",
            "明天下午3点, 2026-11-26T15:00",
            "明天下午三点半, 2026-11-26T15:30",
            "后天, 2026-11-27T09:00",
            "今晚, 2026-11-25T20:00",
            "今天晚上8点, 2026-11-25T20:00",
            "下周一, 2026-11-30T09:00",
            "下周二上午9点, 2026-12-01T09:00",
            "周五14:30, 2026-11-27T14:30",
            "星期五, 2026-11-27T09:00",
            "星期日, 2026-11-29T09:00",
            "三小时后, 2026-11-25T13:20",
            "3个小时后, 2026-11-25T13:20",
            "两天后, 2026-11-27T10:20",
            "半小时后, 2026-11-25T10:50",
            "下周, 2026-11-30T09:00",
            "周末, 2026-11-28T09:00",
            "12月1日, 2026-12-01T09:00",
            "十二月一日, 2026-12-01T09:00",
            "12月1号上午10点, 2026-12-01T10:00",
            "下个月, 2026-12-01T09:00",
            "中午, 2026-11-25T12:00",
    })
    void understands_chinese(String text, String at) {
        assertThat(read(text, Locale.CHINA, NOW)).isEqualTo(at);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "", " ", "soon", "when hell freezes over", "yesterday", "gestern", "昨天", "25:00", "9:75", "13 pm",
            "today 9", "this morning", "heute um 9", "31 feb", "1.13.", "2025-01-01", "in 20 years",
            "tomorrow banana", "monday tuesday", "in 99999 days", "99", "-3 hours", "🙂", "select 1", "next", "in",
            "20 march 2020", "wednesday of the banana",
    })
    void refuses_the_past_and_nonsense(String text) {
        assertThat(read(text, Locale.UK, NOW)).isEqualTo("nothing");
    }

    @Test
    void reads_numbers_as_the_country_writes_them() {
        assertThat(read("1/12", Locale.UK, NOW)).isEqualTo("2026-12-01T09:00");
        assertThat(read("1/12", Locale.US, NOW)).isEqualTo("2027-01-12T09:00");
    }

    @Test
    void a_time_that_the_clocks_leave_out_is_the_next_there_is() {
        var before = ZonedDateTime.of(2027, 3, 27, 12, 0, 0, 0, BERLIN);

        assertThat(read("tomorrow 2:30", Locale.UK, before)).isEqualTo("2027-03-28T03:30");
        assertThat(read("in 24 hours", Locale.UK, before)).isEqualTo("2027-03-28T13:00");
        assertThat(read("in 1 day", Locale.UK, before)).isEqualTo("2027-03-28T12:00");
    }

    @Test
    void whatever_is_typed_gives_a_moment_ahead_or_nothing() {
        var random = new Random(4);
        var pieces = List.of("next", "in", "tomorrow", "monday", "9", "14:30", "下周", "三", "点", "morgen", "halb", ".",
                "/", "dec", "31", "2026", "uhr", "pm", "\u0000", "é", "后", "evening", "week", "-", "a", "月");
        for (int i = 0; i < 20_000; i++) {
            var text = new StringBuilder();
            for (int n = random.nextInt(6); n >= 0; n--)
                text.append(pieces.get(random.nextInt(pieces.size()))).append(random.nextBoolean() ? " " : "");
            var now = NOW.plusHours(random.nextInt(9_000));

            var moment = SnoozeWords.moment(text.toString(), Locale.UK, now);

            assertThat(moment.filter(it -> !it.isAfter(now.toInstant())
                    || it.isAfter(now.plusYears(10).toInstant()))).as(text.toString()).isEmpty();
        }
    }

    @Test
    void what_is_very_long_is_not_read() {
        assertThat(read("tomorrow ".repeat(50), Locale.UK, NOW)).isEqualTo("nothing");
    }
}
