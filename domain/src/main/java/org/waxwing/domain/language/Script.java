package org.waxwing.domain.language;

import java.util.EnumMap;
import java.util.Map;

/** How a text is written, for the most part. */
enum Script {
    LATIN,
    CYRILLIC,
    ARABIC,
    DEVANAGARI,
    GREEK,
    HEBREW,
    THAI,
    HANGUL,
    HAN,
    /** Chinese characters with kana among them. */
    JAPANESE,
    /** Too few letters, or no writing has most of them. */
    NONE;

    private static final int FEWEST = 8;
    private static final int FEWEST_SPACED = 24;
    // a character of these stands for about as much as three letters
    private static final int DENSE = 3;
    private static final int MOST_OF_TEN = 6;
    private static final int KANA_SHARE = 12;

    static Script of(String text) {
        var counts = new EnumMap<Script, Integer>(Script.class);
        text.codePoints().filter(Character::isLetter).forEach(it -> counts.merge(of(it), 1, Integer::sum));
        counts.remove(NONE);
        // kana among the characters make all of them Japanese
        int kana = counts.getOrDefault(JAPANESE, 0);
        int han = counts.getOrDefault(HAN, 0);
        if (kana > 0 && kana * KANA_SHARE >= han) {
            counts.remove(HAN);
            counts.put(JAPANESE, kana + han);
        }
        long all = counts.entrySet().stream().mapToLong(it -> weight(it.getKey(), it.getValue())).sum();
        for (Map.Entry<Script, Integer> it : counts.entrySet()) {
            int fewest = it.getKey().isDense() ? FEWEST : FEWEST_SPACED;
            if (it.getValue() >= fewest && weight(it.getKey(), it.getValue()) * 10 >= all * MOST_OF_TEN)
                return it.getKey();
        }
        return NONE;
    }

    private boolean isDense() {
        return this == HAN || this == JAPANESE || this == HANGUL;
    }

    private static long weight(Script script, int letters) {
        return script.isDense() ? (long) letters * DENSE : letters;
    }

    private static Script of(int letter) {
        return switch (Character.UnicodeScript.of(letter)) {
            case LATIN -> LATIN;
            case CYRILLIC -> CYRILLIC;
            case ARABIC -> ARABIC;
            case DEVANAGARI -> DEVANAGARI;
            case GREEK -> GREEK;
            case HEBREW -> HEBREW;
            case THAI -> THAI;
            case HANGUL -> HANGUL;
            case HAN -> HAN;
            case HIRAGANA, KATAKANA -> JAPANESE;
            default -> NONE;
        };
    }
}
