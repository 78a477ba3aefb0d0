package org.waxwing.web.faces;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What scripts say comes from the bundles, like everything else that people read. */
class ScriptsTest {
    // whatever looks like a literal may be one in a comment
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|(?m)^\\s*//.*$|(?<=\\s)//.*$");
    private static final Pattern LITERAL = Pattern
            .compile("'((?:[^'\\\\\\n]|\\\\.)*)'|\"((?:[^\"\\\\\\n]|\\\\.)*)\"|`([^`]*)`");
    private static final Pattern VALUE = Pattern.compile("\\$\\{[^}]*}");
    // words parted by spaces that begin like a sentence, in any script; names of things have other signs in them
    private static final Pattern SENTENCE = Pattern.compile("\\p{Lu}\\p{L}+(?: \\p{L}{2,})+.*|.*\\p{IsHan}.*");
    // given to a property that is shown, one word is enough
    private static final Pattern SHOWN = Pattern.compile(
            "(?:textContent|innerText|title|placeholder|ariaLabel|alt)\\s*=\\s*(['\"`])(\\p{L}[^'\"`]*)\\1"
                    + "|setAttribute\\('(?:aria-label|title|alt|placeholder)',\\s*(['\"`])(\\p{L}[^'\"`]*)\\3");
    // for whoever reads the console
    private static final Pattern FOR_DEVELOPERS = Pattern.compile("Error\\((?:'[^']*'|`[^`]*`)\\)");

    @Test
    void say_nothing_by_themselves() throws IOException {
        var said = new TreeSet<String>();
        for (var script : PagesTest.files(PagesTest.META.resolve("resources/assets/js"), ".js")) {
            var text = COMMENT.matcher(Files.readString(script)).replaceAll("");
            var code = FOR_DEVELOPERS.matcher(text).replaceAll("");
            var name = script.getFileName() + ": ";
            LITERAL.matcher(code).results().forEach(it -> {
                var literal = it.group(1) != null ? it.group(1) : it.group(2) != null ? it.group(2) : it.group(3);
                if (SENTENCE.matcher(VALUE.matcher(literal).replaceAll("")).matches()) said.add(name + literal);
            });
            SHOWN.matcher(code).results().forEach(it -> said.add(name + it.group()));
        }

        assertThat(said).isEmpty();
    }
}
