package org.waxwing.bootstrap.bench.corpus;

import static org.waxwing.bootstrap.demo.mime.TransferEncoding.BASE64;
import static org.waxwing.bootstrap.demo.mime.TransferEncoding.EIGHT_BIT;
import static org.waxwing.bootstrap.demo.mime.TransferEncoding.QUOTED_PRINTABLE;
import static org.waxwing.bootstrap.demo.mime.TransferEncoding.SEVEN_BIT;

import java.util.List;
import java.util.random.RandomGenerator;

/** What people write in, and how their programs encode it. */
final class Language {
    static final Language ENGLISH = new Language(
            68,
            "",
            "Ada Bell,Tom Reed,Grace Lane,Noah Finch,Ivy Marsh",
            Coding.of("US-ASCII", SEVEN_BIT),
            Coding.of("UTF-8", SEVEN_BIT),
            Coding.of("windows-1252", QUOTED_PRINTABLE),
            Coding.of("UTF-8", BASE64));
    static final Language GERMAN = new Language(
            9,
            "über für Grüße möchte Straße Bücher schön können nächste Übersicht müssen Änderung größer Prüfung später"
                    + " würde Vorschläge hätten Menschen Rechnung und nicht werden bitte morgen Sitzung Vertrag",
            "Jürgen Weiß,Käthe Müller,Sören Groß,Änne Schäfer",
            Coding.of("ISO-8859-1", QUOTED_PRINTABLE),
            Coding.of("UTF-8", EIGHT_BIT),
            Coding.of("windows-1252", EIGHT_BIT),
            Coding.of("UTF-8", BASE64));
    static final Language FRENCH = new Language(
            5,
            "réunion été après déjà où français élève problème très naïve façon garçon hôtel être année reçu réponse"
                    + " semaine demain avec pour nous projet facture bientôt",
            "Éloïse Lefèvre,François Bénard,Zoë Crépin",
            Coding.of("ISO-8859-1", EIGHT_BIT),
            Coding.of("UTF-8", QUOTED_PRINTABLE),
            Coding.of("windows-1252", QUOTED_PRINTABLE));
    static final Language SPANISH = new Language(
            5,
            "mañana año reunión información también está número después niño más aquí señor corazón canción adiós"
                    + " gracias factura proyecto semana para nosotros",
            "Íñigo Núñez,María Peña,José Ibáñez",
            Coding.of("ISO-8859-1", QUOTED_PRINTABLE),
            Coding.of("UTF-8", QUOTED_PRINTABLE));
    static final Language RUSSIAN = new Language(
            5,
            "встреча завтра отчёт проект договор сегодня письмо работа вопрос время неделя документ счёт ответ решение"
                    + " новый список город человек",
            "Анна Орлова,Иван Соколов,Пётр Лебедев",
            Coding.of("KOI8-R", BASE64),
            Coding.of("KOI8-R", EIGHT_BIT),
            Coding.of("UTF-8", BASE64));
    static final Language JAPANESE = new Language(
            4,
            "会議は明日の午後です 資料を送ります よろしくお願いします 請求書を確認してください 新しい計画について"
                    + " 来週の予定 ありがとうございます 報告書が完成しました",
            "佐藤花子,鈴木一郎",
            Coding.of("ISO-2022-JP", SEVEN_BIT),
            Coding.of("UTF-8", BASE64));
    static final Language CHINESE = new Language(
            4,
            "会议安排在明天下午 请查看附件 谢谢您的回复 项目进度报告 下周的计划 发票已经寄出 新的合同 我们需要讨论",
            "王小明,李静",
            Coding.of("GB18030", BASE64),
            Coding.of("UTF-8", BASE64));

    private static final List<Language> ALL = List.of(ENGLISH, GERMAN, FRENCH, SPANISH, RUSSIAN, JAPANESE, CHINESE);

    /** Of a hundred correspondents. */
    private final int share;
    private final List<String> words;
    private final List<String> names;
    private final List<Coding> codings;

    private Language(int share, String words, String names, Coding... codings) {
        this.share = share;
        this.words = words.isEmpty() ? List.of() : List.of(words.split(" "));
        this.names = List.of(names.split(","));
        this.codings = List.of(codings);
    }

    static Language any(RandomGenerator random) {
        int left = random.nextInt(100);
        for (var language : ALL) {
            left -= language.share;
            if (left < 0) return language;
        }
        return ENGLISH;
    }

    /** Words of its own; none for English, which has the whole vocabulary. */
    List<String> words() {
        return words;
    }

    boolean hasSpaces() {
        return this != JAPANESE && this != CHINESE;
    }

    String name(RandomGenerator random) {
        return names.get(random.nextInt(names.size()));
    }

    Coding coding(RandomGenerator random) {
        return codings.get(random.nextInt(codings.size()));
    }
}
