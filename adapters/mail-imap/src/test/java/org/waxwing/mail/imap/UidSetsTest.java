package org.waxwing.mail.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.sync.Uid;

class UidSetsTest {
    private static List<Uid> uids(long... values) {
        return LongStream.of(values).mapToObj(Uid::new).toList();
    }

    @Test
    void writes_neighbours_as_ranges() {
        assertThat(UidSets.of(uids(3, 1, 2, 7, 9, 10, 2))).isEqualTo("1:3,7,9:10");
        assertThat(UidSets.of(uids())).isEmpty();
    }

    @Test
    void keeps_every_part_short_enough_for_a_line() {
        var scattered = LongStream.range(0, 5_000).map(i -> 4_000_000_000L + 2 * i).mapToObj(Uid::new).toList();
        var parts = UidSets.parts(scattered, 4_000);

        assertThat(parts).allMatch(part -> UidSets.of(part).length() <= 7_000);
        assertThat(parts.stream().flatMap(List::stream).toList()).isEqualTo(scattered);
        assertThat(UidSets.parts(LongStream.range(1, 5_001).mapToObj(Uid::new).toList(), 5_000)).hasSize(1);
    }

    @Test
    void reads_sets_in_their_order_and_nothing_that_is_none() {
        assertThat(UidSets.read("3956:3958,7", 10)).hasValue(uids(3956, 3957, 3958, 7));
        assertThat(UidSets.read("5:3", 10)).hasValue(uids(3, 4, 5));
        for (var odd : List.of("", "a", "1,", "1:*", "0", "1:4294967296", "99999999999999999999", "1:9"))
            assertThat(UidSets.read(odd, 8)).as(odd).isEmpty();
    }
}
