package org.waxwing.mail.mime;

import java.util.Map;

/** Names for attachments: what the sender says, without a path, or something fitting. */
final class FileNames {
    private static final Map<String, String> BY_TYPE = Map.ofEntries(
            Map.entry("text/plain", "text.txt"),
            Map.entry("text/html", "page.html"),
            Map.entry("text/calendar", "invite.ics"),
            Map.entry("application/ics", "invite.ics"),
            Map.entry("text/vcard", "contact.vcf"),
            Map.entry("text/x-vcard", "contact.vcf"),
            Map.entry("text/csv", "table.csv"),
            Map.entry("text/rfc822-headers", "headers.txt"),
            Map.entry("message/delivery-status", "delivery-status.txt"),
            Map.entry("message/disposition-notification", "receipt.txt"),
            Map.entry("message/feedback-report", "report.txt"),
            Map.entry("message/rfc822", "message.eml"),
            Map.entry("message/global", "message.eml"),
            Map.entry("application/pdf", "document.pdf"),
            Map.entry("application/zip", "archive.zip"),
            Map.entry("application/gzip", "archive.gz"),
            Map.entry("application/json", "data.json"),
            Map.entry("application/xml", "data.xml"),
            Map.entry("text/xml", "data.xml"),
            Map.entry("application/rtf", "document.rtf"),
            Map.entry("application/msword", "document.doc"),
            Map.entry("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "document.docx"),
            Map.entry("application/vnd.ms-excel", "table.xls"),
            Map.entry("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "table.xlsx"),
            Map.entry("application/vnd.ms-powerpoint", "slides.ppt"),
            Map.entry("application/vnd.openxmlformats-officedocument.presentationml.presentation", "slides.pptx"),
            Map.entry("application/vnd.oasis.opendocument.text", "document.odt"),
            Map.entry("application/ms-tnef", "winmail.dat"),
            Map.entry("application/vnd.ms-tnef", "winmail.dat"),
            Map.entry("application/pkcs7-signature", "smime.p7s"),
            Map.entry("application/x-pkcs7-signature", "smime.p7s"),
            Map.entry("application/pkcs7-mime", "smime.p7m"),
            Map.entry("application/x-pkcs7-mime", "smime.p7m"),
            Map.entry("application/pgp-signature", "signature.asc"),
            Map.entry("application/pgp-keys", "key.asc"),
            Map.entry("application/pgp-encrypted", "version.txt"),
            Map.entry("image/jpeg", "image.jpg"),
            Map.entry("image/jpg", "image.jpg"),
            Map.entry("image/png", "image.png"),
            Map.entry("image/gif", "image.gif"),
            Map.entry("image/webp", "image.webp"),
            Map.entry("image/heic", "image.heic"),
            Map.entry("image/tiff", "image.tiff"),
            Map.entry("image/bmp", "image.bmp"),
            Map.entry("image/svg+xml", "image.svg"),
            Map.entry("audio/mpeg", "audio.mp3"),
            Map.entry("audio/wav", "audio.wav"),
            Map.entry("audio/x-wav", "audio.wav"),
            Map.entry("audio/ogg", "audio.ogg"),
            Map.entry("audio/mp4", "audio.m4a"),
            Map.entry("video/mp4", "video.mp4"),
            Map.entry("video/quicktime", "video.mov"));
    private static final int LONGEST_SUBJECT = 100;

    private FileNames() {}

    /** A name to save the attachment under; never blank and never a path. */
    static String of(String given, String mediaType) {
        var name = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1).strip();
        if (!name.isEmpty() && !name.chars().allMatch(c -> c == '.')) return name;
        return BY_TYPE.getOrDefault(mediaType, "attachment.bin");
    }

    /** A name for what was a message, from its subject. */
    static String ofSubject(String subject, String ending) {
        var name = subject.replaceAll("[\\s\\p{Cntrl}/\\\\:*?\"<>|]+", " ").strip();
        if (name.length() > LONGEST_SUBJECT)
            name = name.substring(0, name.offsetByCodePoints(0, Math.min(
                    LONGEST_SUBJECT, name.codePointCount(0, name.length())))).strip();
        return name.isEmpty() || name.chars().allMatch(c -> c == '.') ? "message" + ending : name + ending;
    }
}
