package org.waxwing.bootstrap.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PageAssertions;
import com.microsoft.playwright.options.AriaRole;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Somebody comes for the first time, connects a mailbox, reads, and leaves. */
@ResourceLock(Stage.DEMO_PEOPLE)
@ExtendWith(Stage.Provider.class)
class NewcomerIT {
    private static final double PATIENCE = 60_000;

    private final Stage stage;
    private final Browser browser = Browser.open();

    NewcomerIT(Stage stage) {
        this.stage = stage;
    }

    @AfterEach
    void closeTheBrowser() {
        browser.close();
    }

    @Test
    void signs_up_connects_a_mailbox_reads_and_signs_out() throws IOException, MessagingException {
        stage.mail().box("newcomer").has("""
                From: Klara Berg <klara@example.org>
                To: newcomer@example.org
                Subject: Plans for the harbour
                Message-ID: <plans-1@example.org>
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=cut

                --cut
                Content-Type: text/html; charset=UTF-8

                <h2 style="color:#135">The harbour</h2><p>Please look at the <b>plan</b>.</p>
                <script>document.title='stolen'</script>
                <img src="http://images.example/banner.png" width="300" height="40" alt="banner">
                --cut
                Content-Type: text/plain; name=plan.txt
                Content-Disposition: attachment; filename=plan.txt

                three piers and a crane
                --cut--
                """);
        var page = browser.window(Map.of());
        signUp(page);

        page.getByRole(AriaRole.LINK, named("Connect a mailbox")).first().click();
        fillIn(page);
        signInWith(page, "wrong");
        assertThat(page.getByText("does not accept this user name and password")).isVisible(patiently());
        signInWith(page, "newcomer");
        page.getByRole(AriaRole.LINK, named("Open the Imbox")).click(new Locator.ClickOptions().setTimeout(PATIENCE));

        var row = page.locator("li.row", new Page.LocatorOptions().setHasText("Plans for the harbour"));
        assertThat(row).isVisible(patiently());
        row.click();
        var frame = page.frameLocator("article.thread iframe");
        assertThat(frame.getByText("The harbour")).isVisible(patiently());
        assertThat(page.getByText("1 remote image was not loaded")).isVisible(patiently());
        assertThat(page).not().hasTitle("stolen");

        var download = page.waitForDownload(
                () -> page.getByRole(AriaRole.LINK, named("Download plan.txt")).click());
        assertThat(Files.readString(download.path()).strip()).isEqualTo("three piers and a crane");
        // what is still asked for when the session ends is refused
        assertThat(page.locator("[data-act=why]")).containsText("·");
        assertThat(page.locator("[data-act=why]")).not().containsText("why?");

        signOut(page);
        page.navigate(stage.web());
        assertThat(page).hasURL(Pattern.compile("/realms/waxwing/.*"));
        browser.hasNothingToComplainAbout();
    }

    @Test
    void sees_new_mail_arrive_in_the_open_page() throws MessagingException {
        stage.api("bob").connectDemo("bob");
        var page = browser.window(Map.of());
        signIn(page, "bob", "bob");
        assertThat(page.locator("li.row").first()).isVisible(patiently());
        var subject = "Arrived just now " + UUID.randomUUID();

        send("bob@waxwing.example", subject);

        assertThat(page.locator("li.row", new Page.LocatorOptions().setHasText(subject))).isVisible(patiently());
        browser.hasNothingToComplainAbout();
    }

    @Test
    void a_forged_request_of_another_site_changes_nothing() {
        stage.mail().box("forged");
        var id = stage.api("bob").connect("forged");
        var page = browser.window(Map.of());
        signIn(page, "bob", "bob");

        var status = page.evaluate(
                "id => fetch('/api/v1/accounts/' + id, {method: 'DELETE'}).then(answer => answer.status)", id);
        var signOut = page.evaluate("() => fetch('/sign-out', {method: 'POST'}).then(answer => answer.status)");

        assertThat(status).isEqualTo(403);
        assertThat(signOut).isEqualTo(403);
        assertThat(stage.api("bob").get("accounts/" + id).statusCode()).isEqualTo(200);
        page.reload();
        assertThat(page).hasURL(inside());
    }

    // read by the browser too, which knows no quoting of whole strings
    private Pattern inside() {
        return Pattern.compile("^" + stage.web().replace(".", "\\.") + ".*");
    }

    private void signUp(Page page) {
        page.navigate(stage.web());
        page.getByRole(AriaRole.LINK, named("Register")).click();
        page.locator("#username").fill("newcomer");
        page.locator("#password").fill("A-long-enough-Passw0rd");
        page.locator("#password-confirm").fill("A-long-enough-Passw0rd");
        page.locator("#email").fill("newcomer@example.org");
        page.locator("#firstName").fill("Nora");
        page.locator("#lastName").fill("Newcomer");
        page.locator("#kc-register-form input[type=submit], #kc-register-form button[type=submit]").first().click();
        assertThat(page).hasURL(inside(), patientlyAt());
        assertThat(page.getByText("Welcome, Nora")).isVisible(patiently());
    }

    private void signIn(Page page, String name, String password) {
        Inbox.signIn(stage, page, name, password);
        assertThat(page).hasURL(inside(), patientlyAt());
    }

    private void fillIn(Page page) {
        page.getByLabel("E-mail address").fill("newcomer@example.org");
        page.getByLabel("E-mail address").press("Tab");
        // nothing can be found out about this domain, so the servers have to be typed
        assertThat(page.getByText("No settings were found for this address")).isVisible(patiently());
        var incoming = page.locator("fieldset", new Page.LocatorOptions().setHasText("Incoming mail"));
        incoming.getByLabel("Server").fill("127.0.0.1");
        incoming.getByLabel("Port").fill(Integer.toString(stage.mail().port()));
        incoming.locator("select").selectOption("NONE", new Locator.SelectOptionOptions().setForce(true));
        var outgoing = page.locator("fieldset", new Page.LocatorOptions().setHasText("Outgoing mail"));
        outgoing.getByLabel("Server").fill("127.0.0.1");
        outgoing.getByLabel("Port").fill("25");
        page.getByLabel("User name").fill("newcomer");
    }

    private static void signInWith(Page page, String password) {
        page.locator("input[type=password]").first().fill(password);
        page.getByRole(AriaRole.BUTTON, named("Sign in and connect")).click();
    }

    private static void signOut(Page page) {
        page.locator("[aria-label^='Menu of']").first().click();
        page.getByRole(AriaRole.BUTTON, named("Sign out")).click();
        assertThat(page).hasURL(Pattern.compile(".*/signed-out.xhtml"), patientlyAt());
        assertThat(page.getByText("You are signed out")).isVisible(patiently());
    }

    private void send(String to, String subject) throws MessagingException {
        var properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", Integer.toString(stage.demoSmtpPort()));
        var message = new MimeMessage(Session.getInstance(properties));
        message.setFrom(new InternetAddress("klara@example.org"));
        message.setRecipients(Message.RecipientType.TO, to);
        message.setSubject(subject);
        message.setText("Here it is.");
        Transport.send(message);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static LocatorAssertions.IsVisibleOptions patiently() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE);
    }

    private static PageAssertions.HasURLOptions patientlyAt() {
        return new PageAssertions.HasURLOptions().setTimeout(PATIENCE);
    }
}
