package org.waxwing.bootstrap.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.waxwing.bootstrap.journey.Visitor.patiently;
import static org.waxwing.bootstrap.journey.Visitor.row;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PageAssertions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What happens elsewhere is seen here: in the list, in the title of the tab, by notices, and after a line was cut. */
@ExtendWith(Stage.Provider.class)
class LiveIT {
    // notices go to nobody here, so they are written down; and a page of a test always seems to be looked at
    private static final String AWAY = """
            window.told = [];
            window.Notification = class extends EventTarget {
              static permission = 'granted';
              static requestPermission() { return Promise.resolve('granted'); }
              constructor(title, options) { super(); window.told.push(`${title} | ${options.body}`); window.latest = this; }
              close() {}
            };
            document.hasFocus = () => false;
            """;

    private final Stage stage;
    private final Browser browser = Browser.open();

    LiveIT(Stage stage) {
        this.stage = stage;
    }

    @AfterEach
    void closeTheBrowser() {
        browser.close();
    }

    @Test
    void the_title_of_the_tab_counts_what_is_unread() {
        var page = browser.window(Map.of());
        var visitor = Visitor.comes(stage, page, "counter", "One", "Two");
        assertThat(page).hasTitle(Pattern.compile("^\\(2\\) Imbox .*"), patientlyTitled());

        row(page, "One").click();
        assertThat(page).hasTitle(Pattern.compile("^\\(1\\) .*"), patientlyTitled());
        visitor.isSent("Three");

        assertThat(page).hasTitle(Pattern.compile("^\\(2\\) .*"), patientlyTitled());
        page.keyboard().press("g");
        page.keyboard().press("t");
        assertThat(page).hasTitle(Pattern.compile("^\\(2\\) Sent .*"), patientlyTitled());
        browser.hasNothingToComplainAbout();
    }

    @Test
    void a_line_that_was_cut_goes_on_where_it_stood() {
        var page = browser.window(Map.of());
        var visitor = Visitor.comes(stage, page, "sleeper", "Before");
        visitor.isSent("While awake");
        assertThat(row(page, "While awake")).isVisible(patiently());
        List<String> lines = new CopyOnWriteArrayList<>();
        page.onRequest(request -> {
            if (request.url().contains("/api/v1/events")) lines.add(request.url());
        });

        page.context().setOffline(true);
        visitor.isSent("While asleep");
        visitor.api().await("threads?view=imbox", it -> it.getJsonArray("items").size() == 3);
        assertThat(row(page, "While asleep")).hasCount(0);
        page.context().setOffline(false);

        assertThat(row(page, "While asleep")).isVisible(patiently());
        assertThat(lines).anyMatch(line -> line.contains("lastEventId="));
        visitor.isSent("Awake again");
        assertThat(row(page, "Awake again")).isVisible(patiently());
    }

    @Test
    void new_mail_is_told_once_to_those_who_asked_for_it() {
        var page = browser.window(Map.of());
        var visitor = Visitor.comes(stage, page, "listener", "Old letter");
        visitor.api().patch("me/settings", "{\"notify\": \"imbox\"}");
        page.addInitScript(AWAY);
        page.reload();
        assertThat(page.locator("li.row").first()).isVisible(patiently());

        visitor.isSent("Fresh letter");
        page.waitForFunction("() => window.told.length > 0", null, patience());
        assertThat(page.evaluate("window.told.join()")).isEqualTo("Klara Berg | Fresh letter");

        page.evaluate("() => window.latest.dispatchEvent(new Event('click'))");
        assertThat(page.locator("#subject")).hasText("Fresh letter");
        browser.hasNothingToComplainAbout();
    }

    @Test
    void a_notice_says_nothing_of_the_mail_to_those_who_do_not_want_that() {
        var page = browser.window(Map.of());
        var visitor = Visitor.comes(stage, page, "discreet", "Old letter");
        visitor.api().patch("me/settings", "{\"notify\": \"all\", \"notifyContent\": \"off\"}");
        page.addInitScript(AWAY);
        page.reload();
        assertThat(page.locator("li.row").first()).isVisible(patiently());

        visitor.isSent("Secret letter");
        page.waitForFunction("() => window.told.length > 0", null, patience());

        assertThat(page.evaluate("window.told.join()")).isEqualTo("New message | ");
    }

    private static Page.WaitForFunctionOptions patience() {
        return new Page.WaitForFunctionOptions().setTimeout(Visitor.PATIENCE);
    }

    private static PageAssertions.HasTitleOptions patientlyTitled() {
        return new PageAssertions.HasTitleOptions().setTimeout(Visitor.PATIENCE);
    }
}
