package org.waxwing.mail.mime;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The texts of a message, sorted into the two ways of reading it (RFC 8621 §4.1.4). */
final class Bodies {
    private static final int LONGEST_TEXT = 2 << 20;
    private static final int LONGEST_HTML = 5 << 20;

    private final List<Piece> text = new ArrayList<>();
    private final List<Piece> html = new ArrayList<>();
    private int textRoom = LONGEST_TEXT;
    private int htmlRoom = LONGEST_HTML;

    private String offeredText = "";
    private String offeredHtml = "";

    /** One text part. */
    record Piece(boolean isHtml, String words) {
        private String asText() {
            return isHtml ? HtmlText.of(words) : words;
        }

        private String asHtml() {
            if (isHtml) return words;
            var escaped = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
            return "<div style=\"white-space:pre-wrap\">" + escaped + "</div>";
        }
    }

    /** How far both lists have come, so as to see what one part added. */
    record Mark(int text, int html) {}

    /** How many bytes of another text part are worth reading. */
    int room(boolean isHtml) {
        return Math.max(0, isHtml ? htmlRoom : textRoom);
    }

    void used(boolean isHtml, int bytes) {
        if (isHtml) htmlRoom -= bytes;
        else textRoom -= bytes;
    }

    void addText(Piece piece) {
        text.add(piece);
    }

    void addHtml(Piece piece) {
        html.add(piece);
    }

    /** Texts that stand in for those which the message itself does not have. */
    void offer(String plain, String markup) {
        if (offeredText.isBlank()) offeredText = plain.substring(0, Math.min(plain.length(), LONGEST_TEXT));
        if (offeredHtml.isBlank()) offeredHtml = markup.substring(0, Math.min(markup.length(), LONGEST_HTML));
    }

    Mark mark() {
        return new Mark(text.size(), html.size());
    }

    /** An alternative that had only one way of reading serves for both. */
    void completeSince(Mark mark) {
        boolean texts = text.size() > mark.text();
        boolean htmls = html.size() > mark.html();
        if (htmls && !texts) text.addAll(List.copyOf(html.subList(mark.html(), html.size())));
        if (texts && !htmls) html.addAll(List.copyOf(text.subList(mark.text(), text.size())));
    }

    /** The words to read; those of the HTML when the plain text is there but says nothing, as in many newsletters. */
    String text() {
        var words = words(text);
        if (words.isEmpty()) words = words(html);
        if (words.isEmpty()) words = offeredText.strip();
        return words.isEmpty() && !offeredHtml.isBlank() ? HtmlText.of(offeredHtml) : words;
    }

    private static String words(List<Piece> pieces) {
        return pieces.stream().map(Piece::asText).map(String::strip).filter(it -> !it.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    /** Nothing when the sender wrote no HTML. */
    String html() {
        if (html.stream().noneMatch(Piece::isHtml)) return offeredHtml;
        return html.size() == 1
                ? html.getFirst().words()
                : html.stream().map(Piece::asHtml).collect(Collectors.joining("\n"));
    }
}
