package org.waxwing.bootstrap.bench;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.LoadState;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.waxwing.bootstrap.journey.ChromiumFinder;

/** What a person at a real browser feels: the first load, the next message, and scrolling far. */
final class PageSpeed {
    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    private static final int LOADS = 10;
    private static final int WARM = 8;
    private static final int STEPS = 30;
    private static final int ROWS = 5_000;
    private static final double LARGEST = 300_000;
    /** Pixels by which a wheel turns at once. */
    private static final int TURN = 900;
    private static final int MOST_TURNS = 3_000;

    /**
     * Measures from within: when a row can be seen and all scripts have run; how long after a key another conversation
     * has been painted; tasks that kept the page from answering; how far the list was scrolled.
     */
    private static final String SCRIPT = """
            window.bench = { usable: 0, steps: [], long: [], scrolled: () => document.getElementById('list').scrollTop };
            let ready = false;
            addEventListener('DOMContentLoaded', () => { ready = true; });
            (function look() {
              if (ready && document.querySelector('#list .row')) setTimeout(() => { bench.usable = performance.now(); });
              else requestAnimationFrame(look);
            })();
            new PerformanceObserver(seen => bench.long.push(...seen.getEntries().map(it => it.duration)))
              .observe({ type: 'longtask', buffered: true });
            const shown = () => document.querySelector('#reader [data-thread]')?.dataset.thread;
            addEventListener('keydown', event => {
              if (!'jk'.includes(event.key)) return;
              const before = shown();
              const pressed = event.timeStamp;
              (function look() {
                if (!shown() || shown() === before) return requestAnimationFrame(look);
                // a message that is sent while a frame is made arrives when it has been painted
                const painted = new MessageChannel();
                painted.port1.onmessage = () => bench.steps.push(performance.now() - pressed);
                requestAnimationFrame(() => painted.port2.postMessage(0));
              })();
            }, true);
            """;

    private final Scene scene;
    private final Report report;
    private final String account;

    PageSpeed(Scene scene, Report report, String account) {
        this.scene = scene;
        this.report = report;
        this.account = account;
    }

    void measure() {
        var chromium = ChromiumFinder.find(scene.cache().resolve("chromium"));
        if (chromium.isEmpty()) {
            report.note("*** No Chromium could be had (WAXWING_CHROMIUM): the page was not measured in a browser. ***");
            return;
        }
        var environment = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        var options = new BrowserType.LaunchOptions().setHeadless(true).setArgs(QUIET)
                .setExecutablePath(chromium.get());
        try (var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
                var browser = playwright.chromium().launch(options)) {
            var session = signIn(browser);
            firstLoads(browser, session);
            steps(browser, session);
            scroll(browser, session);
        }
    }

    private String signIn(Browser browser) {
        try (var context = context(browser, "")) {
            var page = context.newPage();
            page.navigate(scene.web().toString());
            page.locator("#username").fill("alice");
            page.locator("#password").fill("alice");
            page.locator("#kc-login").click();
            page.locator("#list .row").first().waitFor();
            return context.storageState();
        }
    }

    /** A window with nothing in its cache, whose pages measure themselves. */
    private static BrowserContext context(Browser browser, String session) {
        var options = new Browser.NewContextOptions().setViewportSize(1440, 900).setLocale("en-GB")
                .setTimezoneId("Europe/Berlin");
        if (!session.isEmpty()) options.setStorageState(session);
        var context = browser.newContext(options);
        context.addInitScript(SCRIPT);
        return context;
    }

    private void firstLoads(Browser browser, String session) {
        var usable = new Samples();
        long bytes = 0;
        long requests = 0;
        // the first few warm the server, which is not what is asked for
        for (int i = -WARM; i < LOADS; i++)
            try (var context = context(browser, session)) {
                var page = context.newPage();
                var devTools = context.newCDPSession(page);
                var received = new AtomicLong();
                var finished = new AtomicLong();
                devTools.send("Network.enable");
                devTools.on("Network.loadingFinished", event -> {
                    received.addAndGet(length(event));
                    finished.incrementAndGet();
                });
                page.navigate(inbox("imbox"));
                page.waitForFunction("bench.usable > 0");
                page.waitForLoadState(LoadState.LOAD);
                if (i >= 0) usable.add(((Number) page.evaluate("bench.usable")).doubleValue() / 1_000);
                bytes = Math.max(bytes, received.get());
                requests = Math.max(requests, finished.get());
            }
        report.add(new Figure(
                "first load of the inbox, over the wire",
                "%.0f KB in %d requests".formatted(bytes / 1_000.0, requests),
                "",
                "%.0f KB".formatted(bytes / 1_000.0),
                "<= 300 KB",
                Figure.Verdict.of(bytes <= LARGEST)));
        report.add(Figure.within(
                "first load of the inbox until it can be used, p95 of " + LOADS + " (median "
                        + Figure.fine(usable.median()) + ")",
                usable.p95(), "", 1));
    }

    private static long length(JsonObject event) {
        return event.get("encodedDataLength").getAsLong();
    }

    private void steps(Browser browser, String session) {
        try (var context = context(browser, session)) {
            var page = context.newPage();
            page.navigate(inbox("all"));
            page.locator("#list .row").first().click();
            page.locator("#reader [data-thread]").waitFor();
            page.waitForTimeout(1_000);
            for (int i = 1; i <= STEPS; i++) {
                page.keyboard().press(i % 3 == 0 ? "k" : "j");
                page.waitForFunction("wanted => bench.steps.length >= wanted", i);
                // as long as a glance
                page.waitForTimeout(400);
            }
            var painted = new Samples();
            for (var step : (List<?>) page.evaluate("bench.steps")) painted.add(((Number) step).doubleValue() / 1_000);
            report.add(Figure.within(
                    "next or previous message by j and k until painted, p95 of " + STEPS + " (median "
                            + Figure.fine(painted.median()) + ")",
                    painted.p95(), "", 0.1));
        }
    }

    private void scroll(Browser browser, String session) {
        try (var context = context(browser, session)) {
            var page = context.newPage();
            page.navigate(inbox("all"));
            var row = page.locator("#list .row").first();
            row.waitFor();
            page.waitForTimeout(1_000);
            double height = row.boundingBox().height;
            page.evaluate("bench.long.length = 0");
            page.mouse().move(400, 500);
            double passed = 0;
            for (int turn = 0; turn < MOST_TURNS && passed < ROWS; turn++) {
                page.mouse().wheel(0, TURN);
                passed = ((Number) page.evaluate("bench.scrolled()")).doubleValue() / height;
            }
            var tasks = new Samples();
            for (var task : (List<?>) page.evaluate("bench.long")) tasks.add(((Number) task).doubleValue() / 1_000);
            double longest = tasks.size() == 0 ? 0 : tasks.longest();
            report.add(Figure.within(
                    "longest task while %,.0f rows were scrolled (%d of 50 ms or more)".formatted(
                            passed, tasks.size()),
                    longest, "", 0.1));
            if (passed < ROWS) report.note("Scrolling came no further than row %,.0f.".formatted(passed));
        }
    }

    private String inbox(String view) {
        return scene.web().resolve("/inbox.xhtml?view=" + view + "&account=" + account).toString();
    }
}
