package org.waxwing.bootstrap.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.waxwing.bootstrap.journey.Visitor.folder;
import static org.waxwing.bootstrap.journey.Visitor.newFolder;
import static org.waxwing.bootstrap.journey.Visitor.patiently;
import static org.waxwing.bootstrap.journey.Visitor.row;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.MouseButton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Mail is dealt with by keys, by the palette, by dragging, by menus and by a finger. */
@ExtendWith(Stage.Provider.class)
class KeysIT {
    // the registry of the page itself: a module is loaded once, whoever asks for it
    private static final String REGISTRY = """
            const script = document.querySelector('script[type=module]').src;
            const { $registry: registry } = await import(script);
            """;

    private static final Pattern BLANK = Pattern.compile(" ");

    private final Stage stage;
    private final Browser browser = Browser.open();

    KeysIT(Stage stage) {
        this.stage = stage;
    }

    @AfterEach
    void closeTheBrowser() {
        browser.close();
    }

    @Test
    @SuppressWarnings("unchecked") // what a page gives
    void every_key_of_the_registry_reaches_its_command_and_no_other() {
        var page = browser.window(Map.of());
        Visitor.comes(stage, page, "keyring", "Only letter");
        var table = (List<Map<String, Object>>) page.evaluate("async () => {" + REGISTRY + """
                const all = registry.commands();
                for (const it of all) {
                  it.applies = () => true;
                  it.here = () => true;
                  it.run = () => { window.reached = it.id; };
                }
                return all.map(({ id, keys }) => ({ id, keys }));
                }""");

        var given = new ArrayList<String>();
        for (var command : table)
            for (var keys : (List<String>) Objects.requireNonNull(command.get("keys"))) {
                given.add(keys);
                page.evaluate("() => { window.reached = ''; document.activeElement?.blur(); }");
                BLANK.splitAsStream(keys).forEach(key -> page.keyboard().press(pressable(key)));
                assertThat(page.evaluate("window.reached")).as(keys).isEqualTo(command.get("id"));
            }

        assertThat(given).hasSizeGreaterThan(30).doesNotHaveDuplicates().contains("j", "* a", "g i", "Mod+k", "#");
        browser.hasNothingToComplainAbout();
    }

    private static String pressable(String key) {
        if (key.startsWith("Mod+")) return "Control+" + key.substring(4);
        return key.matches("[A-Z]") ? "Shift+" + key : key;
    }

    @Test
    void keys_walk_choose_file_and_go_and_the_help_page_names_them() {
        var page = browser.window(Map.of());
        var visitor = Visitor.comes(stage, page, "walker", "One", "Two", "Three");
        page.keyboard().press("j");
        page.keyboard().press("j");
        var second = page.locator("li.row:has(:focus) .subject").textContent();
        page.keyboard().press("Enter");
        assertThat(page.locator("#subject")).hasText(second);

        page.keyboard().press("Escape");
        assertThat(page.locator("article.thread")).hasCount(0);
        page.keyboard().press("x");
        assertThat(page.locator("#picked-count")).hasText("1 chosen");
        page.keyboard().press("*");
        page.keyboard().press("n");
        assertThat(page.locator("#bulk")).isHidden();
        page.keyboard().press("g");
        page.keyboard().press("t");
        assertThat(page).hasURL(Pattern.compile(".*view=sent.*"));
        page.keyboard().press("g");
        page.keyboard().press("i");
        assertThat(row(page, "Two")).isVisible();

        page.keyboard().press("?");
        assertThat(page.locator("#help [data-command=archive]")).containsText("Archive");
        assertThat(page.locator("#help [data-command=go-imbox] kbd")).hasCount(2);
        // kept for what is still to come
        assertThat(page.locator("#help [data-command=compose]")).hasCount(0);
        page.keyboard().press("Escape");

        visitor.api().patch("me/settings", "{\"singleKeys\": \"off\"}");
        page.reload();
        row(page, "Two").locator(".row-link").focus();
        page.keyboard().press("e");
        page.keyboard().press("ArrowDown");
        assertThat(page.locator("li.row")).hasCount(3);
        page.keyboard().press("Control+k");
        assertThat(page.locator("#palette-field")).isFocused();
        browser.hasNothingToComplainAbout();
    }

    @Test
    void the_palette_finds_commands_places_people_and_whatever_was_typed() {
        var page = browser.window(Map.of());
        var visitor = Visitor.comes(stage, page, "finder", "Harbour plans", "Crane");
        newFolder(page, "Piers");
        row(page, "Crane").locator(".row-link").focus();

        page.keyboard().press("Control+k");
        assertThat(page.locator("#palette-field")).isFocused();
        page.keyboard().type("rchi");
        assertThat(selected(page)).containsText("Archive");
        page.keyboard().press("Enter");
        assertThat(row(page, "Crane")).hasCount(0);
        visitor.api().await("threads?view=archive", it -> it.getJsonArray("items").size() == 1);

        page.keyboard().press("Control+k");
        assertThat(page.locator("#palette .palette-heading").first()).hasText("Used last");
        page.keyboard().type("prs");
        assertThat(selected(page)).containsText("Piers");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*mailbox=.*"));

        page.keyboard().press("Control+k");
        page.keyboard().type("klara");
        assertThat(page.locator("#palette [role=option]", new Page.LocatorOptions().setHasText("klara@example.org")))
                .isVisible(patiently());
        assertThat(page.locator("#palette [role=option]").last()).containsText("Search all mail for “klara”");
        page.keyboard().press("Control+k");
        assertThat(page.locator("#palette")).isHidden();
        browser.hasNothingToComplainAbout();
    }

