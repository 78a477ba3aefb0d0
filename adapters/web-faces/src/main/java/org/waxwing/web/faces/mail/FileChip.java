package org.waxwing.web.faces.mail;

import java.util.Set;
import org.waxwing.domain.mailbox.Attachment;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.web.faces.Phrases;
import org.waxwing.web.faces.Sizes;

/**
 * An attachment to look at or to fetch.
 *
 * @param icon names a picture of the sprite
 * @param aside whether its HTML probably shows it already; the browser finds out
 * @param look how it can be looked at: {@code image}, {@code pages}, {@code text}, {@code message}, or {@code none}
 * @param pictured whether a small picture of it can be made
 */
public record FileChip(
        int position,
        String href,
        String name,
        String size,
        String icon,
        boolean aside,
        String look,
        boolean pictured) {
    // what browsers draw themselves
    private static final Set<String> DRAWN = Set.of(
            "image/png", "image/jpeg", "image/gif", "image/webp", "image/avif", "image/bmp");
    private static final Set<String> WRITTEN = Set.of(
            "application/json", "application/xml", "application/javascript", "application/x-sh", "application/sql",
            "application/x-yaml", "application/yaml", "application/toml", "application/ics", "application/pgp-keys",
            "application/pgp-signature");

    static FileChip of(EmailId email, Attachment file, boolean hasHtml, Phrases phrases) {
        var type = file.mediaType();
        return new FileChip(
                file.position(),
                "api/v1/messages/" + email + "/attachments/" + file.position(),
                file.name().isBlank() ? phrases.of("file.unnamed") : file.name().value(),
                Sizes.of(file.size(), phrases),
                icon(type),
                hasHtml && file.inline() && !file.contentId().isEmpty() && type.startsWith("image/"),
                look(type, file.name().value()),
                DRAWN.contains(type) || type.equals("image/tiff") || isPdf(type, file.name().value()));
    }

    private static String look(String type, String name) {
        if (DRAWN.contains(type)) return "image";
        if (isPdf(type, name) || type.equals("image/tiff")) return "pages";
        if (type.equals("message/rfc822") || ends(name, ".eml")) return "message";
        boolean written = type.startsWith("text/") || WRITTEN.contains(type) || type.endsWith("+xml")
                || type.endsWith("+json");
        return written || ends(name, ".txt", ".log", ".md", ".csv", ".ics", ".json", ".yaml", ".patch")
                ? "text"
                : "none";
    }

    // many programs send everything as octets
    private static boolean isPdf(String type, String name) {
        return type.equals("application/pdf") || (type.equals("application/octet-stream") && ends(name, ".pdf"));
    }

    private static boolean ends(String name, String... endings) {
        for (var ending : endings)
            if (name.regionMatches(true, name.length() - ending.length(), ending, 0, ending.length())) return true;
        return false;
    }

    private static String icon(String type) {
        if (type.startsWith("image/")) return "image";
        if (type.startsWith("audio/")) return "sound";
        if (type.startsWith("video/")) return "film";
        if (type.equals("text/calendar")) return "calendar";
        if (type.equals("message/rfc822")) return "letter";
        if (type.contains("zip") || type.contains("compressed") || type.contains("tar")) return "box";
        if (type.contains("spreadsheet") || type.contains("excel") || type.equals("text/csv")) return "sheet";
        boolean written = type.startsWith("text/") || type.equals("application/pdf") || type.contains("word")
                || type.contains("document");
        return written ? "page" : "clip";
    }
}
