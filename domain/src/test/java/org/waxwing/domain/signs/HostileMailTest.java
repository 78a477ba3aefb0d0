package org.waxwing.domain.signs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.waxwing.domain.world.EmailBuilder.anEmail;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.mailbox.HeaderField;

class HostileMailTest {
    private static final int MUCH = 3_000_000;
    // a second for what takes a few milliseconds: only what is not linear takes longer
    private static final Duration SOON = Duration.ofSeconds(5);

    static Stream<String> hostile() {
        return Stream.of(
                "<", "<a", "<a href=\"", "<!--", "<!-- -->", "<style>", "<style></style", "</", "<table>", "&", "&#",
                "&#x;",
                "<img width=", "<a b='", "\"<'", "<table width=1><tr><td>", "<script><", ">", "\u0000", "\ud800",
                "<\u00e9",
                "> ", "From:\n", "Von: a\n", "-", "--\n", "a wrote:\n", "1", "1.", "€1", "订单", " i me my", "\n", "?",
                "https://", "unsubscribe ", "On x wrote:\n> a\n");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void is_looked_at_in_linear_time_whatever_is_repeated_in_it(String part) {
        var much = part.repeat(MUCH / part.length());

        var signs = assertTimeoutPreemptively(SOON, () -> Reading.of(anEmail().text(much).html(much).subject(part)));

        assertThat(Signs.parse(signs.write())).isEqualTo(signs);
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void is_survived_when_it_ends_anywhere(String part) {
        var html = "<table width=1><tr><td>Sale" + part;
        for (int end = 0; end <= html.length(); end++) {
            var cut = html.substring(0, end);

            assertThat(Reading.of(anEmail().text(cut).html(cut)).version()).isEqualTo(Signs.VERSION);
        }
    }

    @Test
    void may_have_endless_headers() {
        var field = new HeaderField(new UntrustedText("X-A".repeat(50)), new UntrustedText("b".repeat(100_000)));
        var many = Collections.nCopies(20_000, field);

        var signs = assertTimeoutPreemptively(SOON, () -> SignReader.read(anEmail().parsed(), many, Set.of()));

        assertThat(signs.has(Sign.UNSUBSCRIBE)).isFalse();
    }

    @Test
    void may_lack_everything() {
        var nothing = anEmail().from().to().subject("").text("").unnamed();

        assertThat(SignReader.read(nothing.parsed(), List.of(), Set.of()).words()).isZero();
    }
}
