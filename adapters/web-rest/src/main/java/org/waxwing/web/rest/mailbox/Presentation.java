package org.waxwing.web.rest.mailbox;

import java.util.Set;
import org.waxwing.application.mailbox.OpenFile;

/**
 * How a file is handed to a browser.
 *
 * @param mediaType what it is said to be; nothing that a browser would run
 * @param disposition the Content-Disposition header
 * @param policy the Content-Security-Policy under which it is shown, should it be shown
 */
record Presentation(String mediaType, String disposition, String policy) {
    private static final Set<String> PICTURES = Set.of(
            "image/png", "image/jpeg", "image/gif", "image/webp", "image/avif", "image/bmp");
    private static final String PDF = "application/pdf";
    private static final String NOTHING_AT_ALL = "sandbox; default-src 'none'";
    // Browsers refuse to open their PDF reader in a sandbox; it runs apart from our pages anyway.
    private static final String NOTHING_BUT_A_READER = "default-src 'none'; style-src 'unsafe-inline'";
    private static final String BYTES = "application/octet-stream";

    /** The file shown in the page or tab, if it is of a kind that can only be looked at; else to be saved. */
    static Presentation shown(OpenFile.File file) {
        var type = file.mediaType();
        boolean harmless = PICTURES.contains(type) || type.equals("text/plain") || type.equals(PDF);
        return harmless
                ? new Presentation(
                        type,
                        Disposition.inline(file.name().value()),
                        type.equals(PDF) ? NOTHING_BUT_A_READER : NOTHING_AT_ALL)
                : saved(file);
    }

    /** The file to be saved. */
    static Presentation saved(OpenFile.File file) {
        return new Presentation(
                isActive(file.mediaType()) ? BYTES : file.mediaType(),
                Disposition.attachment(file.name().value()),
                NOTHING_AT_ALL);
    }

    private static boolean isActive(String type) {
        return type.contains("html")
                || type.contains("xml")
                || type.contains("script")
                || type.contains("svg")
                || type.startsWith("multipart/");
    }
}
