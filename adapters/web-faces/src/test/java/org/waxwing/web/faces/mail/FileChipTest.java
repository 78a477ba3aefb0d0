package org.waxwing.web.faces.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.mailbox.Attachment;
import org.waxwing.domain.mailbox.BlobId;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.web.faces.Phrases;

class FileChipTest {
    private static FileChip chip(String type, String name) {
        var file = new Attachment(1, new UntrustedText(name), type, 3, false, "", new BlobId("0".repeat(64)));
        return FileChip.of(new EmailId(new UUID(0, 1)), file, false, Phrases.in(Locale.ENGLISH));
    }

    @ParameterizedTest
    @CsvSource({
            "image/png, a.png, image, true", "image/tiff, a.tif, pages, true", "image/svg+xml, a.svg, text, false",
            "application/pdf, a.pdf, pages, true", "application/octet-stream, A.PDF, pages, true",
            "text/html, a.html, text, false", "text/calendar, a.ics, text, false",
            "message/rfc822, a, message, false", "application/octet-stream, a.eml, message, false",
            "application/zip, a.zip, none, false", "application/octet-stream, a.exe, none, false"
    })
    void are_looked_at_as_what_they_are(String type, String name, String look, boolean pictured) {
        assertThat(chip(type, name).look()).isEqualTo(look);
        assertThat(chip(type, name).pictured()).isEqualTo(pictured);
    }

    @Test
    void have_a_name_when_their_sender_gave_them_none() {
        assertThat(chip("application/pdf", " ").name()).isEqualTo("Attachment");
    }
}
