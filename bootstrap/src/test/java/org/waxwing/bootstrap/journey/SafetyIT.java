package org.waxwing.bootstrap.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody reads mail that would like to know who reads it, and mail that is not what it seems. */
@ExtendWith(Stage.Provider.class)
class SafetyIT {
    private static final String ME = "wary";
    private static final double PATIENCE = 60_000;

    private final Stage stage;
    private final PictureHost host = new PictureHost();

    SafetyIT(Stage stage) throws IOException {
        this.stage = stage;
    }

    @AfterEach
    void closeTheHost() {
        host.close();
    }

    private static String letter(String login, String id, String from, String results, String html) {
        return "Received: from a by mx.example.org\nAuthentication-Results: " + results + "\nFrom: " + from + "\nTo: "
                + login
                + "@example.org\nSubject: Letter " + id + "\nMessage-ID: <" + login + "-" + id + "@example.org>\n"
                + "MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n" + html + "\n";
    }

    private String newsletter(String login, String id, String from) {
        return letter(login, id, from, "mx.example.org; spf=pass smtp.mailfrom=klara@news.example; dkim=pass"
                + " header.d=news.example; dmarc=pass header.from=news.example",
                "<p style='color:#222222'>Sofas</p><img src='" + host.at("/sofa.png")
                        + "' width=300 height=100 alt=Sofa>"
                        + "<img src='" + host.at("/logo.svg") + "' width=30 height=30 alt=Logo>"
                        + "<img src='" + host.at("/open.gif?u=1") + "' width=1 height=1>");
    }

    private JsonObject message(Api api, String account, String login, String id) {
        return api.read("messages?accountId=" + account + "&messageId=" + login + "-" + id + "@example.org")
                .getJsonArray("items").getJsonObject(0);
    }

    private Page open(Browser browser, JsonObject message) {
        var page = browser.window(Map.of());
        Inbox.go(stage, page, ME, "inbox.xhtml?view=all&thread=" + message.getString("threadId"));
        assertThat(page.locator("article.thread iframe.ready")).isVisible(patiently());
        return page;
    }

    private static LocatorAssertions.IsVisibleOptions patiently() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static void isLoaded(Page page) {
        var picture = page.frameLocator("article.thread iframe").locator("img[alt=Sofa]");
        assertThat(picture).isVisible(patiently());
        assertThat(picture).hasJSProperty("naturalWidth", 1,
                new LocatorAssertions.HasJSPropertyOptions().setTimeout(PATIENCE));
    }

    @Test
    void pictures_wait_until_they_are_asked_for_and_never_tell_who_asked() {
        stage.mail().box("careful").has(newsletter("careful", "one", "Klara <klara@news.example>"));
        var api = stage.api(ME);
        var message = message(api, api.connect("careful"), "careful", "one");
        try (var browser = Browser.open()) {
            var page = open(browser, message);

            assertThat(page.locator(".safety .said").first()).containsText("2 remote images were not loaded");
            assertThat(page.locator(".safety .said").first()).containsText("1 tracking pixel from 127.0.0.1 removed");
            assertThat(host.asked()).isEmpty();

            page.getByRole(AriaRole.BUTTON, named("Show images")).click();
            isLoaded(page);
            assertThat(host.asked()).contains("/sofa.png cookie=null referer=null")
                    .noneMatch(it -> it.startsWith("/open.gif"));

            page.reload();
            assertThat(page.getByRole(AriaRole.BUTTON, named("Show images"))).isVisible(patiently());
            page.getByRole(AriaRole.BUTTON, named("Always from klara@news.example")).click();
            isLoaded(page);
            page.reload();
            isLoaded(page);
            assertThat(api.read("image-senders").getJsonArray("items").toString()).contains("klara@news.example");

            page.getByRole(AriaRole.BUTTON, named("No longer from klara@news.example")).click();
            assertThat(page.getByRole(AriaRole.BUTTON, named("Show images"))).isVisible(patiently());
            assertThat(api.read("image-senders").getJsonArray("items")).isEmpty();

            page.getByRole(AriaRole.BUTTON, named("Always from klara@news.example")).click();
            isLoaded(page);
            page.navigate(stage.web() + "settings.xhtml");
            page.getByRole(AriaRole.BUTTON, named("Ask again before pictures of klara@news.example are shown")).click();
            assertThat(page.locator(".senders li")).hasCount(0);
            assertThat(api.read("image-senders").getJsonArray("items")).isEmpty();
        }
    }

    @Test
    void the_proxy_serves_nothing_that_no_message_of_this_person_shows() {
        stage.mail().box("proxied").has(newsletter("proxied", "one", "Klara <klara@proxied.example>"));
        var api = stage.api(ME);
        var message = message(api, api.connect("proxied"), "proxied", "one");

        var html = api.get("messages/" + message.getString("id") + "/html?images=1").body();
        var address = Pattern.compile("/api/v1/(images\\?u=[\\w-]+&s=)([\\w-]+)")
                .matcher(html.replace("&#61;", "=").replace("&amp;", "&"));
        assertThat(address.find()).isTrue();
        var path = address.group(1) + address.group(2);

        assertThat(api.get(path).statusCode()).isEqualTo(200);
        assertThat(api.get(path).headers().firstValue("Content-Type")).contains("image/png");
        assertThat(api.get(path).headers().firstValue("Content-Security-Policy"))
                .contains("sandbox; default-src 'none'");
        assertThat(stage.api("alice").get(path).statusCode()).isEqualTo(404);
        assertThat(api.get(path + "x").statusCode()).isEqualTo(404);
        assertThat(api.get("images?u=aHR0cDovLzEyNy4wLjAuMS8&s=" + address.group(2)).statusCode()).isEqualTo(404);
        assertThat(api.get("images").statusCode()).isEqualTo(404);
    }

