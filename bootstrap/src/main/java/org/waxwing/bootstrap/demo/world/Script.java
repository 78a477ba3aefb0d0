package org.waxwing.bootstrap.demo.world;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads one script: letters, each opened by a line of the form
 * {@code @ key [re key | fwd key] moment from > to, to ; cc cc, cc ; bcc bcc}.
 *
 * <p>Lines of a capital letter and a colon follow, then an empty line and the text. S is the subject (a reply has its
 * parent's), A an attachment, I a picture inside, E a calendar object, T the layout of a machine's mail, F the folder
 * for an owner, X flags for an owner, C charset and encoding, H a header line, D a draft of an owner, Q what is quoted.
 * Moments are those of {@link Timeline}. A line {@code folder: …} before the first letter holds for all of them.
 */
final class Script {
    private static final Pattern OPENING = Pattern
            .compile("@ (\\S+) (?:(re|fwd) (\\S+) )?([-+]\\S+(?: \\w{3})?(?: \\d\\d:\\d\\d)?) (\\S+) > ([^;]*)(.*)");
    private static final Pattern DIRECTIVE = Pattern.compile("([A-Z]): ?(.*)");

    private final String name;
    private final Cast cast;
    private final Timeline timeline;
    private final List<Letter> letters = new ArrayList<>();
    private String folders = "";

    private Script(String name, Cast cast, Timeline timeline) {
        this.name = name;
        this.cast = cast;
        this.timeline = timeline;
    }

    /** The letters in the order of the script, which is also their order in time within a conversation. */
    static List<Letter> letters(String name, List<String> lines, Cast cast, Timeline timeline) {
        var script = new Script(name, cast, timeline);
        var block = new ArrayList<String>();
        for (var line : lines) {
            if (line.startsWith("@ ")) {
                script.read(block);
                block.clear();
            }
            if (!line.startsWith("#!")) block.add(line);
        }
        script.read(block);
        return script.letters;
    }

    private void read(List<String> block) {
        if (block.isEmpty()) return;
        var opening = OPENING.matcher(block.getFirst());
        if (!opening.matches()) {
            if (block.getFirst().startsWith("@")) {
                throw new IllegalArgumentException(name + ": not an opening line: " + block.getFirst());
            }
            for (var line : block) if (line.startsWith("folder: ")) folders = line.substring(8);
            return;
        }
        var date = timeline.moment(opening.group(4), previous());
        var tokens = new Tokens(timeline.now().atZone(Timeline.HOME).toLocalDate());
        block.replaceAll(line -> tokens.filled(line, date.toLocalDate()));
        var directives = new HashMap<String, List<String>>();
        int at = 1;
        for (; at < block.size(); at++) {
            var directive = DIRECTIVE.matcher(block.get(at));
            if (!directive.matches()) break;
            directives.computeIfAbsent(directive.group(1), k -> new ArrayList<>()).add(directive.group(2));
        }
        if (!folders.isEmpty()) directives.put("G", List.of(folders));
        var body = String.join("\n", block.subList(at, block.size())).strip();
        var relation = opening.group(2) == null ? "" : opening.group(2);
        var parent = opening.group(3) == null ? "" : name + "/" + opening.group(3);
        var copies = copies(opening.group(7));
        letters.add(new Letter(
                name + "/" + opening.group(1),
                relation,
                parent,
                date,
                cast.person(opening.group(5)),
                cast.people(opening.group(6)),
                cast.people(copies.getOrDefault("cc", "")),
                cast.people(copies.getOrDefault("bcc", "")),
                directives,
                body));
    }

    private ZonedDateTime previous() {
        return letters.isEmpty()
                ? timeline.now().atZone(Timeline.HOME)
                : letters.getLast().date();
    }

    private static Map<String, String> copies(String text) {
        var copies = new HashMap<String, String>();
        for (var part : text.split(";", -1)) {
            var words = part.strip();
            var space = words.indexOf(' ');
            if (space > 0) copies.put(words.substring(0, space), words.substring(space + 1));
        }
        return copies;
    }
}
