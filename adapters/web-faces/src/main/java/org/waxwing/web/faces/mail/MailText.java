package org.waxwing.web.faces.mail;

import java.util.ArrayList;
import java.util.List;
import org.waxwing.domain.content.QuoteSigns;
import org.waxwing.domain.content.UntrustedText;

/**
 * The plain text of a message as a page shows it: what was written, what was only quoted, and where links are. All of
 * it is text; nothing of it is ever markup.
 */
public record MailText(List<Block> blocks) {
    private static final String SIGNATURE_MARK = "-- ";
    private static final int LINES_OF_A_HEAD = 16;

    public MailText {
        blocks = List.copyOf(blocks);
    }

    /** What a run of lines is. */
    public enum Kind {
        /** Written by the sender. */
        WRITTEN,
        /** Repeated from an earlier message and answered below, or all there is. */
        CITED,
        /** Repeated from an earlier message, with nothing written below: shown on request. */
        QUOTED,
        /** Below the line that parts a signature from the text (RFC 3676 §4.3). */
        SIGNATURE
    }

    /** Lines of one kind, without the empty ones around them. */
    public record Block(Kind kind, List<Segment> segments) {
        public Block {
            segments = List.copyOf(segments);
        }
    }

    /**
     * Text, or a link.
     *
     * @param href where it leads, {@code http} or {@code https}; empty for mere text
     */
    public record Segment(String text, String href) {}

    /** Takes a message's text apart. */
    public static MailText of(UntrustedText text) {
        var lines = text.value().lines().toList();
        var kinds = kinds(lines);
        var blocks = new ArrayList<Block>();
        for (int from = 0, to; from < lines.size(); from = to) {
            for (to = from + 1; to < lines.size() && kinds.get(to) == kinds.get(from);) to++;
            boolean marked = lines.get(from).equals(SIGNATURE_MARK);
            var run = stripEmptyLines(lines.subList(marked ? from + 1 : from, to));
            if (!run.isEmpty()) blocks.add(new Block(kinds.get(from), Links.in(String.join("\n", run))));
        }
        return new MailText(withCitations(blocks));
    }

    private static List<Kind> kinds(List<String> lines) {
        var kinds = new ArrayList<Kind>(lines.size());
        var now = Kind.WRITTEN;
        boolean restIsOld = false;
        boolean passedOn = false;
        for (int at = 0; at < lines.size(); at++) {
            var line = lines.get(at);
            passedOn = passedOn || QuoteSigns.forwards(line);
            restIsOld = restIsOld || (!passedOn && beginsOldMail(lines, at));
            if (restIsOld || isQuoted(line) || isAttribution(lines, at)) now = Kind.QUOTED;
            else if (line.equals(SIGNATURE_MARK)) now = Kind.SIGNATURE;
            else if (now == Kind.QUOTED && !(line.isBlank() && nextIsQuoted(lines, at))) now = Kind.WRITTEN;
            kinds.add(now);
        }
        return kinds;
    }

    private static boolean beginsOldMail(List<String> lines, int at) {
        if (QuoteSigns.beginsOldMail(lines.get(at))) return true;
        var ahead = lines.subList(at, Math.min(lines.size(), at + LINES_OF_A_HEAD));
        return QuoteSigns.isHead(ahead.stream().filter(line -> !line.isBlank()).toList());
    }

    private static boolean isQuoted(String line) {
        return line.stripLeading().startsWith(">");
    }

    private static boolean nextIsQuoted(List<String> lines, int at) {
        return at + 1 < lines.size() && isQuoted(lines.get(at + 1));
    }

    private static boolean isAttribution(List<String> lines, int at) {
        if (!QuoteSigns.introduces(lines.get(at))) return false;
        boolean gap = at + 1 < lines.size() && lines.get(at + 1).isBlank();
        return nextIsQuoted(lines, gap ? at + 1 : at);
    }

    private static List<String> stripEmptyLines(List<String> lines) {
        int from = 0;
        int to = lines.size();
        while (from < to && lines.get(from).isBlank()) from++;
        while (to > from && lines.get(to - 1).isBlank()) to--;
        return lines.subList(from, to);
    }

    private static List<Block> withCitations(List<Block> blocks) {
        int lastWritten = -1;
        for (int i = 0; i < blocks.size(); i++) if (blocks.get(i).kind() == Kind.WRITTEN) lastWritten = i;
        // a message that only passes something on would say nothing at all
        if (lastWritten < 0) lastWritten = blocks.size();
        var settled = new ArrayList<Block>(blocks.size());
        for (int i = 0; i < blocks.size(); i++) {
            var block = blocks.get(i);
            boolean answered = block.kind() == Kind.QUOTED && i < lastWritten;
            settled.add(answered ? new Block(Kind.CITED, block.segments()) : block);
        }
        return settled;
    }
}
