package org.waxwing.html.owasp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What mail was seen or could be made to carry, by group; a line of two percent signs parts one from the next. */
public final class Payloads {
    /** The groups. */
    public static final List<String> GROUPS = List.of(
            "classics", "handlers", "addresses", "svg-and-math", "mutations", "styles", "loading-and-leaving",
            "encodings-and-sizes");

    private static final Map<String, List<String>> READ = new ConcurrentHashMap<>();

    private Payloads() {}

    /** All of them. */
    public static List<String> all() {
        var all = new ArrayList<String>();
        for (var group : GROUPS) all.addAll(of(group));
        return all;
    }

    /** Those of one group. */
    public static List<String> of(String group) {
        return READ.computeIfAbsent(group, Payloads::read);
    }

    private static List<String> read(String group) {
        try (var collection = Payloads.class.getResourceAsStream("payloads/" + group + ".txt")) {
            if (collection == null) throw new IllegalStateException("There is no group " + group);
            var text = new String(collection.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.split("\n%%\n", -1))
                    .filter(it -> !it.isBlank())
                    .map(Payloads::unescaped)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // control characters would not survive an editor
    private static String unescaped(String vector) {
        return vector.replace("{NUL}", "\0").replace("{TAB}", "\t").replace("{LF}", "\n").replace("{FF}", "\f");
    }
}
