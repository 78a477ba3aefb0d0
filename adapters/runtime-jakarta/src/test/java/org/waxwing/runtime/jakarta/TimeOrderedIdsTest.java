package org.waxwing.runtime.jakarta;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TimeOrderedIdsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final Clock STANDING = Clock.fixed(NOW, ZoneOffset.UTC);

    @Test
    void grow_even_while_the_clock_stands() {
        var ids = new TimeOrderedIds(STANDING);

        var made = Stream.generate(ids::next).limit(10_000).map(UUID::toString).toList();

        assertThat(made).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void carry_the_time_version_and_variant_of_the_standard() {
        var id = new TimeOrderedIds(STANDING).next();

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOW.toEpochMilli());
    }

    @Test
    void are_unique_among_threads() {
        var ids = new TimeOrderedIds(Clock.systemUTC());
        var seen = ConcurrentHashMap.<UUID>newKeySet();

        IntStream.range(0, 20_000).parallel().forEach(i -> seen.add(ids.next()));

        assertThat(seen).hasSize(20_000);
    }
}
