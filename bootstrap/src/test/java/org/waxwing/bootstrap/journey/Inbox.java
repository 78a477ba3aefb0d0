package org.waxwing.bootstrap.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The way into the inbox, and what every journey looks for there. */
final class Inbox {
    private static final double PATIENCE = 60_000;
    private static final Map<String, List<Cookie>> SESSIONS = new ConcurrentHashMap<>();

    private Inbox() {}

    /**
     * Goes to the product and signs in; what is shown then is for the caller to wait for. Whoever signed in in another
     * window comes in by the same session, as long as it lasts.
     */
    static void signIn(Stage stage, Page page, String name, String password) {
        page.context().addCookies(SESSIONS.getOrDefault(stage.web() + name, List.of()));
        page.navigate(stage.web());
        passSignIn(stage, page, name, password);
    }

    /** Shows somebody the page of this path: by the session of another window, as long as it lasts. */
    static void go(Stage stage, Page page, String name, String path) {
        tellZone(stage, page);
        page.context().addCookies(SESSIONS.getOrDefault(stage.web() + name, List.of()));
        var address = stage.web() + path;
        page.navigate(address);
        passSignIn(stage, page, name, stage.password(name));
        // the way through the sign-in leads to the first page
        if (!page.url().equals(address)) page.navigate(address);
    }

    /** As if the window had been here before: the first page of all is drawn twice where it cannot know the time zone. */
    static void tellZone(Stage stage, Page page) {
        page.context().addCookies(List.of(new Cookie("waxwing-zone", "Europe!Berlin").setUrl(stage.web())));
    }

    private static void passSignIn(Stage stage, Page page, String name, String password) {
        if (page.locator("#username").count() == 0) return;
        page.locator("#username").fill(name);
        page.locator("#password").fill(password);
        page.locator("#kc-login").click();
        page.waitForURL(
                address -> address.startsWith(stage.web()), new Page.WaitForURLOptions().setTimeout(PATIENCE));
        // what was chosen in that window is not to be known in others
        SESSIONS.put(stage.web() + name, page.context().cookies().stream()
                .filter(it -> !it.name.startsWith("waxwing-")).toList());
    }

    /** Signs somebody in and shows the list of this address: they may have other mail too. */
    static void open(Stage stage, Page page, String name, String query) {
        go(stage, page, name, "inbox.xhtml?" + query);
        assertThat(page.locator("li.row").first()).isVisible(patiently());
    }

    /** The row of a conversation. */
    static Locator row(Page page, String subject) {
        return page.locator("li.row", new Page.LocatorOptions().setHasText(subject));
    }

    /** With the patience that a first pass over a mailbox needs. */
    static LocatorAssertions.IsVisibleOptions patiently() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE);
    }
}
