package org.waxwing.bootstrap.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody deals with their mail: in the pages and over the API, and their mail server hears of it. */
@ExtendWith(Stage.Provider.class)
class ActionsIT {
    private static final String ME = "doer";
    private static final double PATIENCE = 60_000;

    private final Stage stage;

    ActionsIT(Stage stage) {
        this.stage = stage;
    }

    private static String letter(String to, String subject) {
        return "From: Klara <klara@example.org>\nTo: " + to + "@example.org\nSubject: " + subject
                + "\nMessage-ID: <" + to + "-" + subject.replace(' ', '-') + "@example.org>\n\nWords.\n";
    }

    private TestMail.Box box(String login, String... subjects) {
        var box = stage.mail().box(login);
        for (var subject : subjects) box.has(letter(login, subject));
        return box;
    }

    @Test
    void mail_is_dealt_with_in_the_pages_and_at_the_server() {
        var box = box("keys", "First letter", "Second letter", "Third letter");
        var account = stage.api(ME).connect("keys");
        try (var browser = Browser.open()) {
            var page = browser.window(Map.of());
            open(page, account);
            page.keyboard().press("j");
            // all came within one second, so any of them may be the first
            var first = page.locator("li.row:has(:focus) .subject").textContent();
            var others = box.subjects("INBOX").stream().filter(it -> !it.equals(first)).toList();
            page.keyboard().press("e");

            assertThat(Inbox.row(page, first)).hasCount(0);
            assertThat(page.locator("#toast")).containsText("Archived “" + first + "”");
            until(page, () -> box.subjects("INBOX").equals(others));

            page.keyboard().press("z");

            assertThat(Inbox.row(page, first)).isVisible(Inbox.patiently());
            until(page, () -> box.subjects("INBOX").contains(first));

            Inbox.row(page, others.getFirst()).locator(".row-link").focus();
            page.keyboard().press("s");

            assertThat(Inbox.row(page, others.getFirst()).locator(".mark-star")).hasCount(1);
            until(page, () -> box.starred("INBOX").equals(List.of(others.getFirst())));

            newFolder(page, account, "Harbour");
            Inbox.row(page, others.getLast()).click();
            assertThat(page.locator("article.thread h1")).hasText(others.getLast());
            page.keyboard().press("v");
            page.locator("#picker-filter").fill("harb");
            page.keyboard().press("Enter");

            assertThat(Inbox.row(page, others.getLast())).hasCount(0);
            until(page, () -> box.subjects("Harbour").equals(List.of(others.getLast())));

            folder(page, "Harbour").hover();
            page.getByRole(AriaRole.BUTTON, named("Menu of the folder Harbour")).click();
            page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Rename or move")).click();
            page.locator("#naming-name").fill("Piers");
            page.keyboard().press("Enter");

            assertThat(folder(page, "Piers")).isVisible(Inbox.patiently());
            until(page, () -> box.subjects("Piers").equals(List.of(others.getLast())));
            browser.hasNothingToComplainAbout();
        }
    }

    @Test
    void reading_and_choosing_work_together() {
        var box = box("bulk", "One", "Two", "Three");
        var account = stage.api(ME).connect("bulk");
        try (var browser = Browser.open()) {
            var page = browser.window(Map.of());
            open(page, account);
            Inbox.row(page, "Two").click();

            assertThat(Inbox.row(page, "Two")).not().hasClass(Pattern.compile(".*\\bunread\\b.*"));
            until(page, () -> box.seen("INBOX").equals(List.of("Two")));

            page.keyboard().press("*");
            page.keyboard().press("a");
            assertThat(page.locator("#picked-count")).hasText("3 chosen");
            page.keyboard().press("#");

            assertThat(page.locator("li.row")).hasCount(0);
            until(page, () -> box.subjects("INBOX").isEmpty());
            page.getByRole(AriaRole.BUTTON, named("Undo")).click();

            assertThat(page.locator("li.row")).hasCount(3);
            until(page, () -> box.subjects("INBOX").size() == 3);
            browser.hasNothingToComplainAbout();
        }
    }

