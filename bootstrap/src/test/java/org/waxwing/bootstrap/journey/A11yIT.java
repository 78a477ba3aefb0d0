package org.waxwing.bootstrap.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page in every state, for people who see, hear, move or read differently (WCAG 2.2, level AA). */
@ExtendWith(Stage.Provider.class)
class A11yIT {
    private static final String ME = "checker";
    private static final double PATIENCE = 60_000;

    /** Every page, after the folder of the pages; {@code {account}} stands for an account. Another page is another line. */
    private static final List<String> PAGES = List.of(
            "inbox.xhtml?view=drafts&account={account}",
            "inbox.xhtml?view=all&account={account}",
            "inbox.xhtml?view=imbox&q=harbour",
            "inbox.xhtml?view=nonsense",
            "inbox.xhtml?view=imbox&thread=00000000-0000-0000-0000-000000000000",
            "accounts.xhtml",
            "account.xhtml?id={account}",
            "account.xhtml?id=nobody",
            "account-new.xhtml",
            "account-reconnect.xhtml?account={account}",
            "account-added.xhtml?account={account}",
            "settings.xhtml",
            "activity.xhtml",
            "rules.xhtml",
            "sorting.xhtml",
            "inbox.xhtml?view=feed&account={account}",
            "inbox.xhtml?view=paper_trail&account={account}",
            "inbox.xhtml?view=screener&account={account}",
            "error.xhtml",
            "not-there.xhtml");

    /** What can be open over the inbox, and the keys that open it. */
    private static final Map<String, String> OPENED = Map.of(
            "the help", "?",
            "choosing a folder", "v",
            "choosing a label", "l",
            "snoozing", "b",
            "why it is there", "i",
            "the palette", "Control+k");

    /** How somebody looks at it. */
    private record Look(String name, int width, int height, ColorScheme colours) {}

    private static final List<Look> LOOKS = List.of(
            new Look("wide", 1440, 900, ColorScheme.LIGHT),
            new Look("narrow and dark", 1024, 768, ColorScheme.DARK),
            new Look("on a phone", 390, 844, ColorScheme.LIGHT));

    private static final String FOUND = """
            async () => {
              // a colour that is on its way to another one says nothing, and what inherits it follows later
              const moving = () => document.getAnimations().filter(it => it instanceof CSSTransition && it.playState !== 'finished');
              while (moving().length) await Promise.allSettled(moving().map(it => it.finished));
              const kinds = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
              const looked = await axe.run({ exclude: [['iframe']] },
                { iframes: false, resultTypes: ['violations'], runOnly: { type: 'tag', values: kinds } });
              return looked.violations.flatMap(it => it.nodes.map(node => `${it.id}: ${node.target} ${node.html.slice(0, 160)}`));
            }""";

    private static @Nullable String account;

    private final Stage stage;
    private final Browser browser = Browser.open();

    A11yIT(Stage stage) {
        this.stage = stage;
    }

    @AfterEach
    void closeTheBrowser() {
        browser.close();
    }

    /** A mailbox with two messages, for all tests here: none of them cares whether they have been read. */
    private String account() {
        var known = account;
        if (known != null) return known;
        var box = stage.mail().box("a11y");
        box.has("""
                From: Klara Berg <klara@example.org>
                To: everybody@example.org
                Subject: Plans for the harbour
                Message-ID: <plans-a11y@example.org>
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=cut

                --cut
                Content-Type: text/html; charset=UTF-8

                <h2>The harbour</h2><p>Please look at the <b>plan</b>.</p>
                <img src="http://images.example/banner.png" width="300" height="40">
                --cut
                Content-Type: text/plain; name=plan.txt
                Content-Disposition: attachment; filename=plan.txt

                three piers and a crane
                --cut--
                """);
        box.has("""
                From: Jonas <jonas@example.org>
                To: everybody@example.org
                Subject: Re: Lunch
                Message-ID: <lunch-a11y@example.org>

                Half past twelve?

                > Are you free today?
                """);
        var connected = stage.api(ME).connect("a11y");
        account = connected;
        return connected;
    }

    /** The inbox of the one account, for somebody who reads that language. */
    private Page signedIn(String account, String locale) {
        var page = browser.window(Map.of("locale", locale));
        inbox(page, account);
        return page;
    }

    private void inbox(Page page, String account) {
        Inbox.go(stage, page, ME, "inbox.xhtml?view=imbox&account=" + account);
        assertThat(page.locator("#list .row")).hasCount(2, new LocatorAssertions.HasCountOptions()
                .setTimeout(PATIENCE));
    }

    private static LocatorAssertions.IsVisibleOptions patiently() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-GB", "de-DE", "zh-CN"})
    void breaks_no_rule_in_any_look(String locale) throws IOException {
        var account = account();
        var page = signedIn(account, locale);
        var found = new TreeSet<String>();
        var script = axe();
        boolean everywhere = locale.equals("en-GB");
        // every state is made once, and then looked at in each way
        Consumer<String> check = state -> {
            if (!Boolean.TRUE.equals(page.evaluate("'axe' in window"))) page.evaluate(script);
            for (var look : everywhere ? LOOKS : LOOKS.subList(0, 1)) {
                take(page, look);
                for (var offence : (List<?>) page.evaluate(FOUND))
                    found.add(offence + " (" + look.name() + ", " + state + ")");
            }
            take(page, LOOKS.getFirst());
        };
        // other languages are other words in the same pages
        everyState(page, account, everywhere ? PAGES : List.of("settings.xhtml", "accounts.xhtml"), check);
        assertThat(found).isEmpty();
    }

