package org.waxwing.web.faces;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/** What every page and tag keeps to. */
class PagesTest {
    static final Path META = Path.of("src/main/resources/META-INF");
    private static final int MOST_LINES = 120;
    private static final Pattern EXPRESSION = Pattern.compile("#\\{[^}]*}");
    private static final Pattern LETTER = Pattern.compile("\\p{L}");
    private static final Set<String> SAID = Set.of(
            "title", "aria-label", "alt", "placeholder", "label", "heading", "saying", "note", "legend", "text",
            "header", "message");

    static List<Path> pages() throws IOException {
        return files(META, ".xhtml");
    }

    static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> path.toString().endsWith(ending)).sorted().toList();
        }
    }

    @TestFactory
    Stream<DynamicTest> keeps_the_rules_of_the_house() throws IOException {
        return pages().stream().map(page -> DynamicTest.dynamicTest(page.getFileName().toString(), () -> {
            assertThat(Files.readAllLines(page)).hasSizeLessThan(MOST_LINES);
            var offences = new ArrayList<String>();
            walk(page, node -> check(node, offences));
            assertThat(offences).isEmpty();
        }));
    }

    @Test
    void uses_only_tags_that_exist() throws IOException {
        var taglib = Files.readString(META.resolve("waxwing.taglib.xml"));
        var used = new TreeSet<String>();
        for (var page : pages())
            walk(page, node -> {
                if (node instanceof Element it && it.getTagName().startsWith("m:")) used.add(it.getLocalName());
            });

        assertThat(used).isNotEmpty().allMatch(tag -> taglib.contains("<tag-name>" + tag + "</tag-name>"));
    }

    @Test
    void draws_only_icons_that_exist() throws IOException {
        var sprite = Files.readString(META.resolve("resources/assets/icons.svg"));
        var used = new TreeSet<String>();
        for (var page : pages())
            walk(page, node -> {
                if (!(node instanceof Element it)) return;
                var name = it.getTagName().equals("m:icon") ? it.getAttribute("name") : it.getAttribute("picture");
                if (!name.isEmpty() && !name.contains("#")) used.add(name);
            });

        assertThat(used).isNotEmpty().allMatch(name -> sprite.contains("<symbol id=\"" + name + "\""));
    }

    private static void check(Node node, List<String> offences) {
        if (node instanceof Text text && isSaid(text.getData()))
            offences.add("literal text: " + text.getData().strip());
        if (!(node instanceof Element element)) return;
        if (element.getTagName().equals("script") && element.hasChildNodes()) offences.add("script block");
        if (element.getTagName().equals("style")) offences.add("style block");
        var attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            var name = attributes.item(i).getNodeName();
            var value = attributes.item(i).getNodeValue();
            if (name.equals("style") || name.startsWith("on")) offences.add(name + "=" + value);
            if (name.equals("escape")) offences.add("escape=" + value);
            if (SAID.contains(name) && isSaid(value)) offences.add("literal " + name + ": " + value);
        }
    }

    private static boolean isSaid(String text) {
        return LETTER.matcher(EXPRESSION.matcher(text).replaceAll("")).find();
    }

    private static void walk(Path page, Consumer<Node> visitor) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            visit(factory.newDocumentBuilder().parse(page.toFile()), visitor);
        } catch (Exception e) {
            throw new AssertionError(page + " is no well-formed page", e);
        }
    }

    private static void visit(Node node, Consumer<Node> visitor) {
        visitor.accept(node);
        for (var child = node.getFirstChild(); child != null; child = child.getNextSibling()) visit(child, visitor);
    }
}