    @Test
    void the_api_does_and_undoes_what_it_is_asked() {
        var box = box("calls", "Alpha", "Beta");
        var api = stage.api(ME);
        var account = api.connect("calls");
        var alpha = api.thread(account, "imbox", "Alpha");

        var labelled = api.post("actions", """
                {"op": "label", "threadIds": ["%s"], "label": "tender"}""".formatted(alpha));
        assertThat(labelled.statusCode()).as(labelled.body()).isEqualTo(200);
        var row = api.read("threads?view=imbox&accountId=" + account).getJsonArray("items").getValuesAs(
                JsonObject.class).stream().filter(it -> it.getString("id").equals(alpha)).findFirst().orElseThrow();
        assertThat(row.getJsonArray("labels").getString(0)).isEqualTo("tender");
        assertThat(api.get("labels").body()).contains("tender");

        var trashed = api.post("actions", """
                {"op": "trash", "threadIds": ["%s", "00000000-0000-0000-0000-000000000000"]}""".formatted(alpha));
        assertThat(trashed.statusCode()).as(trashed.body()).isEqualTo(200);
        assertThat(Api.json(trashed).getInt("changed")).isEqualTo(1);
        assertThat(api.thread(account, "trash", "Alpha")).isEqualTo(alpha);
        until(api, () -> box.subjects("INBOX").equals(List.of("Beta")));

        var undo = "actions/" + Api.json(trashed).getString("actionId") + "/undo";
        assertThat(Api.json(api.post(undo, "{}")).getInt("changed")).isEqualTo(1);
        assertThat(api.thread(account, "imbox", "Alpha")).isEqualTo(alpha);
        assertThat(api.post(undo, "{}").statusCode()).isEqualTo(409);
        until(api, () -> box.subjects("INBOX").contains("Alpha"));
    }

    @Test
    void folders_are_made_and_removed_over_the_api() {
        box("folders", "Gamma");
        var api = stage.api(ME);
        var account = api.connect("folders");
        var wanted = """
                {"accountId": "%s", "path": "Projects/Harbour"}""".formatted(account);

        var made = api.post("mailboxes", wanted);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        var id = Api.json(made).getString("id");
        assertThat(api.post("mailboxes", wanted).statusCode()).isEqualTo(409);
        assertThat(api.post("mailboxes", wanted.replace("Projects/Harbour", "a//b")).statusCode()).isEqualTo(422);
        var moved = api.post("actions", """
                {"op": "move", "threadIds": ["%s"], "mailboxId": "%s"}""".formatted(
                api.thread(account, "imbox", "Gamma"), id));
        assertThat(moved.statusCode()).as(moved.body()).isEqualTo(200);

        assertThat(api.delete("mailboxes/" + id).statusCode()).isEqualTo(409);
        assertThat(api.delete("mailboxes/" + id + "?withMail=true").statusCode()).isEqualTo(204);
        assertThat(api.thread(account, "trash", "Gamma")).isNotEmpty();
    }

    @Test
    void what_nobody_has_cannot_be_acted_on() {
        var api = stage.api("alice");

        assertThat(api.post("actions", """
                {"op": "read", "threadIds": ["00000000-0000-0000-0000-000000000000"]}""").statusCode()).isEqualTo(404);
        assertThat(api.post("actions", "{\"op\": \"burn\"}").statusCode()).isEqualTo(422);
        assertThat(api.post("actions/00000000-0000-0000-0000-000000000000/undo", "{}").statusCode()).isEqualTo(404);
        assertThat(api.get("refusals").statusCode()).isEqualTo(200);
    }

    private static void newFolder(Page page, String account, String name) {
        page.locator("[data-act=new-folder][data-account='" + account + "']").click();
        page.locator("#naming-name").fill(name);
        page.keyboard().press("Enter");
        assertThat(folder(page, name)).isVisible(Inbox.patiently());
    }

    private void open(Page page, String account) {
        Inbox.open(stage, page, ME, "view=imbox&account=" + account);
    }

    private static Locator folder(Page page, String name) {
        return page.locator(".nav li", new Page.LocatorOptions().setHasText(name));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    // a mail server hears of changes as soon as it can be reached, and tells nobody when that was
    private static void until(Page page, BooleanSupplier wanted) {
        page.waitForCondition(wanted, new Page.WaitForConditionOptions().setTimeout(PATIENCE));
    }

    private static void until(Api api, BooleanSupplier wanted) {
        api.await("counts", counts -> wanted.getAsBoolean());
    }
}
