package org.waxwing.mail.mime;

/** Text in which lines were broken for old programs and are to be joined again (RFC 3676, format=flowed). */
final class FlowedText {
    private static final String SIGNATURE = "-- ";

    private FlowedText() {}

    /** @param deletesSpace whether the space at the end of a broken line is not part of the text (DelSp=yes) */
    static String join(String text, boolean deletesSpace) {
        var out = new StringBuilder(text.length());
        int openDepth = -1;
        for (var line : (Iterable<String>) text.lines()::iterator) {
            int depth = 0;
            while (depth < line.length() && line.charAt(depth) == '>') depth++;
            var words = line.substring(depth);
            if (words.startsWith(" ")) words = words.substring(1);
            boolean signature = words.equals(SIGNATURE);
            if (openDepth != depth || signature) {
                if (openDepth >= 0) out.append('\n');
                out.append(">".repeat(depth)).append(depth > 0 ? " " : "");
            }
            boolean flows = words.endsWith(" ") && !signature;
            out.append(flows && deletesSpace ? words.substring(0, words.length() - 1) : words);
            if (!flows) out.append('\n');
            openDepth = flows ? depth : -1;
        }
        return out.toString();
    }
}
