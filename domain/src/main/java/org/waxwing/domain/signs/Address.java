package org.waxwing.domain.signs;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.mailbox.MessageHeaders;

/**
 * Finds where a message speaks to its reader by name. Programs put the name into greetings; only people turn to somebody
 * in the middle of what they say.
 */
final class Address {
    private static final int SHORTEST = 3;
    private static final int LOOKED_AT = 200;
    // a name at the end of a question of fewer words is what advertisements ask: "Ready, Anna?"
    private static final int FEW_WORDS = 4;

    private Address() {}

    /** What the reader may be called: parts of the own addresses, and the names that are written beside them. */
    static Set<String> names(MessageHeaders headers, Set<String> own) {
        var names = new HashSet<String>();
        for (var key : own) {
            int at = key.lastIndexOf('@');
            if (at > 0) add(key.substring(0, at), names);
        }
        for (var addresses : List.of(headers.to(), headers.cc()))
            for (EmailAddress address : addresses.subList(0, Math.min(addresses.size(), LOOKED_AT)))
                if (own.contains(address.key())) add(address.name().clipped(80).value(), names);
        return names;
    }

    private static void add(String text, Set<String> names) {
        for (var word : Folding.of(text).strip().split(" ", -1))
            if (word.length() >= SHORTEST && word.chars().allMatch(Character::isLetter)) names.add(word);
    }

    /** Whether one of these names is spoken to outside of a greeting. */
    static boolean calls(String text, Set<String> names) {
        if (names.isEmpty()) return false;
        int line = 0;
        for (var words : (Iterable<String>) text.lines()::iterator) {
            if (words.isBlank()) continue;
            if (callsIn(words.strip(), names, line++ == 0)) return true;
        }
        return false;
    }

    private static boolean callsIn(String line, Set<String> names, boolean first) {
        for (int start = 0; start < line.length();) {
            if (!Character.isLetter(line.charAt(start))) {
                start++;
                continue;
            }
            int end = start;
            while (end < line.length() && Character.isLetterOrDigit(line.charAt(end))) end++;
            boolean spelled = Character.isUpperCase(line.charAt(start)) || (start > 0 && line.charAt(start - 1) == '@');
            if (spelled && end - start >= SHORTEST && names.contains(Folding.of(line.substring(start, end)).strip())
                    && isCall(line, start, end, first))
                return true;
            start = end;
        }
        return false;
    }

    private static boolean isCall(String line, int start, int end, boolean first) {
        char before = start == 0 ? ' ' : line.charAt(start - 1);
        boolean mentioned = before == '@' && (start < 2 || line.charAt(start - 2) == ' ');
        if (mentioned) return end < line.length() && line.charAt(end) == ' ';
        var said = line.substring(0, start).stripTrailing();
        var rest = line.substring(end);
        boolean begins = said.isEmpty() || "\"“„«(".indexOf(said.charAt(said.length() - 1)) >= 0;
        boolean ends = !begins && ".!?,;:–-".indexOf(said.charAt(said.length() - 1)) >= 0;
        // a name alone on the first line, or before the rest of it, is how letters of programs begin
        if (begins) return !(first && said.isEmpty()) && goesOn(rest);
        if (!ends) return false;
        if (rest.startsWith("?")) return said.split(" ", -1).length > FEW_WORDS;
        return goesOn(rest);
    }

    /** Whether something is said after the name, other than a second name. */
    private static boolean goesOn(String rest) {
        if (rest.startsWith(":")) return rest.length() > 2;
        boolean comma = rest.startsWith(",") || rest.startsWith("，") || rest.startsWith(" -") || rest.startsWith(" –");
        var more = (comma ? rest.substring(1) : rest).strip();
        if (more.split(" ", -1).length < 2) return false;
        if (comma) return Character.isLetter(more.charAt(0));
        return rest.startsWith(" ") && (Character.isLowerCase(more.charAt(0)) || more.startsWith("I "));
    }
}
