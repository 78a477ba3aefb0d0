package org.waxwing.images.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.images.ImageFetcher.Result;

class KeptImagesTest {
    private final List<String> asked = new ArrayList<>();
    private Instant now = Instant.parse("2026-03-01T09:00:00Z");
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private final KeptImages images = new KeptImages(address -> {
        asked.add(address);
        return address.contains("gone")
                ? new Result.Unreachable()
                : new Result.Fetched("image/png", 10_000, () -> new ByteArrayInputStream(new byte[0]));
    }, clock, 100_000);

    @Test
    void fetches_a_picture_once_in_a_while() {
        images.fetch("a");
        images.fetch("a");
        assertThat(asked).containsExactly("a");

        now = now.plus(Duration.ofHours(3));
        images.fetch("a");
        assertThat(asked).containsExactly("a", "a");
    }

    @Test
    void tries_again_soon_where_nothing_answered() {
        images.fetch("gone");
        images.fetch("gone");
        now = now.plus(Duration.ofMinutes(2));
        images.fetch("gone");

        assertThat(asked).hasSize(2);
    }

    @Test
    void keeps_no_more_than_there_is_room_for_and_lets_the_oldest_go() {
        for (int i = 0; i < 12; i++) {
            images.fetch("p" + i);
            images.fetch("p0");
        }
        asked.clear();

        images.fetch("p0");
        images.fetch("p11");
        images.fetch("p1");

        assertThat(asked).containsExactly("p1");
    }
}
