package org.waxwing.html.owasp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.waxwing.domain.content.UntrustedText;

class SanitiserAttackTest {
    private static final String SERVED = "/files/1";
    private static final Set<String> ELEMENTS = Set.of(
            "a", "abbr", "address", "b", "big", "blockquote", "br", "caption", "center", "code", "col", "colgroup",
            "div", "em", "font", "h1", "h2", "hr", "i", "img", "li", "ol", "p", "pre", "s", "small", "span", "strong",
            "sub", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "u", "ul");
    private static final Set<String> ATTRIBUTES = Set.of(
            "align", "alt", "bgcolor", "border", "bordercolor", "cellpadding", "cellspacing", "class", "color",
            "colspan", "dir", "face", "height", "href", "hspace", "lang", "nowrap", "rel", "role", "rowspan", "size",
            "span", "src", "start", "style", "target", "title", "type", "valign", "vspace", "width");

    static Stream<String> attacks() {
        try (var corpus = SanitiserAttackTest.class.getResourceAsStream("attacks.txt")) {
            assertThat(corpus).isNotNull();
            var all = new String(corpus.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(all.split("\n%%\n")).filter(it -> !it.isBlank()).map(SanitiserAttackTest::unescaped);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // control characters would not survive an editor
    private static String unescaped(String vector) {
        return vector.replace("{NUL}", "\0").replace("{TAB}", "\t").replace("{LF}", "\n").replace("{FF}", "\f");
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void leaves_nothing_that_acts_or_loads(String attack) {
        var document = new OwaspHtmlSanitiser()
                .sanitise(new UntrustedText(attack), Map.of("logo@example.org", SERVED))
                .document();

        var markup = Markup.of(body(document));
        assertThat(markup.text()).doesNotContain("<", ">");
        assertThat(markup.tags()).allSatisfy(tag -> {
            assertThat(tag.name()).isIn(ELEMENTS);
            assertThat(tag.attributes().keySet()).isSubsetOf(ATTRIBUTES);
            assertHarmless(tag);
        });
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void says_the_same_when_its_own_result_is_sanitised_again(String attack) {
        var sanitiser = new OwaspHtmlSanitiser();
        var images = Map.of("logo@example.org", SERVED);

        var once = body(sanitiser.sanitise(new UntrustedText(attack), images).document());
        var twice = body(sanitiser.sanitise(new UntrustedText(once), images).document());

        assertThat(Markup.of(twice).tags().size()).isLessThanOrEqualTo(Markup.of(once).tags().size());
    }

    private static String body(String document) {
        return document.substring(document.indexOf("<body>") + "<body>".length(), document.lastIndexOf("</body>"));
    }

    private static void assertHarmless(Markup.Tag tag) {
        tag.attributes().forEach((name, value) -> {
            switch (name) {
                case "href" -> {
                    assertThat(tag.name()).isEqualTo("a");
                    assertThat(value).matches("(?is)(https?://[^/\\\\]|mailto:|tel:).*");
                    assertThat(tag.attributes())
                            .containsEntry("rel", "noopener noreferrer nofollow")
                            .containsEntry("target", "_blank");
                }
                case "src" -> {
                    assertThat(tag.name()).isEqualTo("img");
                    assertThat(value).matches("(?is)" + SERVED + "|data:image/(png|gif|jpe?g|webp);base64,.*");
                }
                case "class" -> assertThat(value).isEqualTo("waxwing-blocked");
                case "style" -> assertThat(value)
                        .doesNotContainIgnoringCase("url(")
                        .doesNotContainIgnoringCase("expression")
                        .doesNotContainIgnoringCase("import")
                        .doesNotContainIgnoringCase("script")
                        .doesNotContainIgnoringCase("position:")
                        .doesNotContainIgnoringCase("behavior")
                        .doesNotContainIgnoringCase("binding")
                        .doesNotContainIgnoringCase("attr(")
                        .doesNotContainIgnoringCase("var(")
                        .doesNotContain("\\", "<", ">", "@", "{", "}");
                default -> assertThat(value).isNotNull();
            }
        });
    }
}
