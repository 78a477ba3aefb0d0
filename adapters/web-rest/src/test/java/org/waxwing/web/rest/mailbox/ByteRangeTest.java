package org.waxwing.web.rest.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {
    private static ByteRange.Wanted wanted(String header, long size) {
        return ByteRange.of(Optional.of(header), size);
    }

    @ParameterizedTest
    @CsvSource({
            "bytes=0-0, 0, 0", "bytes=0-, 0, 99", "bytes=10-19, 10, 19", "bytes=90-500, 90, 99", "bytes=-1, 99, 99",
            "bytes=-500, 0, 99", "bytes = 5 - 6, 5, 6", "bytes=99-99, 99, 99"
    })
    void finds_the_bytes_of_a_single_range(String header, long first, long last) {
        assertThat(wanted(header, 100)).isEqualTo(new ByteRange.Wanted.Part(new ByteRange(first, last)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=100-", "bytes=100-200", "bytes=-0"})
    void finds_nothing_behind_the_end(String header) {
        assertThat(wanted(header, 100)).isEqualTo(new ByteRange.Wanted.Nothing());
    }

    @Test
    void finds_nothing_in_an_empty_file() {
        assertThat(wanted("bytes=0-", 0)).isEqualTo(new ByteRange.Wanted.Nothing());
        assertThat(wanted("bytes=-5", 0)).isEqualTo(new ByteRange.Wanted.Nothing());
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "", "bytes=", "bytes=-", "bytes=a-b", "bytes=5-3", "items=0-1", "bytes=0-1,5-6", "bytes=1",
            "bytes=99999999999999999999-"
    })
    void takes_what_it_does_not_understand_for_the_whole(String header) {
        assertThat(wanted(header, 100)).isEqualTo(new ByteRange.Wanted.Whole());
    }

    @Test
    void counts_its_bytes() {
        assertThat(new ByteRange(10, 19).length()).isEqualTo(10);
        assertThat(ByteRange.whole(0).length()).isZero();
    }
}
