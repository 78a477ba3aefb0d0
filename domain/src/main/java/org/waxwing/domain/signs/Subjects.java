package org.waxwing.domain.signs;

import java.util.List;
import java.util.Locale;

/** What mail programs write before a subject. */
final class Subjects {
    private static final List<String> FORWARDS = List.of(
            "fwd:", "fw:", "wg:", "tr:", "rv:", "i:", "doorst:", "pd:", "enc:", "ilt:", "转发:", "转发：", "轉寄:", "fwd：");
    private static final List<String> ANSWERS = List.of(
            "re:", "aw:", "antw:", "sv:", "rif:", "odp:", "ynt:", "回复:", "回复：", "回覆:", "答复:", "答复：", "re：", "ref:",
            "res:", "r:");

    private Subjects() {}

    static boolean forwards(String subject) {
        return beginsAny(subject, FORWARDS);
    }

    static boolean answers(String subject) {
        return beginsAny(subject, ANSWERS);
    }

    private static boolean beginsAny(String subject, List<String> beginnings) {
        var start = subject.substring(0, Math.min(subject.length(), 8)).toLowerCase(Locale.ROOT);
        for (var beginning : beginnings) if (start.startsWith(beginning)) return true;
        return false;
    }
}
