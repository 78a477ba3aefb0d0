package org.waxwing.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.waxwing.domain.content.RemoteImages;
import org.waxwing.domain.content.Rendering;
import org.waxwing.domain.content.SafeHtml;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.links.LinkCheck;
import org.waxwing.html.owasp.OwaspHtmlSanitiser;
import org.waxwing.html.owasp.Payloads;
import org.waxwing.web.rest.mailbox.HtmlHeaders;

/**
 * Everything that mail was ever made to carry, shown in a real browser: as the pages show it, and once more with every
 * wall but the sanitiser taken away. Nothing runs, nothing is asked for, and nobody is led anywhere.
 */
@Execution(ExecutionMode.CONCURRENT)
class PayloadsTest {
    private static final byte[] PICTURE = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
    private static final String PAGE_POLICY = "default-src 'none'; frame-src 'self'; script-src 'self'";
    // what an event would start is started; what comes by itself a moment later is waited for
    private static final String PROVOKE = """
            async () => {
              const found = [];
              for (const frame of document.querySelectorAll('iframe')) {
                const mail = frame.contentDocument;
                const where = frame.getAttribute('src');
                if (!mail || mail.location.pathname + mail.location.search !== where) {
                  found.push(`${where} went elsewhere`);
                  continue;
                }
                for (const element of mail.querySelectorAll('*')) {
                  const bad = [...element.attributes].filter(it => /^on|^srcset$|^ping$|^formaction$|^id$|^name$/.test(it.name)
                    && element.localName !== 'meta');
                  if (bad.length) found.push(`${where} ${element.localName} ${bad.map(it => it.name)}`);
                  if (/^(script|iframe|object|embed|form|input|button|base|link|svg|math|template|video|audio|frame)$/.test(element.localName))
                    found.push(`${where} ${element.localName}`);
                  const style = frame.contentWindow.getComputedStyle(element);
                  if (style.position !== 'static') found.push(`${where} ${element.localName} ${style.position}`);
                  for (const type of ['mouseover', 'focus', 'focusin', 'error', 'load', 'animationstart', 'toggle', 'wheel'])
                    element.dispatchEvent(new Event(type, { bubbles: true }));
                  if (!element.closest('a')) element.dispatchEvent(new MouseEvent('click', { bubbles: true }));
                }
              }
              await new Promise(resolve => setTimeout(resolve, 250));
              return found;
            }
            """;

    /** What a document is shown behind. */
    private enum Walls {
        /** Headers and sandbox, as in the product. */
        ALL,
        /** None but what the sanitiser left of the mail. */
        NONE
    }

    private final OwaspHtmlSanitiser sanitiser = new OwaspHtmlSanitiser();
    private final List<String> asked = new ArrayList<>();
    private final HttpServer server;
    private final Browser browser;

    PayloadsTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[]{127, 0, 0, 1}), 0), 0);
        server.createContext("/outer", this::outer);
        server.createContext("/mail", this::mail);
        server.createContext("/", this::other);
        server.start();
        browser = Browser.open();
    }

    @AfterEach
    void close() {
        browser.close();
        server.stop(0);
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD) // as the browser's
    void nothing_runs_loads_or_leads_away_as_the_pages_show_it() {
        for (var group : Payloads.GROUPS) shown(group, Walls.ALL, false);
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD) // as the browser's
    void nothing_runs_or_leads_away_with_the_sanitiser_alone_and_pictures_shown() {
        for (var group : Payloads.GROUPS) shown(group, Walls.NONE, true);
    }

    private void shown(String group, Walls walls, boolean pictures) {
        asked.clear();
        var page = browser.window(Map.of());
        var events = new ArrayList<String>();
        page.onDialog(dialog -> {
            events.add("dialog: " + dialog.message());
            dialog.dismiss();
        });
        page.context().onPage(popup -> {
            if (!popup.equals(page)) events.add("window: " + popup.url());
        });
        page.onDownload(download -> events.add("download: " + download.url()));
        page.onRequest(request -> {
            var url = request.url();
            boolean ours = url.startsWith(address()) || url.startsWith("data:image/");
            if (!ours) events.add("request: " + url);
        });

        page.navigate(address() + "/outer?group=" + group + "&walls=" + walls + "&pictures=" + pictures,
                new Page.NavigateOptions().setTimeout(60_000));

        assertThat((List<?>) page.evaluate(PROVOKE)).as(group).isEmpty();
        assertThat(page.locator("iframe").count()).isEqualTo(Payloads.of(group).size());
        assertThat(events).as(group).isEmpty();
        assertThat(asked).as(group)
                .allMatch(it -> it.startsWith("/files/1") || (pictures && it.startsWith("/images?")));
        page.context().close();
        browser.hasNothingToComplainAbout();
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void outer(HttpExchange exchange) throws IOException {
        var query = exchange.getRequestURI().getQuery();
        var sandbox = query.contains("walls=ALL")
                ? " sandbox=\"allow-same-origin allow-popups allow-popups-to-escape-sandbox\" referrerpolicy=\"no-referrer\""
                : "";
        var page = new StringBuilder(
                "<!doctype html><title>payloads</title><link rel=icon href=\"data:image/png;base64,\">");
        var group = query.replaceFirst("group=([a-z-]+).*", "$1");
        for (int i = 0; i < Payloads.of(group).size(); i++)
            page.append("<iframe").append(sandbox).append(" src=\"/mail?").append(query.replace("&", "&amp;"))
                    .append("&amp;n=").append(i).append("\"></iframe>");
        // the frames' own policy is what is tried; this one only keeps the page from adding to it
        answer(exchange, "text/html;charset=UTF-8",
                Map.of("Content-Security-Policy", PAGE_POLICY + "; img-src data:"), page.toString());
    }

    private void mail(HttpExchange exchange) throws IOException {
        var query = exchange.getRequestURI().getQuery();
        var group = query.replaceFirst(".*group=([a-z-]+).*", "$1");
        var attack = Payloads.of(group).get(Integer.parseInt(query.replaceFirst(".*&n=(\\d+)", "$1")));
        RemoteImages images = query.contains("pictures=true")
                ? address -> Optional.of("/images?u=" + Integer.toHexString(address.hashCode()))
                : RemoteImages.BLOCKED;
        var safe = sanitiser.sanitise(new UntrustedText(attack), new Rendering(
                Map.of("logo@example.org", "/files/1"), images, LinkCheck.OF_A_STRANGER, true));
        if (query.contains("walls=ALL"))
            answer(exchange, "text/html;charset=UTF-8", HtmlHeaders.of(safe), safe.document());
        else
            answer(exchange, "text/html;charset=UTF-8", Map.of(), withoutPolicy(safe));
    }

    private static String withoutPolicy(SafeHtml safe) {
        var bare = safe.document().replaceFirst("<meta http-equiv=\"Content-Security-Policy\"[^>]*>", "");
        assertThat(bare).isNotEqualTo(safe.document());
        return bare;
    }

    private void other(HttpExchange exchange) throws IOException {
        synchronized (asked) {
            asked.add(exchange.getRequestURI().toString());
        }
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "image/png");
            exchange.sendResponseHeaders(200, PICTURE.length);
            exchange.getResponseBody().write(PICTURE);
        }
    }

    private static void answer(HttpExchange exchange, String type, Map<String, String> headers, String text)
            throws IOException {
        try (exchange) {
            headers.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            exchange.getResponseHeaders().set("Content-Type", type);
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
