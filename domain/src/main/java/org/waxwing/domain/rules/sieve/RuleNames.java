package org.waxwing.domain.rules.sieve;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.rules.RuleCheck;

/** Finds names for rules in the comments of a script, and keeps them apart. */
final class RuleNames {
    // Roundcube and its kin: rule:[name]
    private static final Pattern RULE = Pattern.compile("rule:\\[([^\\n]{1,200})\\]");
    // others: Filter: name
    private static final Pattern TITLED = Pattern
            .compile("(?i)^\\s*(?:filter|name|rule|rulename|filtername|title)\\s*[:=]\\s*(\\S[^\\n]{0,200})$");
    private static final String FRAME = " \t\r#*=-";
    private static final int LONGEST = RuleCheck.LONGEST_NAME - 10;

    private final Map<String, Integer> used = new HashMap<>();

    /** What a comment calls the rule behind it, or {@code otherwise}. */
    static String of(String comment, String otherwise) {
        var found = otherwise;
        for (var line : comment.lines().toList()) {
            var rule = RULE.matcher(line);
            if (rule.find()) return rule.group(1).strip();
            var titled = TITLED.matcher(line);
            if (titled.find()) return titled.group(1).strip();
            var words = unframed(line);
            if (isName(words)) found = words;
        }
        return found;
    }

    /** Without the rows of signs that people put around comments. */
    private static String unframed(String line) {
        int start = 0;
        int end = line.length();
        while (start < end && FRAME.indexOf(line.charAt(start)) >= 0) start++;
        while (end > start && FRAME.indexOf(line.charAt(end - 1)) >= 0) end--;
        return line.substring(start, end);
    }

    private static boolean isName(String words) {
        var lower = words.toLowerCase(Locale.ROOT);
        return words.codePoints().anyMatch(Character::isLetterOrDigit)
                && !lower.startsWith("data:") && !lower.startsWith("do not edit") && !lower.startsWith("don't edit")
                && !lower.startsWith("generated") && !lower.startsWith("editor");
    }

    /** That name, with a number when it was given before; the line where there is none. */
    String next(String name, int line) {
        var words = new UntrustedText(name).onOneLine().clipped(LONGEST).value();
        var base = words.isEmpty() ? "Sieve " + line : words;
        int times = used.merge(base, 1, Integer::sum);
        return times == 1 ? base : base + " (" + times + ")";
    }
}
