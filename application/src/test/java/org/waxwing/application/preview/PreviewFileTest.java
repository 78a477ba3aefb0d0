package org.waxwing.application.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waxwing.domain.world.EmailBuilder.anEmail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waxwing.application.mailbox.OpenEnclosed;
import org.waxwing.application.preview.PreviewFile.Look;
import org.waxwing.application.preview.PreviewFile.Result;
import org.waxwing.application.world.House;
import org.waxwing.domain.account.Account;
import org.waxwing.domain.content.Rendering;
import org.waxwing.domain.content.SafeHtml;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.mailbox.Email;
import org.waxwing.domain.preview.Drawing;
import org.waxwing.domain.preview.Drawing.Kind;
import org.waxwing.domain.preview.Picture;
import org.waxwing.domain.world.EmailBuilder;
import org.waxwing.domain.world.PlainMessageParser;

/** What an attachment is looked at as, and by whom. */
class PreviewFileTest {
    private final House house = new House();
    private final Account account = house.connected();
    private final PersonId owner = account.owner();
    private final List<Drawing> drawn = new ArrayList<>();
    private final PreviewFile preview = new PreviewFile(
            house.transactions(), house.world().reader(), house.blobs(), (drawing, file) -> {
                drawn.add(drawing);
                return drawing.page() > 2 ? Optional.empty() : Optional.of(new Picture(new byte[]{1, 2, 3}, 2));
            });

    // the builder's attachments have their names for bytes
    private Email deliver(EmailBuilder mail, String... names) throws IOException {
        for (var name : names)
            house.blobs().store(account.id(), new ByteArrayInputStream(name.getBytes(StandardCharsets.UTF_8)));
        return house.world().deliver(account, house.world().inbox(account), mail);
    }

    @Test
    void draws_images_and_pages_of_pdf_files() throws IOException {
        var email = deliver(anEmail().attached("a.png", "image/png").attached("b.pdf", "application/pdf")
                .attached("C.PDF", "application/octet-stream"));

        for (int position : new int[]{1, 2, 3})
            assertThat(preview.look(owner, email.id(), position, new Look.Page(2, 100)))
                    .isInstanceOf(Result.Seen.class);

        assertThat(drawn).extracting(Drawing::kind).containsExactly(Kind.IMAGE, Kind.PDF, Kind.PDF);
        assertThat(drawn).allSatisfy(it -> assertThat(it.account()).isEqualTo(account.id()));
        assertThat(preview.look(owner, email.id(), 2, new Look.Page(3, 100))).isEqualTo(new Result.Hidden());
        assertThat(preview.look(owner, email.id(), 2, new Look.Text())).isEqualTo(new Result.Hidden());
    }

    @Test
    void draws_nothing_that_acts() throws IOException {
        var email = deliver(anEmail().attached("a.svg", "image/svg+xml").attached("b.html", "text/html"));

        assertThat(preview.look(owner, email.id(), 1, new Look.Page(1, 100))).isEqualTo(new Result.Hidden());
        assertThat(preview.look(owner, email.id(), 2, new Look.Page(1, 100))).isEqualTo(new Result.Hidden());
        assertThat(drawn).isEmpty();
    }

    @Test
    void reads_the_beginning_of_texts() throws IOException {
        var email = deliver(anEmail().attached("Grüße.txt", "text/plain"), "Grüße.txt");

        var result = preview.look(owner, email.id(), 1, new Look.Text());

        assertThat(result).isInstanceOfSatisfying(Result.Read.class, it -> {
            assertThat(it.text().text().value()).isEqualTo("Grüße.txt");
            assertThat(it.text().clipped()).isFalse();
        });
    }

    @Test
    void shows_nothing_of_somebody_elses_files() throws IOException {
        var email = deliver(anEmail().attached("a.png", "image/png"));
        var eve = house.world().somebody();

        assertThat(preview.look(eve, email.id(), 1, new Look.Page(1, 100))).isEqualTo(new Result.Missing());
        assertThat(preview.look(owner, email.id(), 2, new Look.Page(1, 100))).isEqualTo(new Result.Missing());
    }

    @Test
    void opens_an_enclosed_message() throws IOException {
        var inner = "Subject: Inside\r\nContent-Type: text/html\r\n\r\n<p>Hi</p>";
        var email = deliver(anEmail().attached(inner, "message/rfc822"), inner);
        var open = new OpenEnclosed(
                house.transactions(),
                house.world().reader(),
                house.blobs(),
                new PlainMessageParser(),
                (html, how) -> {
                    assertThat(how).isEqualTo(Rendering.plain(Map.of()));
                    return new SafeHtml("safe:" + html.value(), 0, List.of(), false);
                });

        var enclosed = open.open(owner, email.id(), 1).orElseThrow();

        assertThat(enclosed.message().headers().subject().value()).isEqualTo("Inside");
        assertThat(enclosed.hasHtml()).isTrue();
        assertThat(enclosed.html().document()).isEqualTo("safe:<p>Hi</p>");
        assertThat(open.open(house.world().somebody(), email.id(), 1)).isEmpty();
        assertThat(open.open(owner, email.id(), 2)).isEmpty();
    }
}
