package org.waxwing.web.faces;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts in all languages: none missing, none left over, none that cannot be formatted. */
class BundlesTest {
    private static final Path FOLDER = Path.of("src/main/resources/org/waxwing/web/faces");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)");
    private static final Pattern QUOTED = Pattern.compile("['\"]([a-z][a-z0-9-]*(?:\\.[a-z0-9-]+)+)['\"]");
    private static final Pattern ASKED = Pattern.compile(
            "(?:words|phrases\\(\\)|phrases|say)(?:\\.of)?\\(\\s*['\"]([a-z][a-z0-9-]*(?:\\.[a-z0-9-]+)+)['\"]");

    private static Properties bundle(String suffix) throws IOException {
        var texts = new Properties();
        try (var in = Files.newBufferedReader(FOLDER.resolve("messages" + suffix + ".properties"))) {
            texts.load(in);
        }
        return texts;
    }

    /** Everything that speaks: pages, tags, beans and scripts. */
    private static Set<String> literals(Pattern pattern) throws IOException {
        var found = new TreeSet<String>();
        var sources = PagesTest.files(Path.of("src/main"), "");
        for (var source : sources) {
            if (!source.toString().matches(".*\\.(?:xhtml|java|js)")) continue;
            var matcher = pattern.matcher(Files.readString(source));
            while (matcher.find()) found.add(matcher.group(1));
        }
        return found;
    }

    @ParameterizedTest
    @ValueSource(strings = {"_de", "_zh"})
    void have_the_same_keys_in_every_language(String suffix) throws IOException {
        assertThat(bundle(suffix).stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(bundle("").stringPropertyNames());
    }

    @ParameterizedTest
    @ValueSource(strings = {"_de", "_zh"})
    void have_the_same_placeholders_in_every_language(String suffix) throws IOException {
        var english = bundle("");
        var other = bundle(suffix);

        assertThat(english.stringPropertyNames())
                .allSatisfy(key -> assertThat(placeholders(other.getProperty(key))).as(key)
                        .isEqualTo(placeholders(english.getProperty(key))));
    }

    @Test
    void miss_no_key_that_is_asked_for() throws IOException {
        assertThat(without(literals(ASKED), bundle("").stringPropertyNames())).isEmpty();
    }

    @Test
    void hold_no_key_that_nobody_asks_for() throws IOException {
        assertThat(without(bundle("").stringPropertyNames(), literals(QUOTED))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_de", "_zh"})
    void can_all_be_formatted(String suffix) throws IOException {
        var texts = bundle(suffix);
        var locale = suffix.isEmpty() ? Locale.ENGLISH : Locale.of(suffix.substring(1));

        for (var key : texts.stringPropertyNames()) {
            var format = new MessageFormat(texts.getProperty(key), locale);
            for (long number : new long[]{0, 1, 2})
                assertThat(format.format(new Object[]{number, number})).as(key)
                        .isNotBlank()
                        .doesNotContain("{");
        }
    }

    private static Set<String> without(Set<String> all, Set<String> some) {
        var left = new TreeSet<>(all);
        left.removeAll(some);
        return left;
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(it -> it.group(1)).collect(Collectors.toSet());
    }
}