    @Test
    void senders_are_vouched_for_by_the_server_that_took_the_mail_in_and_by_no_other() {
        stage.mail().box("vouched")
                .has(newsletter("vouched", "good", "Klara <klara@news.example>"))
                .has(letter("vouched", "forged", "Bank <service@bank.example>", "mx.evil.example; dmarc=pass",
                        "<p>Hi</p>"))
                .has(letter("vouched", "failed", "service@bank.example <x@bank-sicher.example>",
                        "mx.example.org; spf=fail; dkim=none; dmarc=fail header.from=bank-sicher.example",
                        "<p>Please verify your account</p><a href='https://login.example.net/'>https://www.bank.example/</a>"));
        var api = stage.api(ME);
        var account = api.connect("vouched");

        assertThat(message(api, account, "vouched", "good").getJsonObject("auth").getString("standing"))
                .isEqualTo("verified");
        assertThat(message(api, account, "vouched", "forged").getJsonObject("auth").getString("dmarc"))
                .isEqualTo("unknown");
        assertThat(message(api, account, "vouched", "failed").getJsonObject("auth").getString("dmarc"))
                .isEqualTo("fail");
        try (var browser = Browser.open()) {
            var page = open(browser, message(api, account, "vouched", "good"));
            assertThat(page.locator(".badge.verified > summary")).hasText("Verified");
            page.locator(".badge > summary").click();
            assertThat(page.locator(".badge-card")).containsText("news.example");
            assertThat(page.locator(".hints:visible")).hasCount(0);

            page.navigate(stage.web() + "inbox.xhtml?view=all&thread="
                    + message(api, account, "vouched", "failed").getString("threadId"));
            assertThat(page.locator(".badge.failed")).isVisible(patiently());
            assertThat(page.locator(".hints").first()).containsText("calls itself service@bank.example");
            assertThat(page.locator(".hints.links"))
                    .containsText("shows www.bank.example, but leads to login.example.net");
            browser.hasNothingToComplainAbout();
        }
    }

    @Test
    void a_doubtful_link_says_where_it_leads_and_asks_first() {
        stage.mail().box("linked").has(letter("linked", "one", "Bank <service@bank.example>", "mx.example.org; none",
                "<p><a href='" + host.at("/trap") + "'>https://www.bank.example/</a></p>"));
        var api = stage.api(ME);
        var message = message(api, api.connect("linked"), "linked", "one");
        try (var browser = Browser.open()) {
            var page = open(browser, message);
            var link = page.frameLocator("article.thread iframe").locator("a");

            link.hover();
            assertThat(page.locator(".link-status")).containsText(host.at("/trap"));
            link.click();
            assertThat(page.locator("#asking")).isVisible();
            assertThat(page.locator("#asking-text")).containsText("shows www.bank.example, but leads to 127.0.0.1");
            page.keyboard().press("Escape");
            assertThat(host.asked()).isEmpty();

            link.click();
            var popup = page.waitForPopup(() -> page.locator("#asking-yes").click());
            popup.waitForLoadState();
            assertThat(popup.url()).isEqualTo(host.at("/trap"));
            // another port of this host gets its cookies, but not the address of the page
            assertThat(host.asked().getFirst()).startsWith("/trap ").endsWith(" referer=null");
        }
    }

    @Test
    void dark_pages_show_dark_mail_until_somebody_wants_it_as_it_was() {
        stage.mail().box("dark").has(letter("dark", "one", "Klara <klara@example.org>", "mx.example.org; none",
                "<table bgcolor=#ffffff><tr><td style='color:#222222'>Words</td></tr></table>"));
        var api = stage.api(ME);
        var message = message(api, api.connect("dark"), "dark", "one");
        try (var browser = Browser.open()) {
            var page = open(browser, message);
            var words = page.frameLocator("article.thread iframe").locator("td");
            assertThat(words).hasCSS("color", "rgb(34, 34, 34)");

            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            assertThat(words).not().hasCSS("color", "rgb(34, 34, 34)");
            page.getByRole(AriaRole.BUTTON, named("Original colours")).click();
            assertThat(words).hasCSS("color", "rgb(34, 34, 34)");
            browser.hasNothingToComplainAbout();
        }
    }

    @Test
    void five_megabytes_of_tables_open_without_a_wait_and_all_of_it_on_request() {
        var row = "<table><tr><td style='padding:4px;color:#333'>A row among many</td><td><table><tr><td>deep</td></tr></table>"
                + "</td></tr></table>\n";
        stage.mail().box("long").has(letter("long", "one", "Klara <klara@example.org>", "mx.example.org; none",
                row.repeat(4_900_000 / row.length()) + "<p>The very end</p>"));
        var api = stage.api(ME);
        var message = message(api, api.connect("long"), "long", "one");
        try (var browser = Browser.open()) {
            var page = open(browser, message);

            assertThat(page.getByText("This message is very long.")).isVisible();
            assertThat(page.frameLocator("article.thread iframe").getByText("A row among many").first()).isVisible();
            page.getByRole(AriaRole.BUTTON, named("Show all of it")).click();
            var end = page.frameLocator("article.thread iframe").getByText("The very end");
            end.waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE));
        }
    }
}
