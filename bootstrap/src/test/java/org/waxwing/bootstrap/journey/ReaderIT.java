package org.waxwing.bootstrap.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import jakarta.json.JsonObject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody reads: long conversations, what was quoted, what lies behind a message, and what is attached to it. */
@ExtendWith(Stage.Provider.class)
class ReaderIT {
    private static final String ME = "scholar";
    private static final LocatorAssertions.IsVisibleOptions PATIENTLY = new LocatorAssertions.IsVisibleOptions()
            .setTimeout(60_000);
    private static final String PDF = """
            %PDF-1.4
            1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
            2 0 obj<</Type/Pages/Kids[3 0 R 3 0 R]/Count 2>>endobj
            3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 300]/Contents 4 0 R>>endobj
            4 0 obj<</Length 30>>stream
            1 0 0 rg 20 20 100 100 re f
            endstream endobj
            trailer<</Root 1 0 R>>
            %%EOF
            """;

    private final Stage stage;

    ReaderIT(Stage stage) {
        this.stage = stage;
    }

    private static String letter(int number, String to) {
        var references = number == 0 ? "" : "In-Reply-To: <long-0@example.org>\nReferences: <long-0@example.org>\n";
        return "From: Klara <klara@example.org>\nTo: " + to + "@example.org\nSubject: " + (number == 0 ? "" : "Re: ")
                + "Harbour plan\nMessage-ID: <long-" + number + "@example.org>\n" + references
                + "Date: Mon, 16 Nov 2026 %02d:%02d:00 +0000\n\nThis is message %d.\n".formatted(
                        number / 60, number % 60, number);
    }

    private static String part(String type, String name, byte[] bytes) {
        return "--b\nContent-Type: " + type + "; name=\"" + name + "\"\nContent-Disposition: attachment; filename=\""
                + name + "\"\nContent-Transfer-Encoding: base64\n\n" + Base64.getMimeEncoder().encodeToString(bytes)
                + "\n";
    }

    private static byte[] offer() throws IOException {
        var png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(400, 200, BufferedImage.TYPE_INT_RGB), "png", png);
        var enclosed = "From: Tomas <tomas@example.org>\nSubject: The enclosed one\nContent-Type: text/html\n\n"
                + "<p>Words of Tomas<script>alert(1)</script></p>";
        var mail = """
                From: Klara <klara@example.org>
                To: papers@example.org
                Subject: Offer with papers
                Message-ID: <offer@example.org>
                List-Id: Harbour people <harbour.example.org>
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: text/html; charset=utf-8

                <div>Please look at the papers.</div><div class="gmail_quote"><div class="gmail_attr">On Monday, Anna wrote:\
                <br></div><blockquote class="gmail_quote">Could you send an offer?</blockquote></div>
                """
                + part("image/png", "plan.png", png.toByteArray())
                + part("application/pdf", "offer.pdf", PDF.getBytes(StandardCharsets.US_ASCII))
                + part("text/plain", "notes.txt", "Grüße aus dem Hafen".getBytes(StandardCharsets.ISO_8859_1))
                + part("message/rfc822", "letter.eml", enclosed.getBytes(StandardCharsets.US_ASCII))
                + part("application/pdf", "broken.pdf", "%PDF-1.4 and nothing".getBytes(StandardCharsets.US_ASCII))
                + part("application/octet-stream", "plan.png", new byte[]{1, 2, 3})
                + "--b--\n";
        return mail.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void a_long_conversation_opens_at_its_end_and_all_of_it_can_be_read() {
        var box = stage.mail().box("endless");
        for (int i = 0; i < 130; i++) box.has(letter(i, "endless").getBytes(StandardCharsets.US_ASCII));
        var api = stage.api(ME);
        var account = api.connect("endless");
        try (var browser = Browser.open()) {
            var page = open(browser, account);
            row(page, "Harbour plan").click();

            assertThat(page.locator("article.thread .meta")).containsText("130 messages");
            // all came within a few seconds, so any of them may be the latest
            assertThat(page.locator(".msg .mail-text")).hasCount(8);
            var shown = page.locator(".msg").count();
            assertThat(page.locator(".earlier")).hasText("Show " + (130 - shown) + " earlier messages");

            page.locator(".earlier").click();

            assertThat(page.locator(".msg")).hasCount(130);
            assertThat(page.locator(".earlier")).hasCount(0);

            var oldest = page.locator(".msg").first();
            var words = oldest.locator(".one").textContent();
            oldest.locator("> summary").click();

            assertThat(oldest.locator(".mail-text")).hasText(words);
            assertThat(page.locator("li.row.unread")).hasCount(0);
            api.await("messages?view=imbox&unread=true&accountId=" + account, it -> it.getJsonArray("items").isEmpty());
            page.reload();
            assertThat(page.locator(".msg")).hasCount(6);
            assertThat(page.locator(".msg[open]")).hasCount(1);
            assertThat(page.locator(".earlier")).containsText("124");
            browser.hasNothingToComplainAbout();
        }
    }

