package org.waxwing.mail.mime;

import java.net.URLConnection;
import java.util.Locale;
import java.util.Optional;

/** What the headers of a message or part say about its body (RFC 2045, RFC 2183). */
record Entity(String type, Parameters typeParameters, String disposition, String name, String transfer, String id) {
    private static final int LONGEST = 8_000;

    static Entity of(Headers headers, String defaultType) {
        var type = Parameters.of(headers.first("content-type").orElse(""), LONGEST);
        var disposition = Parameters.of(headers.first("content-disposition").orElse(""), LONGEST);
        var name = disposition.get("filename").or(() -> type.get("name")).orElse("");
        return new Entity(
                isType(type.value()) ? withoutOldNames(type.value()) : known(type.value(), defaultType),
                type,
                disposition.value(),
                name,
                headers.first("content-transfer-encoding").orElse("").strip().toLowerCase(Locale.ROOT),
                contentId(headers));
    }

    /** A file that stood in something else; without a type, it has the one its name tells. */
    static Entity ofFile(String name, String mediaType, String contentId) {
        var guessed = Optional.ofNullable(URLConnection.guessContentTypeFromName(name.toLowerCase(Locale.ROOT)));
        var type = isType(mediaType) ? mediaType.toLowerCase(Locale.ROOT) : guessed.orElse("application/octet-stream");
        return new Entity(type, Parameters.of("", 0), "attachment", name, "", contentId);
    }

    // what mail programs of old wrote instead of a type
    private static String known(String type, String defaultType) {
        return switch (type) {
            case "" -> defaultType;
            case "text", "plain" -> "text/plain";
            case "html" -> "text/html";
            default -> "application/octet-stream";
        };
    }

    // text in armour, before there was PGP/MIME
    private static String withoutOldNames(String type) {
        return type.equals("application/pgp") ? "text/plain" : type;
    }

    private static boolean isType(String type) {
        int slash = type.indexOf('/');
        return slash > 0 && slash < type.length() - 1 && type.chars().noneMatch(c -> c <= ' ');
    }

    private static String contentId(Headers headers) {
        var id = headers.first("content-id").orElse("").strip();
        return id.startsWith("<") && id.endsWith(">") ? id.substring(1, id.length() - 1).strip() : id;
    }

    /** The same, its transfer encoding undone. */
    Entity plain() {
        return new Entity(type, typeParameters, disposition, name, "", id);
    }

    boolean isMultipart() {
        return type.startsWith("multipart/");
    }

    boolean isPlain() {
        return type.equals("text/plain");
    }

    boolean isHtml() {
        return type.equals("text/html");
    }

    boolean isMessage() {
        return type.equals("message/rfc822") || type.equals("message/global");
    }

    /** Whether it wraps the files and the text of a message for Outlook. */
    boolean isTnef() {
        return type.equals("application/ms-tnef") || type.equals("application/vnd.ms-tnef")
                || (type.equals("application/octet-stream") && name.equalsIgnoreCase("winmail.dat"));
    }

    /** Whether it is signed or encrypted by S/MIME. */
    boolean isCms() {
        return type.equals("application/pkcs7-mime") || type.equals("application/x-pkcs7-mime");
    }

    /** What comes behind the slash. */
    String subtype() {
        return type.substring(type.indexOf('/') + 1);
    }

    boolean isAttachment() {
        return disposition.equals("attachment");
    }
}
