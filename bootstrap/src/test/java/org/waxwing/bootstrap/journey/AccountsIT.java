package org.waxwing.bootstrap.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PageAssertions;
import com.microsoft.playwright.options.AriaRole;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody looks after their accounts: pauses one, synchronises it, corrects it, starts it over, and removes it. */
@ExtendWith(Stage.Provider.class)
class AccountsIT {
    private static final String ME = "keeper";
    private static final double PATIENCE = 60_000;

    private final Stage stage;
    private final Browser browser = Browser.open();

    AccountsIT(Stage stage) {
        this.stage = stage;
    }

    @AfterEach
    void closeTheBrowser() {
        browser.close();
    }

    @Test
    void pauses_an_account_and_goes_on_with_it() {
        var box = stage.mail().box("pausing").has(letter("pausing", "Before the pause"));
        var api = stage.api(ME);
        var id = api.connect("pausing");
        var page = open("accounts.xhtml");
        var card = page.locator("#account-" + id);

        card.getByRole(AriaRole.BUTTON, button("Pause")).click();
        assertThat(card.getByText("Paused. What you do to mail waits")).isVisible(patiently());
        assertThat(card.getByRole(AriaRole.BUTTON, button("Synchronise"))).hasCount(0);
        // a button that is drawn anew under the hand would lose it
        assertThat(card.getByRole(AriaRole.BUTTON, button("Resume"))).isFocused();
        box.has(letter("pausing", "During the pause"));
        api.post("accounts/" + id + "/sync", "");
        assertThat(api.read("accounts/" + id + "/sync").getString("phase")).isEqualTo("paused");
        assertThat(subjects(api, id)).containsExactly("Before the pause");

        card.getByRole(AriaRole.BUTTON, button("Resume")).click();
        api.await(messages(id), list -> list.getJsonArray("items").size() == 2);
        assertThat(card.getByText("Up to date.")).isVisible(patiently());

        box.has(letter("pausing", "After the pause"));
        card.getByRole(AriaRole.BUTTON, button("Synchronise")).click();
        api.await(messages(id), list -> list.getJsonArray("items").size() == 3);
        assertThat(card.getByText("Up to date.")).isVisible(patiently());
        browser.hasNothingToComplainAbout();
    }

    @Test
    void synchronises_from_the_menu_in_the_bar() {
        var box = stage.mail().box("menu").has(letter("menu", "First"));
        var api = stage.api(ME);
        var id = api.connect("menu");
        var page = open("inbox.xhtml?view=imbox&account=" + id);

        page.locator("button.sync").click();
        var line = page.locator("#sync-menu [data-account='" + id + "']");
        assertThat(line).isVisible(patiently());
        box.has(letter("menu", "Second"));
        line.getByRole(AriaRole.BUTTON).click();

        api.await(messages(id), list -> list.getJsonArray("items").size() == 2);
        // the menu is read again with every step, and stays open
        assertThat(line).isVisible();
        page.keyboard().press("Escape");
        box.has(letter("menu", "Third"));
        page.keyboard().press("Shift+R");
        api.await(messages(id), list -> list.getJsonArray("items").size() == 3);
        browser.hasNothingToComplainAbout();
    }

    @Test
    void shows_the_progress_while_much_arrives() {
        var box = stage.mail().box("large").has(letter("large", "The first one"));
        var api = stage.api(ME);
        var id = api.connect("large");
        var page = open("accounts.xhtml");
        var card = page.locator("#account-" + id);
        assertThat(card.getByText("Up to date.")).isVisible(patiently());
        // a pass may be over before a test looks: the page itself notes what it shows
        page.evaluate("""
                id => new MutationObserver(() => {
                  const pace = document.querySelector(`[id="account-${id}"] .pace:has(progress)`);
                  if (pace) document.body.dataset.seen = pace.textContent;
                }).observe(document.body, { subtree: true, childList: true, characterData: true })""", id);

        // what came during a pause is fetched by one pass, which then has something to show
        card.getByRole(AriaRole.BUTTON, button("Pause")).click();
        assertThat(card.getByText("Paused. What you do to mail waits")).isVisible(patiently());
        for (int i = 0; i < 2_500; i++) box.has(letter("large", "Letter " + i));
        card.getByRole(AriaRole.BUTTON, button("Resume")).click();

        assertThat(page.locator("body")).hasAttribute("data-seen", Pattern.compile("[0-9,]+ of 2,500 messages.*"),
                new LocatorAssertions.HasAttributeOptions().setTimeout(PATIENCE));
        api.await("accounts/" + id + "/sync/folders",
                list -> list.getJsonArray("items").getJsonObject(0).getInt("stored") == 2_501);
        assertThat(card.getByText("Up to date.")).isVisible(patiently());
        assertThat(card.locator("progress")).hasCount(0);
        browser.hasNothingToComplainAbout();
    }

