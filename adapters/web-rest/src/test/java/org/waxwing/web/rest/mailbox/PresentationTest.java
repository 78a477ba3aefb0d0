package org.waxwing.web.rest.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waxwing.application.mailbox.OpenFile;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.mailbox.BlobId;

class PresentationTest {
    private static OpenFile.File file(String type) {
        return new OpenFile.File(
                new UntrustedText("file"),
                type,
                3,
                new BlobId("ab".repeat(32)),
                offset -> new ByteArrayInputStream(new byte[3]));
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/png", "image/jpeg", "image/gif", "image/webp", "text/plain"})
    void shows_what_can_only_be_looked_at_in_a_sandbox(String type) {
        var shown = Presentation.shown(file(type));

        assertThat(shown.disposition()).startsWith("inline;");
        assertThat(shown.mediaType()).isEqualTo(type);
        assertThat(shown.policy()).isEqualTo("sandbox; default-src 'none'");
    }

    @Test
    void shows_pdf_without_the_sandbox_that_readers_refuse() {
        var shown = Presentation.shown(file("application/pdf"));

        assertThat(shown.disposition()).startsWith("inline;");
        assertThat(shown.policy()).startsWith("default-src 'none'").doesNotContain("sandbox");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "text/html", "image/svg+xml", "application/xhtml+xml", "text/xml", "application/xml", "text/javascript",
            "application/javascript", "application/ecmascript-script", "multipart/x-mixed-replace",
            "application/mathml+xml"
    })
    void never_gives_a_browser_something_to_run(String type) {
        var asked = Presentation.shown(file(type));

        assertThat(asked.mediaType()).isEqualTo("application/octet-stream");
        assertThat(asked.disposition()).startsWith("attachment;");
        assertThat(asked.policy()).isEqualTo("sandbox; default-src 'none'");
    }

    @Test
    void saves_everything_else() {
        var shown = Presentation.shown(file("application/zip"));

        assertThat(shown.mediaType()).isEqualTo("application/zip");
        assertThat(shown.disposition()).startsWith("attachment;");
    }
}
