package org.waxwing.domain.signs;

import java.util.List;
import java.util.Locale;

/** What mail programs write before a subject. */
final class Subjects {
    private static final int LONGEST = 24;
    private static final List<String> FORWARDS = List.of(
            "fwd:", "fw:", "wg:", "tr:", "rv:", "i:", "doorst:", "pd:", "enc:", "ilt:", "转发:", "转发：", "轉寄:", "fwd：");
    private static final List<String> ANSWERS = List.of(
            "re:", "aw:", "antw:", "sv:", "rif:", "odp:", "ynt:", "回复:", "回复：", "回覆:", "答复:", "答复：", "re：", "ref:",
            "res:", "r:");

    private static final List<String> APPOINTMENT_ANSWERS = List.of(
            "accepted:", "declined:", "canceled:", "cancelled:", "canceled event:", "cancelled event:", "annulé",
            "cancelado", "annullat",
            "geannuleerd:", "odwołan", "iptal edildi", "отменено:", "已取消", "取消:", "取消：", "キャンセル:", "tentative:",
            "tentatively accepted:", "zugesagt:", "abgesagt:", "angenommen:",
            "abgelehnt:", "mit vorbehalt:", "accepté", "refusé", "aceptad", "rechazad", "accettat", "rifiutat",
            "geaccepteerd", "geweigerd", "zaakceptowan", "odrzucon", "aceite:", "recusad", "kabul edildi", "reddedildi",
            "принято:", "отклонено:", "已接受", "已拒绝", "已谢绝", "接受:", "接受：", "承諾", "辞退");

    private Subjects() {}

    static boolean answersAppointment(String subject) {
        return beginsAny(subject, APPOINTMENT_ANSWERS);
    }

    static boolean forwards(String subject) {
        return beginsAny(subject, FORWARDS);
    }

    static boolean answers(String subject) {
        return beginsAny(subject, ANSWERS);
    }

    private static boolean beginsAny(String subject, List<String> beginnings) {
        var start = subject.substring(0, Math.min(subject.length(), LONGEST)).toLowerCase(Locale.ROOT);
        for (var beginning : beginnings) if (start.startsWith(beginning)) return true;
        return false;
    }
}