    private static void take(Page page, Look look) {
        page.setViewportSize(look.width(), look.height());
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(look.colours()));
    }

    private void everyState(Page page, String account, List<String> pages, Consumer<String> check) {
        inbox(page, account);
        check.accept("the inbox");
        page.locator("#list .row", new Page.LocatorOptions().setHasText("Plans for the harbour")).click();
        assertThat(page.locator("#reader [data-thread]")).isVisible(patiently());
        check.accept("a conversation");
        for (var state : OPENED.entrySet()) {
            page.keyboard().press(state.getValue());
            check.accept(state.getKey());
            page.keyboard().press("Escape");
        }
        for (var path : pages) {
            // a page that this version does not have is answered by the page that says so
            page.navigate(stage.web() + path.replace("{account}", account));
            check.accept(path);
        }
        page.navigate(stage.web() + "rules.xhtml");
        page.locator("[data-act=new-rule]").click();
        page.locator("[data-part=add-group]").click();
        check.accept("a rule in the making");
    }

    private static String axe() throws IOException {
        try (var in = A11yIT.class.getResourceAsStream("/axe.min.js")) {
            if (in == null) throw new IOException("axe-core is not there");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Twice as large (WCAG 1.4.4), four times as large (1.4.10): nothing has to be scrolled sideways. */
    @Test
    void fits_when_it_is_enlarged() {
        var account = account();
        var page = signedIn(account, "de-DE");
        var wide = new ArrayList<String>();
        everyPage(page, account, path -> {
            for (int width : new int[]{720, 320}) {
                page.setViewportSize(width, 450);
                var over = page
                        .evaluate("document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth");
                if (((Number) over).intValue() > 0) wide.add(path + " at " + width + " by " + over);
            }
        });
        assertThat(wide).isEmpty();
    }

    private void everyPage(Page page, String account, Consumer<String> check) {
        for (var path : PAGES) {
            page.navigate(stage.web() + path.replace("{account}", account));
            check.accept(path);
        }
        inbox(page, account);
        check.accept("the inbox");
        page.locator("#list .row").first().click();
        assertThat(page.locator("#reader [data-thread]")).isVisible(patiently());
        check.accept("a conversation");
    }

    /** Tab comes to everything in turn, shows where it is, and gets away again. */
    @Test
    void can_be_walked_through_by_keyboard() {
        var account = account();
        var page = signedIn(account, "en-GB");
        var stops = new ArrayList<String>();
        var unseen = new TreeSet<String>();
        page.evaluate("document.activeElement.blur()");
        for (int i = 0; i < 150; i++) {
            page.keyboard().press("Tab");
            var stop = (Map<?, ?>) page.evaluate("""
                    () => {
                      const it = document.activeElement;
                      if (!it || it === document.body) return { name: '', seen: true };
                      const style = getComputedStyle(it);
                      const place = it.getBoundingClientRect();
                      const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
                      const marked = ring || style.boxShadow !== 'none';
                      const inside = place.width > 0 && place.bottom > 0 && place.top < innerHeight && place.right > 0;
                      return { name: it.outerHTML.slice(0, 120), seen: marked && inside };
                    }""");
            var name = String.valueOf(stop.get("name"));
            if (!Boolean.TRUE.equals(stop.get("seen"))) unseen.add(name);
            if (name.isEmpty() || (i > 10 && name.equals(stops.getFirst()))) break;
            stops.add(name);
        }

        assertThat(stops).as("where Tab came, once each until it was through").hasSizeBetween(10, 149);
        assertThat(unseen).as("where nobody sees that they are").isEmpty();
        assertThat(stops).as("a list is one stop, whatever it holds").filteredOn(it -> it.contains("row-link"))
                .hasSizeLessThanOrEqualTo(1);

        page.keyboard().press("?");
        assertThat(page.locator("dialog[open]")).hasCount(1);
        page.keyboard().press("Escape");
        assertThat(page.locator("dialog[open]")).hasCount(0);
        page.keyboard().press("j");
        page.keyboard().press("o");
        assertThat(page.locator("#reader [data-thread]")).isVisible(patiently());
        page.keyboard().press("u");
        assertThat(page.locator("#reader [data-thread]")).hasCount(0);
        browser.hasNothingToComplainAbout();
    }

    @Test
    void moves_nothing_for_those_who_do_not_want_it_and_keeps_its_outlines_in_forced_colours() {
        var account = account();
        var page = signedIn(account, "en-GB");
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        inbox(page, account);
        page.locator("#list .row").first().click();
        assertThat(page.locator("#reader [data-thread]")).isVisible(patiently());

        assertThat((List<?>) page.evaluate("""
                () => [...document.querySelectorAll('body *')].filter(it => {
                  const style = getComputedStyle(it);
                  const longest = list => Math.max(...list.split(',').map(parseFloat));
                  return longest(style.transitionDuration) > 0.05
                    || (style.animationName !== 'none' && longest(style.animationDuration) > 0.05);
                }).map(it => it.outerHTML.slice(0, 100))""")).isEmpty();

        page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
        page.keyboard().press("Tab");
        assertThat((Boolean) page.evaluate("getComputedStyle(document.activeElement).outlineStyle !== 'none'"))
                .isTrue();
    }
}
