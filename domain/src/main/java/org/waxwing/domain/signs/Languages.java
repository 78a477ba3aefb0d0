package org.waxwing.domain.signs;

import java.util.Set;

/** The smallest words of the languages that the vocabulary speaks: by them a text is known to be of one of these. */
final class Languages {
    private static final int ENOUGH = 2;
    private static final Set<String> SMALL = Set.of(
            "the", "an", "by", "in", "on", "if", "was", "you", "your", "not", "be", "will", "about", "since", "from",
            "and", "of", "to", "is", "at", "it", "for", "with", "this", "der", "die", "dem", "im", "am", "von", "fur",
            "bei", "das", "und", "ist", "nicht", "ein", "eine", "zu", "den", "mit", "auf", "du", "et", "au", "aux",
            "vous", "nous", "votre", "le", "les", "des", "est", "pour", "avec", "une", "sur", "el", "los", "las", "del",
            "que", "para", "con", "por", "una", "il", "gli", "di", "per", "sono", "della", "het", "een", "van", "op",
            "voor", "met", "naar", "w", "na", "do", "z", "si", "nie", "jest", "o", "os", "um", "uma", "da", "em", "no",
            "ve", "bir", "bu", "ile", "icin", "de", "la", "en", "и", "в", "не", "на", "с", "что", "для", "по");

    private Languages() {}

    /** Whether a folded text is of one of them. */
    static boolean isKnown(String folded) {
        int found = 0;
        for (int start = 0; start < folded.length();) {
            int end = folded.indexOf(' ', start);
            if (end < 0) end = folded.length();
            if (SMALL.contains(folded.substring(start, end)) && ++found >= ENOUGH) return true;
            start = end + 1;
        }
        return folded.chars().anyMatch(it -> Folding.isUnspaced((char) it));
    }
}
