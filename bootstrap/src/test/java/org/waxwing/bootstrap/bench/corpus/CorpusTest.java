package org.waxwing.bootstrap.bench.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is measured on is the same every time, and looks like mail. */
class CorpusTest {
    private static final Pattern CHARSET = Pattern.compile("charset=([\\w-]+)");

    @Test
    void the_same_seed_gives_the_same_bytes_and_another_one_others() {
        var first = realistic(1, 50);
        var again = realistic(1, 50);
        var other = realistic(2, 50);

        for (int i = 0; i < 50; i++) {
            assertThat(again.get(i).source()).isEqualTo(first.get(i).source());
            assertThat(other.get(i).source()).isNotEqualTo(first.get(i).source());
        }
    }

    @Test
    void half_of_the_messages_are_small_and_a_few_make_up_most_of_the_bytes() {
        var sizes = realistic(1, 1_000).stream().mapToInt(letter -> letter.source().length).sorted().toArray();

        assertThat(sizes[500]).isBetween(2_500, 6_000);
        assertThat(Arrays.stream(sizes).sum() / sizes.length).isBetween(12_000, 27_000);
    }

    @Test
    void people_write_in_seven_charsets_and_answer_each_other() {
        var sources = realistic(1, 1_000).stream()
                .map(letter -> new String(letter.source(), StandardCharsets.ISO_8859_1))
                .toList();

        assertThat(sources.stream().flatMap(source -> CHARSET.matcher(source).results()).map(found -> found.group(1)))
                .contains("US-ASCII", "UTF-8", "ISO-8859-1", "windows-1252", "KOI8-R", "ISO-2022-JP", "GB18030");
        assertThat(sources).filteredOn(source -> source.contains("\r\nIn-Reply-To: ")).hasSizeBetween(250, 500);
    }

    private static List<Letter> realistic(long seed, int count) {
        var out = new ArrayList<Letter>();
        new Corpus(seed).realistic(count, out::add);
        return out;
    }
}
