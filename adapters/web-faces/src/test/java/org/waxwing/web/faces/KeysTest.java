package org.waxwing.web.faces;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The keys that the scripts bind. */
class KeysTest {
    private static final Pattern BOUND = Pattern.compile("bind\\('[^']+', \\[([^\\]]+)]");
    private static final Pattern PLACE = Pattern.compile("\\['(g \\w)', '");
    private static final Pattern KEY = Pattern.compile("'([^']+)'");

    private static List<String> keys() throws IOException {
        var keys = new ArrayList<String>();
        for (var script : PagesTest.files(PagesTest.META.resolve("resources/assets/js"), ".js")) {
            var text = Files.readString(script);
            BOUND.matcher(text).results()
                    .forEach(it -> KEY.matcher(it.group(1)).results().forEach(key -> keys.add(key.group(1))));
            PLACE.matcher(text).results().forEach(it -> keys.add(it.group(1)));
        }
        return keys;
    }

    @Test
    void are_bound_once() throws IOException {
        assertThat(keys()).contains("j", "?", "g i").doesNotHaveDuplicates();
    }

    @Test
    void begin_no_sequence_with_a_key_that_does_something_itself() throws IOException {
        var keys = keys();

        assertThat(keys.stream().filter(key -> key.contains(" ")).map(key -> key.substring(0, key.indexOf(' '))))
                .isNotEmpty()
                .allMatch(first -> !keys.contains(first));
    }
}
