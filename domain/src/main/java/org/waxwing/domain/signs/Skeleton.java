package org.waxwing.domain.signs;

/**
 * What stays of a text when everything is taken away that differs between messages made from one form: numbers, names,
 * addresses.
 */
final class Skeleton {
    private static final int LOOKED_AT = 4_000;
    private static final int SUBJECT = 200;
    private static final int LONG_LINE = 60;
    private static final int SHAPE = 24;
    private static final int GREETING_LINE = 48;

    private Skeleton() {}

    /** A number for the constant words, near for texts which share most of them. */
    static long wording(String subject, String text) {
        var hash = new SimHash();
        words(hash, subject.substring(0, Math.min(subject.length(), SUBJECT)), 's');
        var start = text.substring(0, Math.min(text.length(), LOOKED_AT));
        for (var line : start.split("\n", -1)) {
            var stripped = line.strip();
            // Dear Ada,
            boolean greets = stripped.length() <= GREETING_LINE && (stripped.endsWith(",") || stripped.endsWith("!")
                    || stripped.endsWith("，") || stripped.endsWith("！"));
            if (!greets) words(hash, stripped, 't');
        }
        return hash.value();
    }

    private static void words(SimHash hash, String line, char where) {
        long before = where;
        boolean begins = true;
        int i = 0;
        while (i < line.length()) {
            int end = i;
            while (end < line.length() && !Character.isWhitespace(line.charAt(end))) end++;
            if (end > i) {
                var word = line.substring(i, end);
                if (isConstant(word, begins)) {
                    long here = SimHash.hash(Folding.of(word));
                    hash.add(SimHash.mix(here + where));
                    hash.add(SimHash.mix(before * 31 + here));
                    before = here;
                }
                char last = word.charAt(word.length() - 1);
                begins = last == '.' || last == '!' || last == '?' || last == ':';
            }
            i = end + 1;
        }
    }

    /** Neither a number nor an address nor what might be a name. */
    private static boolean isConstant(String word, boolean begins) {
        if (!begins && Character.isUpperCase(word.charAt(0))) return false;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (Character.isDigit(c) || c == '@' || c == '/' || c == '€' || c == '$') return false;
        }
        return true;
    }

    /** A number for the shape of the lines, near for texts of which most lines look alike. */
    static long shape(String text) {
        var hash = new SimHash();
        long before = 0;
        for (var line : text.split("\n", -1)) {
            var shape = shape(line.strip(), new StringBuilder(SHAPE));
            if (shape.isEmpty()) continue;
            long here = SimHash.hash(shape);
            hash.add(SimHash.mix(before * 31 + here));
            before = here;
        }
        return hash.value();
    }

    private static String shape(String line, StringBuilder out) {
        if (line.length() > LONG_LINE) return "long";
        for (int i = 0; i < line.length() && out.length() < SHAPE; i++) {
            char c = line.charAt(i);
            char kind = Character.isDigit(c) ? '9' : Character.isLetter(c) ? 'a' : c == ' ' || c == '\t' ? '_' : c;
            if (out.isEmpty() || out.charAt(out.length() - 1) != kind) out.append(kind);
        }
        return out.toString();
    }
}
