package org.waxwing.bootstrap.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import jakarta.json.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The list: far down, back again, searched, labelled, in every form and at every width. */
@ExtendWith(Stage.Provider.class)
class ListIT {
    private static final String ME = "lister";
    private static final double PATIENCE = 60_000;
    private static final int MANY = 320;
    // more rows than this are never in the document, however long the list is
    private static final int MOST_ROWS = 70;

    private final Stage stage;

    ListIT(Stage stage) {
        this.stage = stage;
    }

    /** What was chosen holds for the person, in every other journey too. */
    @AfterEach
    void choose_as_usual() {
        var answer = stage.api(ME).patch("me/settings", """
                {"density": "roomy", "readingPane": "right", "conversations": "on"}""");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static String letter(String to, String subject, String more) {
        return "From: Klara <klara@example.org>\nTo: " + to + "@example.org\nSubject: " + subject
                + "\nMessage-ID: <" + to + "-" + subject.replace(' ', '-') + more.length() + "@example.org>\n" + more
                + "\nWords of the harbour.\n";
    }

    private String connect(String login, int letters) {
        var box = stage.mail().box(login);
        for (int i = 1; i <= letters; i++) box.has(letter(login, "Letter %03d".formatted(i), ""));
        return arrived(login, letters);
    }

    /** Connects a mailbox and waits until that many conversations are here. */
    private String arrived(String login, int letters) {
        var api = stage.api(ME);
        var account = api.connect(login);
        api.await("threads/count?view=all&accountId=" + account, it -> it.getInt("total") == letters);
        return account;
    }

    @Test
    void a_long_list_keeps_few_rows_on_the_page_and_finds_back_to_its_place() {
        var account = connect("longlist", MANY);
        try (var browser = Browser.open()) {
            var page = browser.window(Map.of());
            open(page, "view=all&account=" + account);

            var seen = walkDown(page);

            assertThat(seen).hasSize(MANY);
            assertThat(page.locator("li.row[aria-posinset='" + MANY + "']")).hasAttribute("aria-setsize", MANY + "");

            page.evaluate("document.getElementById('list').scrollTop = 150 * 64");
            assertThat(page.locator("li.row[aria-posinset='152']")).isVisible(patiently());
            var place = inSight(page);
            page.reload();
            assertThat(page.locator("li.row[aria-posinset='152']")).isVisible(patiently());
            assertThat(inSight(page)).isEqualTo(place);

            page.locator("li.row[data-id='" + place + "']").click();
            assertThat(page.locator("article.thread")).isVisible();
            assertThat(page).hasURL(Pattern.compile(".*&thread=.*"));
            page.locator(".nav a[data-query^='view=sent']").click();
            assertThat(page.locator(".list-head h1")).hasText("Sent");
            page.goBack();
            assertThat(page.locator("article.thread")).isVisible();
            assertThat(page.locator("li.row[data-id='" + place + "'] [aria-current]")).isVisible();
            assertThat(inSight(page)).isEqualTo(place);

            // what has the focus stays on the page, wherever the list is scrolled to
            page.keyboard().press("j");
            var next = page.locator("li.row:has(:focus)").getAttribute("data-id");
            page.evaluate("document.getElementById('list').scrollTop = 0");
            assertThat(page.locator("li.row[aria-posinset='1']")).isVisible(patiently());
            assertThat(page.locator("li.row:has(:focus)")).hasAttribute("data-id", Objects.requireNonNull(next));
            browser.hasNothingToComplainAbout();
        }
    }

    private static Set<String> walkDown(Page page) {
        var seen = new HashSet<String>();
        page.waitForCondition(() -> {
            var ids = (List<?>) page.locator("li.row").evaluateAll("rows => rows.map(row => row.dataset.id)");
            assertThat(ids).hasSizeLessThan(MOST_ROWS);
            ids.forEach(id -> seen.add((String) id));
            page.evaluate("document.getElementById('list').scrollBy(0, 500)");
            return seen.size() >= MANY;
        }, new Page.WaitForConditionOptions().setTimeout(PATIENCE));
        return seen;
    }

    /** The conversation that is uppermost under the head of the list. */
    private static String inSight(Page page) {
        return (String) page.evaluate("""
                () => {
                    const head = document.querySelector('.list-head').getBoundingClientRect();
                    return document.elementFromPoint(head.left + 120, head.bottom + 8).closest('.row').dataset.id;
                }""");
    }

    @Test
    void everything_in_a_view_can_be_chosen() {
        var account = connect("choosing", 130);
        try (var browser = Browser.open()) {
            var page = browser.window(Map.of());
            open(page, "view=all&account=" + account);

            page.keyboard().press("*");
            page.keyboard().press("a");
            page.getByRole(AriaRole.BUTTON, named("Choose all 130 in Everything")).click();

            assertThat(page.locator("#picked-count")).hasText("All 130 chosen");

            page.locator("li.row").first().locator(".avatar").click();

            assertThat(page.locator("#picked-count")).hasText("129 chosen");
            page.reload();
            assertThat(page.locator("#picked-count")).hasText("129 chosen");
            assertThat(page.locator("li.row").first()).not().hasClass(Pattern.compile(".*\\bpicked\\b.*"));

            page.keyboard().press("Escape");

            assertThat(page.locator("#bulk")).isHidden();
            browser.hasNothingToComplainAbout();
        }
    }

    @Test
    void what_a_search_finds_is_a_list_that_leads_back() {
        var box = stage.mail().box("finding");
        for (var subject : List.of("Ferry to the island", "Minutes", "Ferry times"))
            box.has(
                    letter("finding", subject, ""));
        var account = arrived("finding", 3);
        try (var browser = Browser.open()) {
            var page = browser.window(Map.of());
            open(page, "view=all&account=" + account);

            page.keyboard().press("/");
            page.keyboard().type("ferry");
            page.keyboard().press("Enter");

            assertThat(page.locator(".list-head h1")).hasText("“ferry”");
            assertThat(page.locator(".list-head .muted")).hasText("2 messages found");
            assertThat(page.locator("li.row .subject mark")).hasText(new String[]{"Ferry", "Ferry"});

            page.locator("li.row").first().click();
            assertThat(page.locator("article.thread h1")).containsText("Ferry");
            page.reload();
            assertThat(page.locator("article.thread h1")).containsText("Ferry");
            assertThat(page.locator("#search-words")).hasValue("ferry");

            page.keyboard().press("Escape");
            assertThat(page.locator("article.thread")).hasCount(0);
            page.keyboard().press("Escape");

            assertThat(page.locator("li.row")).hasCount(3);
            page.keyboard().press("/");
            page.keyboard().type("nowhere");
            page.keyboard().press("Enter");
            assertThat(page.locator(".list .state-title")).hasText("Nothing found");
            browser.hasNothingToComplainAbout();
        }
    }

    @Test
    void a_label_is_a_list_with_its_count() {
        var account = connect("labelled", 3);
        var api = stage.api(ME);
        var threads = api.read("threads?view=all&accountId=" + account).getJsonArray("items")
                .getValuesAs(JsonObject.class);
        api.post("actions", """
                {"op": "label", "threadIds": ["%s"], "label": "harbour_tender"}""".formatted(
                threads.getFirst().getString("id")));
        try (var browser = Browser.open()) {
            var page = browser.window(Map.of());
            open(page, "view=all&account=" + account);
            var entry = page.locator(".nav a", new Page.LocatorOptions().setHasText("harbour tender"));

            assertThat(entry.locator(".count")).hasText("1");
            entry.click();

            assertThat(page.locator(".list-head h1")).hasText("harbour tender");
            assertThat(page.locator(".list-head .muted")).hasText("1 conversation");
            assertThat(page.locator("li.row")).hasCount(1);
            browser.hasNothingToComplainAbout();
        }
    }

    @Test
    void messages_can_be_read_one_by_one() {
        var box = stage.mail().box("single");
        box.has(letter("single", "Lunch", ""));
        box.has(letter("single", "Re: Lunch", "In-Reply-To: <single-Lunch0@example.org>\n"));
        var api = stage.api(ME);
        var account = api.connect("single");
        api.await("threads?view=all&accountId=" + account, it -> it.getJsonArray("items").getValuesAs(
                JsonObject.class).stream().anyMatch(row -> row.getInt("messageCount") == 2));
        try (var browser = Browser.open()) {
            var page = browser.window(Map.of());
            open(page, "view=all&account=" + account);
            assertThat(page.locator("li.row")).hasCount(1);

            choose(page, "conversations", "off");

            assertThat(page.locator("li.row")).hasCount(2);
            page.locator("li.row").first().click();
            assertThat(page.locator("article.thread .msg")).hasCount(1);
            page.reload();
            assertThat(page.locator("article.thread .msg")).hasCount(1);
            assertThat(page.locator("li.row")).hasCount(2);
            assertThat(page.locator("li.row").first()).not().hasClass(Pattern.compile(".*\\bunread\\b.*"));
            assertThat(page.locator("li.row").last()).hasClass(Pattern.compile(".*\\bunread\\b.*"));

            choose(page, "conversations", "on");

            assertThat(page.locator("li.row")).hasCount(1);
            browser.hasNothingToComplainAbout();
        }
    }

    @Test
    void rows_and_panes_take_the_form_that_was_chosen() {
        var account = connect("forms", 3);
        try (var browser = Browser.open()) {
            var page = browser.window(Map.of());
            open(page, "view=all&account=" + account);

            for (var density : List.of(Map.entry("line", 30), Map.entry("compact", 44), Map.entry("roomy", 64))) {
                choose(page, "density", density.getKey());
                assertThat(page.locator("html")).hasAttribute("data-density", density.getKey());
                assertThat(page.locator("li.row").first().boundingBox().height).isEqualTo((double) density.getValue());
            }
            page.locator("li.row").first().click();
            assertThat(page.locator("article.thread")).isVisible();
            var beside = page.locator("#reading").boundingBox();
            assertThat(beside.x).isGreaterThan(page.locator("#list").boundingBox().x + 300);

            choose(page, "readingPane", "below");
            assertThat(page.locator("#reading").boundingBox().y)
                    .isGreaterThanOrEqualTo(bottom(page.locator("#list")) - 1);
            page.reload();
            assertThat(page.locator("article.thread")).isVisible();
            assertThat(page.locator("#reading").boundingBox().y)
                    .isGreaterThanOrEqualTo(bottom(page.locator("#list")) - 1);

            choose(page, "readingPane", "off");
            assertThat(page.locator("#list")).isHidden();
            page.keyboard().press("u");
            assertThat(page.locator("#list")).isVisible();
            assertThat(page.locator("#reading")).isHidden();

            page.setViewportSize(1024, 768);
            assertThat(page.locator("li.row").first()).isVisible();
            page.setViewportSize(390, 844);
            assertThat(page.locator("li.row").first().boundingBox().width).isEqualTo(390);
            page.locator("li.row").first().click();
            assertThat(page.locator("#list")).isHidden();
            assertThat(page.locator("article.thread")).isVisible();
            page.goBack();
            assertThat(page.locator("li.row").first()).isVisible();
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
            browser.hasNothingToComplainAbout();
        }
    }

    @Test
    void says_so_when_a_list_cannot_be_had_and_tries_again() {
        // whatever happens in another mailbox of the same person has the page try again by itself
        stage.mail().box("lost").has(letter("lost", "Letter", ""));
        var account = stage.api("lone").connect("lost");
        try (var browser = Browser.open()) {
            var page = browser.window(Map.of());
            Inbox.open(stage, page, "lone", "view=all&account=" + account);
            page.route(Pattern.compile("fragments/list"), route -> route.fulfill(
                    new com.microsoft.playwright.Route.FulfillOptions().setStatus(200).setBody("")));

            page.locator(".nav a[data-query^='view=sent']").click();

            assertThat(page.locator(".list .state-title")).hasText("This list could not be loaded");
            page.unrouteAll();
            page.getByRole(AriaRole.BUTTON, named("Try again")).click();

            assertThat(page.locator(".list-head h1")).hasText("Sent");
            assertThat(page.locator(".list .state-title")).hasText("Nothing sent yet");
            browser.hasNothingToComplainAbout();
        }
    }

    private static double bottom(Locator it) {
        var box = it.boundingBox();
        return box.y + box.height;
    }

    private static void choose(Page page, String setting, String value) {
        if (!page.locator("#list-menu").isVisible()) page.locator("[popovertarget=list-menu]").click();
        page.locator("[data-setting='" + setting + "'] [data-value='" + value + "']").click();
        page.keyboard().press("Escape");
        assertThat(page.locator("#list-menu")).isHidden();
    }

    private void open(Page page, String query) {
        Inbox.open(stage, page, ME, query);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static LocatorAssertions.IsVisibleOptions patiently() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE);
    }
}