    private static Locator selected(Page page) {
        return page.locator("#palette [role=option][aria-selected=true]");
    }

    @Test
    void rows_are_dragged_to_a_folder_that_was_just_made_and_to_views() {
        var page = browser.window(Map.of());
        var visitor = Visitor.comes(stage, page, "dragger", "First", "Second", "Third", "Fourth");
        newFolder(page, "Docks");

        row(page, "First").dragTo(folder(page, "Docks"));
        assertThat(row(page, "First")).hasCount(0);
        until(page, () -> visitor.has("Docks").equals(List.of("First")));

        row(page, "Second").locator(".avatar").click();
        row(page, "Third").locator(".avatar").click();
        row(page, "Third").dragTo(page.locator(".nav a[data-query='view=trash']"));
        assertThat(page.locator("li.row")).hasCount(1);
        until(page, () -> visitor.has("INBOX").equals(List.of("Fourth")));

        row(page, "Fourth").dragTo(page.locator(".nav a[data-query='view=starred']"));
        assertThat(row(page, "Fourth").locator(".mark-star")).hasCount(1);
        browser.hasNothingToComplainAbout();
    }

    @Test
    void a_row_has_a_menu_by_mouse_and_by_keyboard() {
        var page = browser.window(Map.of());
        Visitor.comes(stage, page, "menus", "Left", "Right");

        row(page, "Left").click(new Locator.ClickOptions().setButton(MouseButton.RIGHT));
        assertThat(page.locator("#row-menu")).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.locator("#row-menu")).isHidden();
        assertThat(row(page, "Left").locator(".row-link")).isFocused();

        page.keyboard().press("Shift+F10");
        assertThat(page.locator("#row-menu [role=menuitem]").first()).isFocused();
        page.keyboard().press("s");
        assertThat(page.locator("#row-menu [role=menuitem]:focus")).containsText(Pattern.compile("^S"));
        page.locator("#row-menu [data-command=star]").click();
        assertThat(row(page, "Left").locator(".mark-star")).hasCount(1);

        row(page, "Right").click(new Locator.ClickOptions().setButton(MouseButton.RIGHT));
        // what makes no sense in this list is not offered
        assertThat(page.locator("#row-menu [data-command=not-spam]")).hasCount(0);
        page.locator("#row-menu [data-command=archive]").click();
        assertThat(row(page, "Right")).hasCount(0);
        browser.hasNothingToComplainAbout();
    }

    @Test
    void a_finger_archives_marks_lets_go_and_scrolls() {
        var page = browser.window(Map.of("phone", "yes"));
        var visitor = Visitor.comes(stage, page, "thumb", "Swiped", "Held", "Kept");
        Visitor.skipGuide(page);
        visitor.api().patch("me/settings", "{\"swipeLeft\": \"star\"}");
        page.reload();
        var finger = page.context().newCDPSession(page);

        swipe(finger, row(page, "Held"), 40, 300, 60);
        assertThat(page.locator("li.row")).hasCount(3);

        swipe(finger, row(page, "Swiped"), 40, 300);
        assertThat(row(page, "Swiped")).hasCount(0);
        assertThat(page.locator("#toast")).containsText("Archived");
        until(page, () -> visitor.has("INBOX").equals(List.of("Held", "Kept")));

        swipe(finger, row(page, "Kept"), 340, 60);
        assertThat(row(page, "Kept").locator(".mark-star")).hasCount(1);
        // nothing was opened by it
        assertThat(page.locator("article.thread")).hasCount(0);
        browser.hasNothingToComplainAbout();
    }

    /** Puts a finger on a row at the first place and draws it to the others, then lets go. */
    private static void swipe(CDPSession finger, Locator row, int... places) {
        assertThat(row).isVisible();
        var box = row.boundingBox();
        double y = box.y + box.height / 2;
        touch(finger, "touchStart", places[0], y);
        for (int i = 1; i < places.length; i++) {
            int from = places[i - 1];
            int by = places[i] - from;
            IntStream.rangeClosed(1, 12).forEach(step -> touch(finger, "touchMove", from + by * step / 12, y));
        }
        var end = new JsonObject();
        end.addProperty("type", "touchEnd");
        end.add("touchPoints", new JsonArray());
        finger.send("Input.dispatchTouchEvent", end);
    }

    private static void touch(CDPSession finger, String type, int x, double y) {
        var point = new JsonObject();
        point.addProperty("x", x);
        point.addProperty("y", y);
        var points = new JsonArray();
        points.add(point);
        var event = new JsonObject();
        event.addProperty("type", type);
        event.add("touchPoints", points);
        finger.send("Input.dispatchTouchEvent", event);
    }

    // a mail server hears of changes as soon as it can be reached, and tells nobody when that was
    private static void until(Page page, java.util.function.BooleanSupplier wanted) {
        page.waitForCondition(wanted, new Page.WaitForConditionOptions().setTimeout(Visitor.PATIENCE));
    }
}
