package org.waxwing.bootstrap.demo.world;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The sentence above a quoted message, in the language and habit of the one who answers. */
final class Quotation {
    private Quotation() {}

    static String introduction(Person answering, Letter quoted) {
        var date = quoted.date().withZoneSameInstant(answering.zone());
        var name = quoted.from().name();
        var lang = answering.setting("lang", "en");
        return switch (lang) {
            case "de" -> "Am " + format("dd.MM.yyyy 'um' HH:mm", lang, date) + " schrieb " + name + ":";
            case "fr" -> "Le " + format("d MMMM yyyy 'à' HH:mm", lang, date) + ", " + name + " a écrit :";
            case "es" -> "El " + format("EEE, d MMM yyyy 'a las' H:mm", lang, date) + ", " + name + " escribió:";
            case "pl" -> format("EEE, d MMM yyyy 'o' HH:mm", lang, date) + " " + name + " napisał(a):";
            case "zh" -> "在 " + format("yyyy年M月d日 HH:mm", lang, date) + "，" + name + " 写道：";
            case "ja" -> format("yyyy年M月d日(E) H:mm", lang, date) + " " + name + ":";
            case "ru" -> format("d MMMM yyyy 'г.', HH:mm", lang, date) + ", " + name + " пишет:";
            default -> "On " + format("EEE, d MMM yyyy 'at' HH:mm", "en", date) + ", " + name + " wrote:";
        };
    }

    private static String format(String pattern, String lang, ZonedDateTime date) {
        return DateTimeFormatter.ofPattern(pattern, Locale.of(lang)).format(date);
    }
}
