package org.waxwing.bootstrap.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.waxwing.bootstrap.journey.Visitor.button;
import static org.waxwing.bootstrap.journey.Visitor.patiently;
import static org.waxwing.bootstrap.journey.Visitor.row;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody has the pages as they like them: in every browser of theirs, in their language, and as a program. */
@ExtendWith(Stage.Provider.class)
class PreferencesIT {
    private final Stage stage;
    private final Browser browser = Browser.open();

    PreferencesIT(Stage stage) {
        this.stage = stage;
    }

    @AfterEach
    void closeTheBrowser() {
        browser.close();
    }

    @Test
    void what_is_chosen_holds_at_once_and_in_every_browser() {
        var page = browser.window(Map.of());
        var visitor = Visitor.comes(stage, page, "chooser", "Letter");
        page.locator("[aria-label^='Menu of']").first().click();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Settings")).click();

        page.waitForURL("**/settings.xhtml");
        page.locator(".settings [data-setting=theme] [data-value=dark]").click();
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
        assertThat(page.locator(".settings [data-setting=theme] [data-value=dark]"))
                .hasAttribute("aria-pressed", "true");
        page.locator("[data-setting=markRead] [data-value=never]").click();
        page.locator("select[data-setting=swipeRight]").selectOption("trash");
        visitor.api().await("me", me -> {
            var settings = me.getJsonObject("settings");
            return settings.getString("theme").equals("dark")
                    && settings.getString("markRead").equals("never")
                    && settings.getString("swipeRight").equals("trash");
        });

        var other = browser.window(Map.of());
        visitor.signsIn(other);
        assertThat(other.locator("html")).hasAttribute("data-theme", "dark");
        assertThat(other.locator("html")).hasAttribute("data-swipe-right", "trash");
        row(other, "Letter").click();
        assertThat(other.locator("#subject")).hasText("Letter");
        // read by hand only
        assertThat(row(other, "Letter")).hasClass(Pattern.compile(".*\\bunread\\b.*"));
        other.keyboard().press("Shift+I");
        assertThat(row(other, "Letter")).not().hasClass(Pattern.compile(".*\\bunread\\b.*"));
        browser.hasNothingToComplainAbout();
    }

    @Test
    void the_api_takes_what_can_be_chosen_and_names_what_cannot() {
        var page = browser.window(Map.of());
        var api = Visitor.comes(stage, page, "settler", "Letter").api();

        assertThat(api.read("me").getJsonObject("settings").getString("density")).isEqualTo("roomy");
        var kept = api.patch("me/settings", "{\"density\": \"line\", \"timeZone\": \"Asia/Shanghai\"}");
        var refused = api.patch("me/settings", "{\"density\": \"tiny\", \"zoom\": \"2\"}");

        assertThat(Api.json(kept).getString("timeZone")).isEqualTo("Asia/Shanghai");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("density").contains("zoom");
        page.reload();
        assertThat(page.locator("html")).hasAttribute("data-density", "line");
        assertThat(page.locator("html")).hasAttribute("data-zone", "Asia/Shanghai");
        assertThat(api.get("contacts?q=klara").body()).contains("Klara Berg");
        assertThat(api.get("contacts?limit=none").statusCode()).isEqualTo(400);
    }

    @Test
    void the_language_changes_while_the_page_is_open() {
        var page = browser.window(Map.of("locale", "en-GB"));
        Visitor.comes(stage, page, "speaker", "Letter");
        page.navigate(stage.web() + "settings.xhtml");

        page.locator("select[data-setting=language]").selectOption("de");
        assertThat(page.locator("h1")).hasText("Einstellungen");
        assertThat(page.locator("html")).hasAttribute("lang", "de");
        page.waitForLoadState();
        page.locator("select[data-setting=language]").selectOption("zh");
        assertThat(page.locator("h1")).hasText("设置");

        page.navigate(stage.web());
        assertThat(page.locator("#start")).hasText("要件箱");
        page.navigate(stage.web() + "settings.xhtml");
        page.locator("select[data-setting=language]").selectOption("auto");
        assertThat(page.locator("h1")).hasText("Settings");
        browser.hasNothingToComplainAbout();
    }

    @Test
    void the_first_steps_come_once() {
        var page = browser.window(Map.of());
        var visitor = Visitor.comes(stage, page, "beginner", "Letter");
        assertThat(page.locator("#guide")).isVisible();
        assertThat(page.locator("#guide")).containsText("The Imbox");

        page.locator("#guide [data-act=guide-next]").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#guide")).containsText("Faster by keyboard");
        page.keyboard().press("Enter");
        assertThat(page.locator("#guide [data-act=guide-next]")).hasText("Got it");
        page.keyboard().press("Enter");

        assertThat(page.locator("#guide")).isHidden();
        visitor.api().await("me", me -> me.getJsonObject("settings").getString("guide").equals("done"));
        page.reload();
        assertThat(page.locator("li.row").first()).isVisible(patiently());
        assertThat(page.locator("#guide")).isHidden();
        browser.hasNothingToComplainAbout();
    }

    @Test
    void the_pages_can_be_installed_and_say_when_there_is_no_connection() {
        var page = browser.window(Map.of("worker", "yes", "locale", "de-DE"));
        Visitor.comes(stage, page, "installer", "Geheimer Brief");
        var manifest = page.evaluate("""
                async () => {
                  const link = document.querySelector('link[rel=manifest]').href;
                  const answer = await fetch(link, { credentials: 'omit' });
                  const manifest = await answer.json();
                  const icons = await Promise.all(manifest.icons.map(it => fetch(it.src).then(icon => icon.ok)));
                  return [answer.headers.get('Content-Type').split(';')[0], manifest.lang, manifest.display,
                    manifest.scope, icons.every(Boolean), icons.length].join(' ');
                }""");
        assertThat(manifest).isEqualTo("application/manifest+json de standalone / true 5");
        page.evaluate("() => navigator.serviceWorker.ready.then(it => it.active.state)");
        page.waitForFunction("async () => (await caches.match('/offline-language'))?.text()"
                + ".then(language => language === 'de')");
        page.reload();
        assertThat(page.locator("li.row").first()).isVisible(patiently());

        page.context().setOffline(true);
        page.navigate(stage.web() + "inbox.xhtml?view=all");

        assertThat(page.getByText("Keine Verbindung")).isVisible();
        assertThat(page.locator("body")).not().containsText("Geheimer");
        assertThat(button(page, "Noch einmal versuchen")).isVisible();
        var kept = page.evaluate("""
                async () => {
                  const texts = [];
                  for (const name of await caches.keys()) {
                    const cache = await caches.open(name);
                    for (const request of await cache.keys()) texts.push(await (await cache.match(request)).text());
                  }
                  return texts.join(' ').includes('Geheimer');
                }""");
        assertThat(kept).as("mail in a cache").isEqualTo(false);

        page.context().setOffline(false);
        assertThat(row(page, "Geheimer Brief")).isVisible(patiently());
    }
}
