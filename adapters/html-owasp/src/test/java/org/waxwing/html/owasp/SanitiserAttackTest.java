package org.waxwing.html.owasp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.waxwing.domain.content.RemoteImages;
import org.waxwing.domain.content.Rendering;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.links.LinkCheck;

class SanitiserAttackTest {
    private static final Map<String, String> SERVED = Map.of("logo@example.org", "/files/1");
    private static final String START = "<div class=\"waxwing-mail\">";
    private static final String PROXIED = "/images?u=x&s=y";
    private static final Set<String> ELEMENTS = Set.of(
            "a", "abbr", "address", "b", "bdi", "bdo", "big", "blockquote", "br", "caption", "center", "code", "col",
            "colgroup", "del", "div", "em", "font", "h1", "h2", "h6", "hr", "i", "img", "ins", "li", "ol", "p", "pre",
            "q",
            "rp", "rt", "ruby", "s", "small", "span", "strong", "sub", "sup", "table", "tbody", "td", "tfoot", "th",
            "thead", "time", "tr", "u", "ul");
    private static final Set<String> ATTRIBUTES = Set.of(
            "align", "alt", "border", "cellpadding", "cellspacing", "class", "colspan", "dir", "face", "height", "href",
            "hspace", "lang", "nowrap", "rel", "role", "rowspan", "size", "span", "src", "start", "style", "target",
            "title", "type", "valign", "vspace", "width");
    private static final Pattern RULE = Pattern.compile("\\s*(?:@media [a-z0-9 :(),.-]+\\{|\\}|"
            + "\\.waxwing-mail[^{}<\"'\\\\@]*\\{[^{}<>\\\\@]*\\})\\s*");

    static List<String> attacks() {
        return Payloads.all();
    }

    @Test
    void the_collection_is_large_and_nothing_is_in_it_twice() {
        assertThat(Payloads.all()).hasSizeGreaterThan(400).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void leaves_nothing_that_acts_or_loads(String attack) {
        var document = sanitised(attack, RemoteImages.BLOCKED);

        assertHarmless(document, "/files/1|data:image/(?:png|gif|jpe?g|webp);base64,.*");
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void leaves_nothing_that_loads_from_elsewhere_when_images_are_shown(String attack) {
        var document = sanitised(attack, address -> Optional.of(PROXIED));

        assertHarmless(document, "/files/1|/images\\?u=x&s=y|data:image/(?:png|gif|jpe?g|webp);base64,.*");
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void says_the_same_when_its_own_result_is_sanitised_again(String attack) {
        var once = body(sanitised(attack, RemoteImages.BLOCKED));
        var twice = body(sanitised(once, RemoteImages.BLOCKED));

        // a line of a list gets its list
        assertThat(Markup.of(twice.replace("<ul>", "")).tags().size())
                .isLessThanOrEqualTo(Markup.of(once.replace("<ul>", "")).tags().size());
    }

    private static String sanitised(String attack, RemoteImages images) {
        return new OwaspHtmlSanitiser()
                .sanitise(new UntrustedText(attack), new Rendering(SERVED, images, LinkCheck.OF_A_STRANGER, true))
                .document();
    }

    private static String body(String document) {
        return document.substring(document.indexOf(START) + START.length(), document.lastIndexOf("</div>"));
    }

    private static void assertHarmless(String document, String sources) {
        var markup = Markup.of(body(document));
        // the library parts double braces like this, which templates would read
        assertThat(markup.text().replace("{<!-- -->{", "{{")).doesNotContain("<", ">");
        assertThat(markup.tags()).allSatisfy(tag -> {
            assertThat(tag.name()).isIn(ELEMENTS);
            assertThat(tag.attributes().keySet()).isSubsetOf(ATTRIBUTES);
            assertHarmless(tag, sources);
        });
        assertThat(rules(document).lines()).allSatisfy(rule -> {
            assertThat(rule).matches(RULE);
            assertHarmlessStyle(rule.replaceAll("@media [^{]*", "").replaceAll(":(?:hover|visited)", ""));
        });
        var head = document.substring(0, document.indexOf("<body>"));
        assertThat(head.split("<meta ", -1)).hasSize(9);
        assertThat(head).doesNotContain("<script", "<link", "<base");
    }

    /** The mail's own rules; empty when it has none. */
    private static String rules(String document) {
        var blocks = document.substring(0, document.indexOf("<body>")).split("<style>\n", -1);
        assertThat(blocks.length).isBetween(2, 3);
        return blocks.length < 3 ? "" : blocks[2].substring(0, blocks[2].indexOf("</style>"));
    }

    private static void assertHarmless(Markup.Tag tag, String sources) {
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
                    assertThat(value).matches("(?is)" + sources);
                }
                case "class" -> assertThat(value).matches(
                        "waxwing-blocked|waxwing-mail|(?:[mi]-[A-Za-z_-][\\w-]*)(?: [mi]-[A-Za-z_-][\\w-]*)*");
                case "style" -> {
                    assertThat(value).doesNotContain("{", "}");
                    assertHarmlessStyle(value);
                }
                default -> assertThat(value).isNotNull();
            }
        });
    }

    private static void assertHarmlessStyle(String style) {
        assertThat(style.replaceAll("'[\\w .-]*'", "'font'").replace("url(\"/files/1\")", "")
                .replace("url(\"" + PROXIED + "\")", ""))
                .doesNotContainIgnoringCase("url(")
                .doesNotContainIgnoringCase("expression")
                .doesNotContainIgnoringCase("import ")
                .doesNotContainIgnoringCase("script")
                .doesNotContainPattern("(?i)(?<!-)position\\s*:")
                .doesNotContainIgnoringCase("behavior")
                .doesNotContainIgnoringCase("binding")
                .doesNotContainIgnoringCase("attr(")
                .doesNotContainIgnoringCase("image-set(")
                .doesNotContainIgnoringCase("content:")
                .doesNotContainIgnoringCase("var(")
                .doesNotContain("\\", "<", "@", "&", "[");
    }
}
