package org.waxwing.domain.signs;

import java.util.List;

/** Finds in a service's mail the place where somebody else begins to speak. */
final class Relays {
    private static final int HEAD_LINES = 8;
    private static final int LONGEST_HEAD = 160;
    private static final int FEW_WORDS = 5;
    private static final int A_SENTENCE = 6;
    private static final int GREETING = 20;
    private static final int LONGEST_NAME = 40;
    private static final String OPENING = "\"\u201c\u201e\u00ab\u300c\u300e";
    private static final String CLOSING = "\"\u201d\u201c\u00bb\u300d\u300f";

    private static final List<String> TITLES = List.of("女士", "先生", "老师", "老師", "小姐", "医生", "护士", "阿姨", "さん", "様");

    private Relays() {}

    /** Whether a line near the beginning says who wrote what follows, or is somebody's speech. */
    static boolean in(String text) {
        var lines = text.lines().filter(it -> !it.isBlank()).limit(HEAD_LINES).map(String::strip).toList();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (isQuoted(line) || isScript(line)) return true;
            if (line.length() > LONGEST_HEAD) continue;
            boolean introduces = line.endsWith(":") || line.endsWith("\uff1a");
            var folded = Folding.of(line);
            if ((introduces || WordSigns.count(folded) <= FEW_WORDS) && Vocabulary.in(folded).has(Wording.RELAY))
                return true;
            if (introduces && i + 1 < lines.size() && begins(lines.get(i + 1))) return true;
        }
        return false;
    }

    /** Whether a line begins as what somebody said. */
    private static boolean begins(String line) {
        if (OPENING.indexOf(line.charAt(0)) >= 0) return true;
        var start = line.substring(0, Math.min(line.length(), GREETING));
        return Vocabulary.in(Folding.of(start)).has(Wording.GREETING);
    }

    /** A whole sentence between quotation marks in which somebody speaks or asks. */
    private static boolean isQuoted(String line) {
        return line.length() > 2 && OPENING.indexOf(line.charAt(0)) >= 0
                && CLOSING.indexOf(line.charAt(line.length() - 1)) >= 0 && speaks(line);
    }

    /** "Nurse Aylin: bring her glasses, would you?": a name, and what is said. */
    private static boolean isScript(String line) {
        int colon = line.indexOf(':') < 0 ? line.indexOf('\uff1a') : line.indexOf(':');
        if (colon < 2 || colon > LONGEST_NAME || !isName(line.substring(0, colon))) return false;
        var said = line.substring(colon + 1).strip();
        // a title between quotation marks is what digests show
        return !said.isEmpty() && OPENING.indexOf(said.charAt(0)) < 0 && speaks(said);
    }

    /** One to four words in capitals. */
    private static boolean isName(String words) {
        var parts = words.strip().split(" ", -1);
        if (parts.length > 4) return false;
        for (var part : parts) {
            if (part.isEmpty()) return false;
            char first = part.charAt(0) == '(' && part.length() > 1 ? part.charAt(1) : part.charAt(0);
            if (Folding.isUnspaced(first)) return isAddressed(part);
            if (!Character.isUpperCase(first)) return false;
        }
        return true;
    }

    /** Whether a name in a writing without capitals shows by its end that it is one. */
    private static boolean isAddressed(String name) {
        for (var title : TITLES) if (name.endsWith(title)) return true;
        return false;
    }

    private static boolean speaks(String words) {
        var folded = Folding.of(words);
        if (WordSigns.count(folded) < A_SENTENCE) return false;
        var found = Vocabulary.in(folded);
        return found.count(Wording.SELF) > found.count(Wording.BUTTON) || found.has(Wording.PERSONAL)
                || words.indexOf('?') >= 0 || words.indexOf('\uff1f') >= 0;
    }
}
