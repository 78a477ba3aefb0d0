package org.waxwing.web.faces.mail;

import org.waxwing.domain.mailbox.Attachment;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.web.faces.Phrases;
import org.waxwing.web.faces.Sizes;

/**
 * An attachment to fetch.
 *
 * @param icon names a picture of the sprite
 * @param aside whether its HTML probably shows it already; the browser finds out
 */
public record FileChip(int position, String href, String name, String size, String icon, boolean aside) {

    static FileChip of(EmailId email, Attachment file, boolean hasHtml, Phrases phrases) {
        return new FileChip(
                file.position(),
                "api/v1/messages/" + email + "/attachments/" + file.position(),
                file.name().isBlank() ? phrases.of("file.unnamed") : file.name().value(),
                Sizes.of(file.size(), phrases),
                icon(file.mediaType()),
                hasHtml && file.inline() && !file.contentId().isEmpty() && file.mediaType().startsWith("image/"));
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
