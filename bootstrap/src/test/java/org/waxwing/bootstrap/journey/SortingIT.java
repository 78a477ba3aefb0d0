package org.waxwing.bootstrap.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.waxwing.bootstrap.journey.Visitor.button;
import static org.waxwing.bootstrap.journey.Visitor.patiently;
import static org.waxwing.bootstrap.journey.Visitor.row;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import jakarta.json.JsonObject;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Mail is put where it belongs, tells why it is where it is, and waits outside until its sender is let in. */
@ExtendWith(Stage.Provider.class)
class SortingIT {
    private final Stage stage;
    private final Browser browser = Browser.open();

    SortingIT(Stage stage) {
        this.stage = stage;
    }

    @AfterEach
    void closeTheBrowser() {
        browser.close();
    }

    private static Predicate<JsonObject> holds(String subject) {
        return it -> Api.find(it, subject) != null;
    }

    private static boolean haveEnded(JsonObject jobs) {
        return jobs.getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .noneMatch(it -> it.getString("state").equals("running"));
    }

    private static Locator sender(Page page, String address) {
        return page.locator(".sender[data-id=\"" + address + "\"]");
    }

    private void goTo(Page page, String view) {
        page.navigate(stage.web() + "inbox.xhtml?view=" + view);
    }

    private static LocatorAssertions.ContainsTextOptions within() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(Visitor.PATIENCE);
    }

    @Test
    void a_correction_by_key_goes_at_once_teaches_and_is_undone() {
        var page = browser.window(Map.of());
        var visitor = Visitor.comes(stage, page, "corrector", "Harvest letter", "Lunch");

        row(page, "Harvest letter").locator(".row-link").focus();
        page.keyboard().press("2");
        assertThat(row(page, "Harvest letter")).hasCount(0);
        assertThat(page.locator("#toast")).containsText("goes to the Feed from now on");
        visitor.api().await("threads?view=feed", holds("Harvest letter"));
        visitor.api().await("lessons", it -> it.getJsonArray("items").size() == 1);

        page.keyboard().press("z");
        assertThat(row(page, "Harvest letter")).isVisible(patiently());
        visitor.api().await("threads?view=imbox", holds("Harvest letter"));
        visitor.api().await("lessons", it -> it.getJsonArray("items").isEmpty());
        browser.hasNothingToComplainAbout();
    }

    @Test
    void everything_in_the_imbox_is_moved_by_one_key_teaches_nothing_and_comes_back() {
        var page = browser.window(Map.of());
        var visitor = Visitor.comes(
                stage, page, "gatherer", IntStream.range(0, 120).mapToObj(i -> "Leaf " + i).toArray(String[]::new));
        visitor.api().await("threads?view=imbox&limit=200", it -> it.getJsonArray("items").size() == 120);
        page.reload();

        page.keyboard().press("*");
        page.keyboard().press("a");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("Choose all 120 .*")))
                .click();
        page.keyboard().press("2");
        assertThat(page.locator("#toast")).containsText("Moved 120 conversations to the Feed", within());
        visitor.api().await("threads?view=feed&limit=200", it -> it.getJsonArray("items").size() == 120);
        visitor.api().await("lessons", it -> it.getJsonArray("items").isEmpty());

        page.keyboard().press("z");
        visitor.api().await("threads?view=imbox&limit=200", it -> it.getJsonArray("items").size() == 120);
        browser.hasNothingToComplainAbout();
    }

    @Test
    void a_message_tells_why_it_is_there_and_what_is_taught_can_be_forgotten() {
        var page = browser.window(Map.of());
        var visitor = Visitor.comes(stage, page, "asker", "Minutes", "Lunch");
        row(page, "Minutes").click();
        assertThat(page.locator("#subject")).hasText("Minutes");
        assertThat(page.locator("[data-act=why]")).containsText("Imbox");

        page.keyboard().press("i");
        assertThat(page.locator("#why .why-place")).containsText("Imbox");
        assertThat(page.locator("#why .because.for li").first()).isVisible();
        page.locator("#why [name=about][value=message]").check();
        page.locator("#why [data-category=paper_trail]").click();
        assertThat(page.locator("#why")).isHidden();
        assertThat(row(page, "Minutes")).hasCount(0);
        assertThat(row(page, "Lunch")).isVisible();
        visitor.api().await("threads?view=paper_trail", holds("Minutes"));

        page.navigate(stage.web() + "sorting.xhtml");
        var taught = page.locator("#lessons li");
        assertThat(taught).hasCount(1);
        assertThat(taught).containsText("Paper Trail");
        taught.locator("button").click();
        assertThat(page.locator("#lessons-none")).isVisible();
        visitor.api().await("threads?view=imbox", holds("Minutes"));

        // also what has ended before the page looks for the first time is told
        page.route(Pattern.compile("/api/v1/jobs$"), route -> {
            visitor.api().await("jobs", SortingIT::haveEnded);
            route.resume();
        });
        button(page, "Sort again").click();
        assertThat(page.locator("#jobs li")).containsText("Done", within());
        browser.hasNothingToComplainAbout();
    }

    @Test
    void first_time_senders_wait_until_they_are_let_in_or_kept_out() {
        var page = browser.window(Map.of());
        var visitor = Visitor.comes(stage, page, "doorkeeper", "Lunch");
        visitor.screens("on");
        visitor.isSentBy("Nora Quint <nora@quint.example>", "An idea");
        visitor.isSentBy("Deals <deals@pushy.example>", "Only today");
        visitor.api().await("screener", it -> it.getJsonArray("items").size() == 2);

        assertThat(page.locator(".outside")).containsText("2 conversations", within());
        page.locator(".outside").click();
        sender(page, "deals@pushy.example").locator("[data-decide=out]").click();
        assertThat(sender(page, "deals@pushy.example")).hasCount(0);
        assertThat(page.locator("#toast")).containsText("deals@pushy.example is screened out");
        page.keyboard().press("z");
        assertThat(sender(page, "deals@pushy.example")).isVisible(patiently());

        sender(page, "deals@pushy.example").locator("[data-decide=out]").click();
        assertThat(sender(page, "deals@pushy.example")).hasCount(0);
        sender(page, "nora@quint.example").locator(".sender-link").click();
        assertThat(page.locator("#subject")).hasText("An idea");
        page.keyboard().press("1");
        assertThat(page.locator(".screener .state")).isVisible();
        visitor.api().await("threads?view=imbox", holds("An idea"));

        goTo(page, "screened_out");
        row(page, "Only today").locator(".row-link").focus();
        page.keyboard().press("ContextMenu");
        page.locator("#row-menu [data-command=let-in]").click();
        assertThat(row(page, "Only today")).hasCount(0);
        visitor.api().await("screener/decisions", it -> it.getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .allMatch(decision -> decision.getString("decision").equals("in")));
        browser.hasNothingToComplainAbout();
    }
}