    @Test
    void shows_every_folder_and_lets_its_purpose_be_corrected() {
        stage.mail().box("sorting").has(letter("sorting", "In the inbox"))
                .has("Weggelegtes", bytes(letter("sorting", "Put away")));
        var api = stage.api(ME);
        var id = api.connect("sorting");
        var page = open("account.xhtml?id=" + id);
        var row = page.locator(".folder-table tbody", new Page.LocatorOptions().setHasText("Weggelegtes"));
        assertThat(row.locator("td[data-label=Here]")).hasText("1", new LocatorAssertions.HasTextOptions()
                .setTimeout(PATIENCE));
        assertThat(row.locator("td[data-label='At the server']")).hasText("1");

        row.locator("select").selectOption("archive");
        assertThat(page.getByText("This folder is for: Archive")).isVisible(patiently());

        var folder = api.read("accounts/" + id + "/sync/folders").getJsonArray("items")
                .getValuesAs(JsonObject.class).stream()
                .filter(it -> it.getString("path").equals("Weggelegtes"))
                .findFirst().orElseThrow();
        assertThat(folder.getString("role")).isEqualTo("archive");
        assertThat(folder.getInt("stored")).isOne();
        assertThat(api.read("messages?view=archive&accountId=" + id).getJsonArray("items")).hasSize(1);
        page.reload();
        assertThat(row.locator("select")).hasValue("archive");
        browser.hasNothingToComplainAbout();
    }

    @Test
    void fetches_everything_again_without_losing_anything() {
        stage.mail().box("again").has(letter("again", "One")).has(letter("again", "Two"));
        var api = stage.api(ME);
        var id = api.connect("again");
        var before = ids(api, id);
        int passes = api.read("accounts/" + id + "/sync").getInt("passes");
        var page = open("account.xhtml?id=" + id);

        page.locator(".danger-zone").getByRole(AriaRole.BUTTON, button("Fetch everything again")).click();
        assertThat(page.getByText("Nothing is lost")).isVisible();
        page.locator("#scratch-dialog").getByRole(AriaRole.BUTTON, button("Fetch everything again")).click();

        assertThat(page.getByText("Everything is being fetched again")).isVisible(patiently());
        api.await("accounts/" + id + "/sync",
                sync -> sync.getInt("passes") > passes && sync.getString("phase").equals("idle"));
        assertThat(ids(api, id)).containsExactlyElementsOf(before);
        browser.hasNothingToComplainAbout();
    }

    @Test
    void removes_an_account_when_that_is_meant() {
        stage.mail().box("leaving").has(letter("leaving", "Farewell"));
        var api = stage.api(ME);
        var id = api.connect("leaving");
        var page = open("account.xhtml?id=" + id);
        var ask = page.locator(".danger-zone").getByRole(AriaRole.BUTTON, button("Remove account"));
        var dialog = page.locator("#remove-dialog");

        ask.click();
        assertThat(dialog.getByText("At 127.0.0.1 all mail stays where it is")).isVisible();
        dialog.getByRole(AriaRole.BUTTON, button("Keep it")).click();
        assertThat(dialog).isHidden();
        assertThat(api.get("accounts/" + id).statusCode()).isEqualTo(200);

        ask.click();
        dialog.getByRole(AriaRole.BUTTON, button("Remove the account")).click();

        assertThat(page).hasURL(Pattern.compile(".*/accounts\\.xhtml\\?done=removed"),
                new PageAssertions.HasURLOptions().setTimeout(PATIENCE));
        assertThat(page.getByText("The account was removed from Waxwing.")).isVisible();
        assertThat(api.get("accounts/" + id).statusCode()).isEqualTo(404);
        assertThat(page.locator("#account-" + id)).hasCount(0);
        browser.hasNothingToComplainAbout();
    }

    @Test
    void a_scheduler_outside_starts_jobs_with_its_secret() {
        stage.mail().box("scheduled").has(letter("scheduled", "Waiting"));
        var id = stage.api(ME).connect("scheduled");
        var scheduler = Api.with(stage, "Authorization", "Bearer " + Stage.CRON_SECRET);

        var asked = scheduler.post("cron/email-sync", "");

        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(202);
        assertThat(Api.json(asked).getString("job")).isEqualTo("email-sync");
        assertThat(Api.json(asked).getInt("accounts")).isPositive();
        assertThat(scheduler.post("cron/full-comparison", "").statusCode()).isEqualTo(202);
        stage.api(ME).await("accounts/" + id + "/sync", sync -> sync.getInt("passes") > 1);
        assertThat(scheduler.post("cron/make-coffee", "").statusCode()).isEqualTo(404);
        var wrong = Api.with(stage, "Authorization", "Bearer wrong").post("cron/email-sync", "");
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(Api.with(stage).post("cron/email-sync", "").statusCode()).isEqualTo(401);
        assertThat(stage.api(ME).post("cron/email-sync", "").statusCode()).isEqualTo(401);
        // the secret opens nothing else
        assertThat(scheduler.get("accounts").statusCode()).isEqualTo(401);
    }

    private Page open(String address) {
        var page = browser.window(Map.of());
        Inbox.go(stage, page, ME, address);
        return page;
    }

    private static String messages(String account) {
        return "messages?view=imbox&accountId=" + account;
    }

    private static List<String> subjects(Api api, String account) {
        return values(api, account, "subject");
    }

    private static List<String> ids(Api api, String account) {
        return values(api, account, "id");
    }

    private static List<String> values(Api api, String account, String name) {
        return api.read(messages(account)).getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .map(row -> row.getString(name))
                .toList();
    }

    private static String letter(String to, String subject) {
        return "From: Klara <klara@example.org>\nTo: " + to + "@example.org\nSubject: " + subject + "\nMessage-ID: <"
                + to + "-" + subject.toLowerCase(Locale.ROOT).replace(' ', '-')
                + "@example.org>\n\nA few words.\n";
    }

    private static byte[] bytes(String text) {
        return text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private static Locator.GetByRoleOptions button(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }

    private static LocatorAssertions.IsVisibleOptions patiently() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE);
    }
}
