package org.waxwing.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;

/**
 * Windows of a real browser. They may talk to 127.0.0.1 only, and whatever else a page wanted is remembered. One process
 * serves all journeys of a thread, to which Playwright binds it: starting it takes longer than many of them.
 */
final class Browser implements AutoCloseable {
    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    // as a pattern, which Playwright's own process asks: a question to this one would hold every request of a page back
    // for as long as a test waits for something else than the browser
    private static final Pattern ELSEWHERE = Pattern.compile("^(?!http://127\\.0\\.0\\.1:)");

    // a machine with two processors has a server, a database and the browser on them
    private static final double PATIENCE = 15_000;

    private static final ThreadLocal<com.microsoft.playwright.Browser> RUNNING = new ThreadLocal<>();

    private final com.microsoft.playwright.Browser browser;
    private final List<BrowserContext> windows = new ArrayList<>();
    private final List<String> strangers = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    private Browser(com.microsoft.playwright.Browser browser) {
        this.browser = browser;
    }

    /** A browser, or a skipped test where none can be had, unless the environment demands one. */
    static Browser open() {
        try {
            return new Browser(process());
        } catch (PlaywrightException e) {
            if (Boolean.parseBoolean(System.getenv().getOrDefault("WAXWING_REQUIRE_BROWSER", "false"))) throw e;
            System.err.println("""

                    *** NO BROWSER COULD BE HAD: the browser journeys are SKIPPED. ***
                    *** Install Chromium, or name one in WAXWING_CHROMIUM.         ***
                    """);
            return Assumptions.abort("no browser");
        }
    }

    private static com.microsoft.playwright.Browser process() {
        var known = RUNNING.get();
        if (known != null && known.isConnected()) return known;
        var found = found();
        var environment = new HashMap<String, String>();
        if (found.isPresent()) environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        var options = new BrowserType.LaunchOptions().setHeadless(true).setArgs(QUIET);
        found.ifPresent(options::setExecutablePath);
        var started = playwright.chromium().launch(options);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        RUNNING.set(started);
        return started;
    }

    // fetched by one alone, where it has to be
    private static synchronized Optional<Path> found() {
        return ChromiumFinder.find(Path.of(System.getProperty("waxwing.cache", "target/cache"), "chromium"));
    }

    /**
     * A new window of somebody who was never here before.
     *
     * @param settings {@code locale}; {@code phone} for a small one that is touched; {@code worker} to let the page have
     *     its service worker, which the rule about strangers does not see
     */
    Page window(Map<String, String> settings) {
        boolean phone = settings.containsKey("phone");
        var options = new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(phone ? 390 : 1440, phone ? 844 : 900)
                .setHasTouch(phone)
                .setIsMobile(phone)
                .setServiceWorkers(settings.containsKey("worker")
                        ? ServiceWorkerPolicy.ALLOW
                        : ServiceWorkerPolicy.BLOCK)
                .setLocale(settings.getOrDefault("locale", "en-GB"))
                .setTimezoneId("Europe/Berlin")
                .setAcceptDownloads(true);
        var context = browser.newContext(options);
        windows.add(context);
        context.route(ELSEWHERE, route -> {
            strangers.add(route.request().url());
            route.abort();
        });
        var page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) complaints.add(message.text() + " at " + message.location());
        });
        page.onPageError(complaints::add);
        return page;
    }

    /** No page wanted anything from elsewhere, and no script or policy complained. */
    void hasNothingToComplainAbout() {
        assertThat(strangers).as("what pages wanted from elsewhere").isEmpty();
        assertThat(complaints).as("what the browser's console says").isEmpty();
    }

    @Override
    public void close() {
        // the first thing to know about a journey that went wrong
        if (!complaints.isEmpty()) System.err.println("The browser's console said: " + complaints);
        windows.forEach(BrowserContext::close);
        windows.clear();
    }
}
