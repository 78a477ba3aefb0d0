package org.waxwing.domain.content;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The signs by which mail programs introduce what they repeat of earlier messages, in the languages that they speak.
 * Lines are looked at, never changed; every question takes time in proportion to what is asked, at most.
 */
public final class QuoteSigns {
    private static final int LONGEST_ATTRIBUTION = 400;
    private static final int LINES_OF_A_HEAD = 10;

    // "On Friday, Klara wrote:" at the end of a line before a quotation
    private static final Pattern ATTRIBUTION = Pattern.compile(
            "(?:wrote|writes|schrieb|schreibt|écrit|escribió|escreveu|scritto|schreef|skrev|napsal|napisał|writes"
                    + "|写道|寫道|のメール|написал)[^:：]{0,120}[:：]\\s*$");
    private static final Pattern OLD_MAIL = Pattern.compile(
            "^-{2,}\\s?(?:Original Message|Original-Nachricht|Ursprüngliche Nachricht|Message d'origine"
                    + "|Mensaje original|Messaggio originale|Oorspronkelijk bericht|原始邮件|原始郵件|原邮件|回复的原邮件)"
                    + "\\s?-{2,}\\s*$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern FORWARDED = Pattern.compile(
            "(?:^-{2,}\\s?(?:Forwarded message|Weitergeleitete Nachricht|转发的邮件|转发邮件|Forwarded by.{0,80})\\s?-{2,}\\s*$)"
                    + "|(?:^(?:Begin forwarded message|Anfang der weitergeleiteten (?:Nachricht|E-Mail)|开始转发的邮件"
                    + "|Begin Forwarded Message)\\s*[:：]\\s*$)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern FROM = label("From|Von|De|Da|Van|Od|Från|Fra|发件人|寄件者|寄件人|差出人");
    private static final Pattern WHEN = label(
            "Sent|Date|Gesendet|Datum|Envoyé|Enviado|Enviada em|Data|Fecha|Inviato|Verzonden|Wysłano|Skickat|Sendt"
                    + "|发送时间|发送日期|时间|日期|寄件日期|寄件時間|傳送時間|送信日時");
    private static final Pattern ABOUT = label(
            "Subject|Betreff|Objet|Asunto|Assunto|Oggetto|Onderwerp|Temat|Ämne|Emne|主题|主題|主旨|件名");

    private QuoteSigns() {}

    /** Whether this line says who wrote what follows. */
    public static boolean introduces(String line) {
        return line.length() <= LONGEST_ATTRIBUTION && ATTRIBUTION.matcher(line).find();
    }

    /** Whether everything below this line was repeated. */
    public static boolean beginsOldMail(String line) {
        return line.length() <= LONGEST_ATTRIBUTION && OLD_MAIL.matcher(line.strip()).find();
    }

    /** Whether below this line stands what was passed on: it was repeated to be read. */
    public static boolean forwards(String line) {
        return line.length() <= LONGEST_ATTRIBUTION && FORWARDED.matcher(line.strip()).find();
    }

    /**
     * Whether these lines begin with the head of an earlier message as Outlook repeats it: who, when and about what.
     *
     * @param lines from the one in question on, without empty ones; more than ten are not looked at
     */
    public static boolean isHead(List<String> lines) {
        if (lines.isEmpty() || !begins(FROM, lines.getFirst())) return false;
        var head = lines.subList(0, Math.min(lines.size(), LINES_OF_A_HEAD));
        return head.stream().anyMatch(line -> begins(WHEN, line))
                && head.stream().anyMatch(line -> begins(ABOUT, line));
    }

    private static boolean begins(Pattern label, String line) {
        return label.matcher(line).lookingAt();
    }

    private static Pattern label(String words) {
        // Outlook sets them in bold, which plain text shows as stars
        return Pattern.compile("\\s*\\*?(?:" + words + ")\\s?\\*?\\s?[:：]", Pattern.UNICODE_CASE);
    }
}