    @Test
    void what_lies_behind_a_message_is_at_hand() throws IOException {
        var box = stage.mail().box("papers").has(offer());
        box.has("From: Anna <anna@example.org>\nTo: papers@example.org\nSubject: Re: Offer with papers\nIn-Reply-To: <offer@example.org>\nMessage-ID: <answer@example.org>\n\nThank you.\n\n-- \nAnna\n"
                .getBytes(StandardCharsets.US_ASCII));
        var account = stage.api(ME).connect("papers");
        try (var browser = Browser.open()) {
            var page = open(browser, account);
            row(page, "Offer with papers").click();

            var mail = page.locator(".msg", new Page.LocatorOptions().setHasText("Klara"));
            var frame = mail.frameLocator(".sheet iframe");
            assertThat(frame.getByText("Please look at the papers.")).isVisible();
            assertThat(frame.getByText("Could you send an offer?")).not().isVisible();
            frame.locator(".waxwing-more").click();
            assertThat(frame.getByText("Could you send an offer?")).isVisible();

            choose(page, mail, "Headers");
            assertThat(page.locator("#source")).containsText("List-ID");
            assertThat(page.locator("#source")).containsText("Harbour people <harbour.example.org>");
            page.keyboard().press("Escape");
            choose(page, mail, "Original source");
            assertThat(page.locator("#source pre")).containsText("Content-Type: multipart/mixed; boundary=b");
            page.keyboard().press("Escape");

            mail.locator(".facts > summary").click();
            assertThat(mail.locator(".facts")).containsText("harbour.example.org");
            assertThat(
                    mail.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Copy klara@example.org")))
                    .isVisible();

            choose(page, mail, "Show as plain text");
            assertThat(mail.locator(".plain")).containsText("Please look at the papers.");
            assertThat(mail.locator(".sheet")).not().isVisible();
            choose(page, mail, "Show formatted");
            assertThat(mail.locator(".sheet")).isVisible();

            Download saved = page.waitForDownload(() -> choose(page, mail, "Download as .eml"));
            assertThat(Files.readAllBytes(saved.path())).isNotEmpty();
            assertThat(saved.suggestedFilename()).isEqualTo("Offer with papers.eml");

            page.evaluate("""
                    () => { document.addEventListener('load', event => {
                        if (event.target.id === 'paper') event.target.contentWindow.print = () => {};
                      }, true); }""");
            choose(page, mail, "Print conversation");
            assertThat(page.locator("#paper[data-ready]")).hasCount(1);
            var paper = page.frameLocator("#paper");
            assertThat(paper.locator("article")).hasCount(2);
            assertThat(paper.getByText("Please look at the papers.")).hasCount(1);
            assertThat(paper.getByText("Thank you.")).hasCount(1);
            assertThat(paper.locator("article").first()).containsText("@example.org");

            var whole = page.url();
            var id = mail.getAttribute("data-message");
            page.navigate(whole.replaceFirst("thread=.*", "email=" + id));
            assertThat(page.locator(".msg")).hasCount(1);
            page.getByText("Show whole conversation").click();
            assertThat(page.locator(".msg")).hasCount(2);
            assertThat(page).hasURL(whole);
            browser.hasNothingToComplainAbout();
        }
    }

    @Test
    void attachments_are_looked_at_without_leaving_the_mail() throws IOException {
        stage.mail().box("gallery").has(offer());
        var api = stage.api(ME);
        var account = api.connect("gallery");
        try (var browser = Browser.open()) {
            var page = open(browser, account);
            row(page, "Offer with papers").click();

            assertThat(page.locator(".file .thumb")).hasCount(2,
                    new LocatorAssertions.HasCountOptions().setTimeout(60_000));
            page.locator(".file", new Page.LocatorOptions().setHasText("plan.png")).first().click();
            assertThat(page.locator("#viewer .viewer-image")).isVisible();
            assertThat(page.locator("#viewer-count")).hasText("1 of 6");

            page.keyboard().press("ArrowRight");
            assertThat(page.locator("#viewer .viewer-page")).hasCount(2);
            assertThat(page.locator("#viewer .viewer-page").first()).isVisible();
            page.keyboard().press("ArrowRight");
            assertThat(page.locator("#viewer .viewer-text")).hasText("Grüße aus dem Hafen");
            page.keyboard().press("ArrowRight");
            assertThat(page.locator("#viewer .enclosed")).containsText("The enclosed one");
            assertThat(page.frameLocator("#viewer iframe").getByText("Words of Tomas")).isVisible();
            page.keyboard().press("ArrowRight");
            assertThat(page.locator("#viewer .viewer-said")).containsText("No preview could be made of this file.");
            page.keyboard().press("Escape");
            assertThat(page.locator("#viewer")).not().isVisible();

            Download all = page.waitForDownload(() -> page.getByText("Download all").click());
            assertThat(all.suggestedFilename()).isEqualTo("Offer with papers.zip");
            assertThat(names(Files.readAllBytes(all.path()))).containsExactly(
                    "plan.png", "offer.pdf", "notes.txt", "letter.eml", "broken.pdf", "plan (2).png");
            page.setViewportSize(390, 844);
            page.locator(".file", new Page.LocatorOptions().setHasText("notes.txt")).click();
            assertThat(page.locator("#viewer .viewer-text")).isVisible();
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);
            // a picture that cannot be made is answered with 404, which the browser's console mentions
        }
        var id = api.read("messages?view=imbox&accountId=" + account).getJsonArray("items").getJsonObject(0)
                .getString("id");
        var file = "messages/" + id + "/attachments/2/";
        var page = api.bytes(file + "preview/1");
        assertThat(page.headers().firstValue("Content-Type")).hasValue("image/png");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse("")).contains("sandbox");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(ImageIO.read(new ByteArrayInputStream(page.body())).getHeight()).isBetween(1_590, 1_610);
        assertThat(api.read(file + "preview").getInt("pages")).isEqualTo(2);
        assertThat(api.get(file + "preview/3").statusCode()).isEqualTo(404);
        assertThat(api.get("messages/" + id + "/attachments/5/thumbnail").statusCode()).isEqualTo(204);
        for (var foreign : new String[]{"headers", "attachments.zip", "attachments/2/thumbnail",
                "attachments/2/preview",
                "attachments/4/html"})
            assertThat(stage.api("alice").get("messages/" + id + "/" + foreign).statusCode()).as(foreign)
                    .isEqualTo(404);
        assertThat(api.read("messages/" + id + "/headers").getJsonArray("items").getValuesAs(JsonObject.class))
                .anyMatch(it -> it.getString("name").equals("List-ID"));
        assertThat(api.get("messages/" + id + "/attachments/4/html").body()).contains("Words of Tomas")
                .doesNotContain("alert");
    }

    private static List<String> names(byte[] zip) throws IOException {
        var names = new ArrayList<String>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) names.add(entry.getName());
        }
        return names;
    }

    private static void choose(Page page, Locator message, String item) {
        message.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("More about this message")).click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(item)).click();
    }

    private Page open(Browser browser, String account) {
        var page = browser.window(Map.of());
        Inbox.go(stage, page, ME, "inbox.xhtml?view=imbox&account=" + account);
        assertThat(page.locator("li.row").first()).isVisible(PATIENTLY);
        return page;
    }

    private static Locator row(Page page, String subject) {
        return page.locator("li.row", new Page.LocatorOptions().setHasText(subject)).first();
    }
}
