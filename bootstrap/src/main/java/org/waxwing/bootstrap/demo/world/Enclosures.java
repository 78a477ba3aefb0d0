package org.waxwing.bootstrap.demo.world;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import org.waxwing.bootstrap.demo.mime.Archives;
import org.waxwing.bootstrap.demo.mime.MimeEntity;
import org.waxwing.bootstrap.demo.mime.Pdf;

/** The files a letter says it brings: {@code kind | file name | line | line …}. */
final class Enclosures {
    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private Enclosures() {}

    /** @throws IllegalArgumentException for a kind of file that cannot be made here */
    static MimeEntity attachment(String directive) {
        var field = List.of(directive.split(" \\| ", -1));
        var name = field.get(1);
        var lines = field.subList(2, field.size());
        return switch (field.getFirst()) {
            case "pdf" -> attachment("application/pdf", name, Pdf.of(name, lines));
            case "csv" -> attachment("text/csv; charset=utf-8", name, text(lines));
            case "txt" -> attachment("text/plain; charset=utf-8", name, text(lines));
            case "log" -> attachment("application/octet-stream", name, text(lines));
            case "docx" -> attachment(WORD, name, Archives.docx(lines));
            case "png" -> attachment("image/png", name, Pictures.png(lines.getFirst()));
            case "zip" -> attachment("application/zip", name, zip(lines));
            default -> throw new IllegalArgumentException("Not a kind of file: " + directive);
        };
    }

    /** A picture shown inside the text: {@code motif | file name}. */
    static MimeEntity inline(String directive, String contentIds) {
        var bar = directive.indexOf(" | ");
        var name = directive.substring(bar + 3);
        return MimeEntity.inline("image/png", name, contentIds + name, Pictures.png(directive.substring(0, bar)));
    }

    private static MimeEntity attachment(String type, String name, byte[] content) {
        // Two thirds of the world's mailers write file names in UTF-8, the others in what the name needs.
        var latin = Charset.forName("ISO-8859-1");
        var charset = latin.newEncoder().canEncode(name) && name.length() < 24 ? latin : UTF_8;
        return MimeEntity.attachment(type, name, charset, content);
    }

    private static byte[] text(List<String> lines) {
        return (String.join("\r\n", lines) + "\r\n").getBytes(UTF_8);
    }

    /** Each line is a file: {@code name=line~line}; a name that ends in .png holds a picture of that motif. */
    private static byte[] zip(List<String> lines) {
        var entries = new LinkedHashMap<String, byte[]>();
        for (var line : lines) {
            var equals = line.indexOf('=');
            var name = line.substring(0, equals);
            var content = line.substring(equals + 1);
            entries.put(name,
                    name.endsWith(".png") ? Pictures.png(content) : text(Arrays.asList(content.split("~", -1))));
        }
        return Archives.zip(entries);
    }
}
