package org.waxwing.bootstrap.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PageAssertions;
import com.microsoft.playwright.options.AriaRole;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.io.TempDir;
import org.jspecify.annotations.Nullable;
import org.waxwing.domain.account.OAuthGrant;

/**
 * A mailbox that takes no password: its owner consents at the provider, later takes that back, and consents once more.
 * The provider is Keycloak, the mail server a Dovecot that asks it about every token.
 */
@ResourceLock(Stage.DEMO_PEOPLE)
@ExtendWith(Stage.Provider.class)
class ConsentIT {
    private static final double PATIENCE = 60_000;
    private static @Nullable TokenDovecot server;

    private final Stage stage;
    private final MailConsent consent;

    ConsentIT(Stage stage) throws IOException, InterruptedException {
        this.stage = stage;
        this.consent = MailConsent.at(stage, KeycloakOAuthIT.callback());
    }

    @BeforeAll
    static void start(Stage stage, @TempDir Path home) throws IOException, InterruptedException {
        if (!TokenDovecot.isInstalled())
            System.err.println("ConsentIT is skipped: there is no /usr/sbin/dovecot (Debian: dovecot-imapd)");
        Assumptions.assumeTrue(TokenDovecot.isInstalled(), "Dovecot is not installed");
        var consent = MailConsent.at(stage, KeycloakOAuthIT.callback());
        server = TokenDovecot.start(home, new TokenDovecot.Plan(
                stage.tokenImapPort(), "xoauth2 oauthbearer", consent.introspection(), MailConsent.CLIENT,
                MailConsent.SECRET));
    }

    @AfterAll
    static void stop() {
        if (server != null) server.close();
    }

    private static void deliver(String address, String subject) throws IOException {
        if (server == null) throw new IllegalStateException("Dovecot has not been started");
        server.deliver(address, subject, "From: Klara <klara@example.org>\nTo: " + address + "\nSubject: " + subject
                + "\nMessage-ID: <" + subject + "@example.org>\n\nWords.\n");
    }

    @Test
    void a_mailbox_is_connected_by_consent_and_reconnected_in_place_when_that_was_taken_back()
            throws IOException, InterruptedException, SQLException {
        disconnect("alice");
        deliver("alice@waxwing.example", "before");
        try (var browser = Browser.open()) {
            var page = browser.window(Map.of());
            signIn(page, "alice");
            page.navigate(stage.web() + "account-new.xhtml");
            consentOn(page);
            assertThat(page).hasURL(Pattern.compile(".*/account-added.xhtml\\?account=.*"), patientlyAt());
            var id = page.url().substring(page.url().indexOf('=') + 1);
            var api = stage.api("alice");
            api.await("accounts/" + id + "/sync", sync -> sync.getInt("passes") > 0);
            var first = rows(id);

            consent.end("alice");
            // the provider lets go of it, and the mail server hears of that with the next token
            api.post("accounts/" + id + "/sync", "");
            api.await("accounts/" + id + "/sync", sync -> sync.getString("phase").equals("needs_sign_in"));
            deliver("alice@waxwing.example", "meanwhile");
            page.navigate(stage.web() + "accounts.xhtml");
            assertThat(page.getByText("reconnect the account")).isVisible(patiently());
            page.locator("#account-" + id).getByRole(AriaRole.LINK,
                    new Locator.GetByRoleOptions().setName("Reconnect")).click();
            consentOn(page);

            assertThat(page).hasURL(Pattern.compile(".*/accounts.xhtml\\?reconnected=" + id), patientlyAt());
            assertThat(page.getByText("The account is connected again")).isVisible(patiently());
            api.await("messages?view=imbox&accountId=" + id, it -> it.getJsonArray("items").size() == 2);
            assertThat(rows(id)).startsWith(first).hasSizeGreaterThan(first.length());
            api.await("accounts/" + id + "/sync", sync -> sync.getString("phase").equals("idle"));
            browser.hasNothingToComplainAbout();
            assertThat(api.delete("accounts/" + id).statusCode()).isEqualTo(204);
        }
    }

    @Test
    void a_refresh_token_connects_by_the_api_and_no_other_mailbox_takes_its_place()
            throws IOException, InterruptedException {
        disconnect("bob");
        deliver("bob@waxwing.example", "for-bob");
        var api = stage.api("bob");
        var added = api.post("accounts", "{\"oauth\": " + granted("bob") + ", \"displayName\": \"Bob's\"}");
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        var account = Api.json(added);
        var id = account.getString("id");
        assertThat(account.getString("address")).isEqualTo("bob@waxwing.example");
        api.await("messages?view=imbox&accountId=" + id, it -> it.getJsonArray("items").size() == 1);

        var other = api.patch("accounts/" + id, "{\"oauth\": " + granted("alice") + "}");
        var same = api.patch("accounts/" + id, "{\"displayName\": \"Mine\", \"oauth\": " + granted("bob") + "}");
        var spent = api.patch("accounts/" + id, "{\"oauth\": {\"provider\": \"custom\", \"refreshToken\": \"x\"}}");

        assertThat(Api.json(other).getString("type")).isEqualTo("urn:waxwing:problem:other-mailbox");
        assertThat(same.statusCode()).as(same.body()).isEqualTo(200);
        assertThat(Api.json(same).getString("displayName")).isEqualTo("Mine");
        assertThat(Api.json(same).getString("id")).isEqualTo(id);
        assertThat(Api.json(spent).getString("type")).isEqualTo("urn:waxwing:problem:consent-refused");
        assertThat(api.delete("accounts/" + id).statusCode()).isEqualTo(204);
    }

    /** Another journey may have connected the same address at this host. */
    private void disconnect(String person) {
        var api = stage.api(person);
        for (var account : api.read("accounts").getJsonArray("items").getValuesAs(JsonObject.class))
            if (account.getString("address").equals(person + "@waxwing.example"))
                assertThat(api.delete("accounts/" + account.getString("id")).statusCode()).isEqualTo(204);
    }

    /** The consent of somebody, as the API takes it. */
    private JsonObject granted(String person) throws IOException, InterruptedException {
        var client = KeycloakOAuthIT.client(stage);
        var request = client.request("custom", KeycloakOAuthIT.callback(), "");
        var tokens = ((OAuthGrant.Granted) client.redeem(
                request, consent.consent(request, person))).tokens();
        return Json.createObjectBuilder()
                .add("provider", "custom")
                .add("refreshToken", tokens.refreshToken().value())
                .build();
    }

    /** The ids of everything that is stored for an account, oldest first. */
    private String rows(String account) throws SQLException {
        try (var database = stage.database();
                var statement = database.createStatement();
                var found = statement
                        .executeQuery("select string_agg(id::text, ',' order by received_at, id) from email"
                                + " where account_id = '" + account + "'")) {
            found.next();
            return found.getString(1);
        }
    }

    private void signIn(Page page, String name) {
        Inbox.signIn(stage, page, name, name);
        assertThat(page).hasURL(Pattern.compile("^" + stage.web().replace(".", "\\.") + ".*"), patientlyAt());
    }

    /** Follows the button to the provider, where whoever is signed in already is asked nothing. */
    private static void consentOn(Page page) {
        page.getByRole(AriaRole.LINK, pageNamed("Sign in with Example Mail")).click();
    }

    private static Page.GetByRoleOptions pageNamed(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static LocatorAssertions.IsVisibleOptions patiently() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE);
    }

    private static PageAssertions.HasURLOptions patientlyAt() {
        return new PageAssertions.HasURLOptions().setTimeout(PATIENCE);
    }
}
