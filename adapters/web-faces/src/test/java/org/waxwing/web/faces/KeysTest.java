package org.waxwing.web.faces;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The table of commands and their keys. */
class KeysTest {
    private static final Pattern LINE = Pattern.compile(
            "\\{ id: '([^']+)', group: '([^']+)', keys: \\[([^\\]]*)](?:, icon: '([^']+)', word: '([^']+)')?");
    private static final Pattern KEY = Pattern.compile("'([^']+)'");
    private static final Pattern PROVIDED = Pattern.compile("provide\\('([^']+)'");

    /** What the design promises, whether it works already or is only kept. */
    private static final Map<String, List<String>> PROMISED = Map.ofEntries(
            Map.entry("next", List.of("j", "ArrowDown")),
            Map.entry("previous", List.of("k", "ArrowUp")),
            Map.entry("open", List.of("o", "Enter")),
            Map.entry("close", List.of("u", "Escape")),
            Map.entry("archive", List.of("e")),
            Map.entry("trash", List.of("#", "Delete")),
            Map.entry("reply", List.of("r")),
            Map.entry("reply-all", List.of("a")),
            Map.entry("forward", List.of("f")),
            Map.entry("compose", List.of("c")),
            Map.entry("send", List.of("Mod+Enter")),
            Map.entry("search", List.of("/")),
            Map.entry("help", List.of("?")),
            Map.entry("choose", List.of("x")),
            Map.entry("choose-down", List.of("J")),
            Map.entry("choose-up", List.of("K")),
            Map.entry("choose-all", List.of("* a")),
            Map.entry("choose-none", List.of("* n")),
            Map.entry("star", List.of("s")),
            Map.entry("unread", List.of("U")),
            Map.entry("read", List.of("I")),
            Map.entry("label", List.of("l")),
            Map.entry("move", List.of("v")),
            Map.entry("snooze", List.of("b")),
            Map.entry("spam", List.of("!")),
            Map.entry("mute", List.of("m")),
            Map.entry("later", List.of("w")),
            Map.entry("aside", List.of("t")),
            Map.entry("undo", List.of("z")),
            Map.entry("why", List.of("i")),
            Map.entry("palette", List.of("Mod+k")),
            Map.entry("copilot", List.of("Mod+j")),
            Map.entry("go-imbox", List.of("g i")),
            Map.entry("go-feed", List.of("g f")),
            Map.entry("go-paper", List.of("g p")),
            Map.entry("go-screener", List.of("g s")),
            Map.entry("go-drafts", List.of("g d")),
            Map.entry("go-sent", List.of("g t")),
            Map.entry("go-all", List.of("g a")));

    private record Command(List<String> keys, String icon, String word) {}

    private static Map<String, Command> table() throws IOException {
        var table = new LinkedHashMap<String, Command>();
        var text = Files.readString(PagesTest.META.resolve("resources/assets/js/keymap.js"));
        LINE.matcher(text).results().forEach(line -> {
            var keys = KEY.matcher(line.group(3))
                    .results()
                    .map(key -> key.group(1))
                    .toList();
            var icon = line.group(4) == null ? "" : line.group(4);
            var word = line.group(5) == null ? "" : line.group(5);
            assertThat(table.put(line.group(1), new Command(keys, icon, word)))
                    .as(line.group(1) + " stands there once")
                    .isNull();
        });
        assertThat(table).as("every line is understood")
                .hasSize((int) text.lines().filter(it -> it.contains("{ id: '")).count());
        return table;
    }

    private static List<String> keys() throws IOException {
        var keys = new ArrayList<String>();
        table().values().forEach(it -> keys.addAll(it.keys()));
        return keys;
    }

    @Test
    void are_given_away_once() throws IOException {
        assertThat(keys()).contains("j", "?", "g i").doesNotHaveDuplicates();
    }

    @Test
    void begin_no_sequence_with_a_key_that_does_something_itself() throws IOException {
        var keys = keys();

        assertThat(keys.stream().filter(key -> key.contains(" ")).map(key -> key.substring(0, key.indexOf(' '))))
                .isNotEmpty()
                .allMatch(first -> !keys.contains(first));
    }

    @Test
    void are_those_that_the_design_promises() throws IOException {
        var table = table();

        PROMISED.forEach((id, keys) -> assertThat(table.get(id)).as(id).extracting(Command::keys).isEqualTo(keys));
    }

    @Test
    void belong_to_commands_that_scripts_provide_with_a_word_and_a_picture() throws IOException {
        var table = table();
        var sprite = Files.readString(PagesTest.META.resolve("resources/assets/icons.svg"));
        var provided = new TreeSet<String>();
        for (var script : PagesTest.files(PagesTest.META.resolve("resources/assets/js"), ".js"))
            PROVIDED.matcher(Files.readString(script)).results().forEach(it -> provided.add(it.group(1)));

        assertThat(provided).contains("help", "next").allMatch(id -> table.containsKey(id));
        assertThat(table.entrySet().stream().filter(it -> it.getValue().word().isEmpty()).map(Map.Entry::getKey))
                .doesNotContainAnyElementsOf(provided);
        assertThat(table.values().stream().map(Command::icon).filter(it -> !it.isEmpty()))
                .allMatch(icon -> sprite.contains("<symbol id=\"" + icon + "\""));
    }
}
