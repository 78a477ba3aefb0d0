package org.waxwing.bootstrap.demo.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The few marks the scripts use, and what becomes of them in HTML and in plain text.
 *
 * <p>{@code ## heading}, {@code - item}, {@code name :: value}, {@code -> text | url} for a button,
 * {@code !! url | words} for a remote picture, {@code [[code 481 220]]}, {@code [[image plan.png]]}, {@code ---}; inside a line
 * {@code [text](url)} and {@code *strong*}. A url that starts with a slash lies at the writer's own site.
 */
final class Markup {
    private static final Pattern LINK = Pattern.compile("\\[([^\\]\\[]+)\\]\\(([^)]+)\\)");
    private static final Pattern STRONG = Pattern.compile("(?<!\\w)\\*([^*\\n]+)\\*");

    private final List<Block> blocks = new ArrayList<>();
    private final String site;

    /** @param site where urls without a host lie, such as {@code https://www.kleinwerk.example} */
    Markup(String text, String site) {
        this.site = site;
        for (var paragraph : text.split("\n\\s*\n", -1)) {
            if (!paragraph.isBlank()) read(paragraph.strip());
        }
    }

    private sealed interface Block {
        record Heading(String text) implements Block {}

        record Paragraph(String text) implements Block {}

        record Items(List<String> items) implements Block {}

        record Rows(List<String> rows) implements Block {}

        record Button(String text, String url) implements Block {}

        record RemotePicture(String url, String words) implements Block {}

        record InlinePicture(String fileName) implements Block {}

        record Code(String code) implements Block {}

        record Rule() implements Block {}
    }

    private void read(String paragraph) {
        var lines = paragraph.lines().toList();
        if (lines.stream().allMatch(line -> line.startsWith("- "))) {
            blocks.add(new Block.Items(
                    lines.stream().map(line -> line.substring(2)).toList()));
        } else if (lines.stream().allMatch(line -> line.contains(" :: "))) {
            blocks.add(new Block.Rows(lines));
        } else if (lines.size() > 1 && lines.getFirst().startsWith("## ")) {
            read(lines.getFirst());
            read(String.join("\n", lines.subList(1, lines.size())));
        } else {
            blocks.add(single(paragraph));
        }
    }

    private Block single(String line) {
        if (line.startsWith("## ")) return new Block.Heading(line.substring(3));
        if (line.equals("---")) return new Block.Rule();
        if (line.startsWith("[[code ")) return new Block.Code(line.substring(7, line.length() - 2));
        if (line.startsWith("[[image ")) return new Block.InlinePicture(line.substring(8, line.length() - 2));
        var bar = line.indexOf(" | ");
        if (line.startsWith("-> ") && bar > 0)
            return new Block.Button(line.substring(3, bar), url(line.substring(bar + 3)));
        if (line.startsWith("!! ") && bar > 0) {
            return new Block.RemotePicture(url(line.substring(3, bar)), line.substring(bar + 3));
        }
        return new Block.Paragraph(line);
    }

    private String url(String url) {
        return url.startsWith("/") ? site + url : url;
    }

    /**
     * @param accent colour of buttons and codes, {@code #rrggbb}
     * @param contentIds how {@code [[image …]]} is called: put before the file name to make a cid
     */
    String html(String accent, String contentIds) {
        var out = new StringBuilder();
        for (var block : blocks) out.append(html(block, accent, contentIds)).append('\n');
        return out.toString();
    }

    private String html(Block block, String accent, String contentIds) {
        return switch (block) {
            case Block.Heading heading -> "<h2 style=\"margin:24px 0 8px;font-size:19px;line-height:1.3\">"
                    + inline(heading.text()) + "</h2>";
            case Block.Paragraph paragraph -> "<p style=\"margin:0 0 14px\">"
                    + inline(paragraph.text()).replace("\n", "<br>\n") + "</p>";
            case Block.Items items -> {
                var list = new StringBuilder("<ul style=\"margin:0 0 14px;padding-left:22px\">");
                for (var item : items.items()) list.append("<li>").append(inline(item)).append("</li>");
                yield list + "</ul>";
            }
            case Block.Rows rows -> rows(rows);
            case Block.Button button -> """
                    <table role="presentation" cellpadding="0" cellspacing="0" style="margin:6px 0 20px"><tr>
                    <td style="background:%s;border-radius:6px;padding:11px 22px">
                    <a href="%s" style="color:#ffffff;text-decoration:none;font-weight:bold">%s</a></td></tr></table>"""
                    .formatted(accent, escaped(button.url()), inline(button.text()));
            case Block.RemotePicture picture -> "<img src=\"" + escaped(picture.url()) + "\" alt=\""
                    + escaped(picture.words()) + "\" width=\"536\" style=\"display:block;width:100%;max-width:536px;"
                    + "height:auto;border-radius:6px;margin:0 0 14px\">";
            case Block.InlinePicture picture -> "<p style=\"margin:0 0 14px\"><img src=\"cid:" + contentIds
                    + picture.fileName() + "\" alt=\"" + escaped(picture.fileName())
                    + "\" style=\"max-width:100%\"></p>";
            case Block.Code code -> "<p style=\"margin:10px 0 18px;font-family:Consolas,Menlo,monospace;font-size:30px;"
                    + "letter-spacing:6px;color:" + accent + "\">" + escaped(code.code()) + "</p>";
            case Block.Rule rule -> "<hr style=\"border:0;border-top:1px solid #e3e3e0;margin:22px 0\">";
        };
    }

    private String rows(Block.Rows rows) {
        var table = new StringBuilder("<table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\""
                + " style=\"margin:0 0 16px;border-collapse:collapse\">");
        for (var row : rows.rows()) {
            var parted = row.indexOf(" :: ");
            table.append("<tr><td style=\"padding:7px 12px 7px 0;border-bottom:1px solid #ececea;color:#6b6b66\">")
                    .append(inline(row.substring(0, parted)))
                    .append("</td><td align=\"right\" style=\"padding:7px 0;border-bottom:1px solid #ececea\">")
                    .append(inline(row.substring(parted + 4)))
                    .append("</td></tr>");
        }
        return table + "</table>";
    }

    private String inline(String text) {
        var linked = LINK.matcher(escaped(text))
                .replaceAll(found -> Matcher.quoteReplacement(
                        "<a href=\"" + url(found.group(2)) + "\">" + found.group(1) + "</a>"));
        return STRONG.matcher(linked).replaceAll("<strong>$1</strong>");
    }

    /** The same for a reader without HTML. */
    String text() {
        var out = new StringBuilder();
        for (var block : blocks) out.append(text(block)).append("\n\n");
        return out.toString().stripTrailing();
    }

    private String text(Block block) {
        return switch (block) {
            case Block.Heading heading -> plain(heading.text()).toUpperCase(Locale.ROOT);
            case Block.Paragraph paragraph -> plain(paragraph.text());
            case Block.Items items -> "* " + String.join("\n* ", items.items().stream().map(this::plain).toList());
            case Block.Rows rows -> String.join(
                    "\n", rows.rows().stream().map(row -> plain(row.replace(" :: ", ": "))).toList());
            case Block.Button button -> plain(button.text()) + ": " + button.url();
            case Block.RemotePicture picture -> "[" + picture.words() + "]";
            case Block.InlinePicture picture -> "[" + picture.fileName() + "]";
            case Block.Code code -> "    " + code.code();
            case Block.Rule rule -> "----------";
        };
    }

    private String plain(String text) {
        return LINK.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group(1) + " <" + url(found.group(2)) + ">"));
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
