package org.waxwing.bootstrap.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.waxwing.bootstrap.journey.Visitor.button;
import static org.waxwing.bootstrap.journey.Visitor.patiently;

import com.sun.net.httpserver.HttpServer;
import jakarta.json.JsonObject;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Rules pass mail on, answer it and tell programs of it: for real, once, and to nobody who has not asked for it. */
@ExtendWith(Stage.Provider.class)
class SendingIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private record Told(String signature, String time, String key, String body) {}

    private final Stage stage;
    private final Browser browser = Browser.open();
    private final HttpServer program = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final List<Told> told = new CopyOnWriteArrayList<>();

    SendingIT(Stage stage) throws IOException {
        this.stage = stage;
        program.createContext("/hook", exchange -> {
            var headers = exchange.getRequestHeaders();
            told.add(new Told(
                    headers.getFirst("Waxwing-Signature"), headers.getFirst("Waxwing-Timestamp"),
                    headers.getFirst("Idempotency-Key"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        program.start();
    }

    @AfterEach
    void stop() {
        program.stop(0);
        browser.close();
    }

    @Test
    void a_rule_passes_mail_on_to_a_confirmed_address_answers_once_and_tells_a_program() throws Exception {
        var friend = stage.mail().box("friend-of-herald");
        var writer = stage.mail().box("writer-to-herald");
        var page = browser.window(Map.of());
        var herald = Visitor.comes(stage, page, "herald", "Welcome");
        var api = herald.api();
        var account = api.read("accounts").getJsonArray("items").getJsonObject(0).getString("id");
        var server = api.patch("accounts/" + account, """
                {"smtp": {"host": "127.0.0.1", "port": %d, "security": "none"}, "password": "herald"}
                """.formatted(stage.mail().smtpPort()));
        assertThat(server.statusCode()).as(server.body()).isEqualTo(200);

        confirm(page, friend);
        var word = "tender-" + UUID.randomUUID();
        var made = api.post("rules", """
                {"name": "Tender", "when": {"kind": "subject", "operator": "contains", "values": ["%s"]},
                 "then": [{"kind": "forward", "address": "friend-of-herald@example.org"},
                          {"kind": "forward", "address": "stranger-to-herald@example.org"},
                          {"kind": "reply", "subject": "", "text": "Back on Monday.", "every": "P7D"},
                          {"kind": "webhook", "address": "http://127.0.0.1:%d/hook"}]}
                """.formatted(word, program.getAddress().getPort()));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        var rule = Api.json(made).getString("id");

        herald.isSentBy("Will <writer-to-herald@example.org>", "First " + word);
        eventually(() -> friend.subjects("INBOX").contains("Fwd: First " + word));
        eventually(() -> writer.subjects("INBOX").contains("Re: First " + word));
        eventually(() -> !told.isEmpty());
        herald.isSentBy("Will <writer-to-herald@example.org>", "Second " + word);
        eventually(() -> friend.subjects("INBOX").contains("Fwd: Second " + word));
        deliverEventsAgain(account);
        herald.isSentBy("Will <writer-to-herald@example.org>", "Third " + word);
        eventually(() -> friend.subjects("INBOX").contains("Fwd: Third " + word));
        eventually(() -> told.size() >= 3);

        assertThat(friend.subjects("INBOX")).filteredOn(it -> it.startsWith("Fwd:")).hasSize(3);
        assertThat(writer.subjects("INBOX")).containsExactly("Re: First " + word);
        assertThat(told).hasSize(3).extracting(Told::key).doesNotHaveDuplicates();
        looksRight(friend, writer, word);
        isSigned(told.getFirst(), Api.json(api.get("rules/" + rule + "/secret")).getString("secret"));
        var history = history(api, api.thread(account, "all", "First " + word));
        assertThat(history).contains(
                "sent - friend-of-herald@example.org", "withheld not_verified stranger-to-herald@example.org",
                "sent - writer-to-herald@example.org", "sent - 127.0.0.1");
    }

    /** Has a code sent in the page, and types it in. */
    private void confirm(com.microsoft.playwright.Page page, TestMail.Box friend) {
        page.navigate(stage.web() + "rules.xhtml");
        page.locator("#forwarding-address").fill("friend-of-herald@example.org");
        button(page, "Send a code").click();
        var typed = page.locator("#forwardings input[name=code]");
        assertThat(typed).isVisible(patiently());
        eventually(() -> !friend.subjects("INBOX").isEmpty());
        typed.fill(friend.subjects("INBOX").getFirst().substring(0, 8));
        button(page, "Confirm").click();
        assertThat(page.locator("#forwardings .confirmed")).containsText("friend-of-herald@example.org");
        browser.hasNothingToComplainAbout();
    }

    private static void looksRight(TestMail.Box friend, TestMail.Box writer, String word)
            throws MessagingException, IOException {
        var forwarded = friend.inbox().stream().filter(it -> isAbout(it, "Fwd: First " + word)).findFirst()
                .orElseThrow();
        assertThat(forwarded.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
        assertThat(forwarded.getHeader("X-Waxwing-Loop", null)).isNotBlank();
        var parts = (MimeMultipart) forwarded.getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        Part attached = parts.getBodyPart(1);
        assertThat(attached.isMimeType("message/rfc822")).isTrue();
        var answer = writer.inbox().getFirst();
        assertThat(answer.getHeader("Auto-Submitted", null)).isEqualTo("auto-replied");
        assertThat(answer.getHeader("In-Reply-To", null)).isEqualTo("<herald-First-" + word + "@example.org>");
        assertThat(answer.getContent().toString()).contains("Back on Monday.");
    }

    private static boolean isAbout(MimeMessage message, String subject) {
        try {
            return message.getSubject().equals(subject);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void isSigned(Told call, String secret) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        var signature = mac.doFinal((call.time() + "." + call.body()).getBytes(StandardCharsets.UTF_8));
        assertThat(call.signature()).isEqualTo("v1=" + HexFormat.of().formatHex(signature));
        assertThat(call.body()).contains("\"from\":\"writer-to-herald@example.org\"");
    }

    private static List<String> history(Api api, String thread) {
        var message = api.read("threads/" + thread).getJsonArray("messages").getJsonObject(0).getString("id");
        return api.read("messages/" + message + "/history").getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .filter(it -> it.getString("engine").equals("rule"))
                .map(it -> it.getString("detail"))
                .toList();
    }

    /** As a broker does that has not heard that they were handled. */
    private void deliverEventsAgain(String account) throws SQLException {
        try (var database = stage.database(); var statement = database.createStatement()) {
            statement.execute("""
                    insert into outbox (owner_id, version, payload)
                    select a.owner_id, 1, jsonb_build_object(
                        'owner', a.owner_id, 'account', a.id, 'type', 'emails-arrived',
                        'emails', (select jsonb_agg(e.id) from email e where e.account_id = a.id))
                    from account a where a.id = '%1$s'
                    union all
                    select a.owner_id, 1, jsonb_build_object(
                        'owner', a.owner_id, 'account', a.id, 'type', 'errands-due')
                    from account a where a.id = '%1$s'
                    """.formatted(account));
        }
    }

    private static void eventually(BooleanSupplier there) {
        var deadline = Instant.now().plus(PATIENCE);
        while (!there.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(deadline);
            LockSupport.parkNanos(50_000_000);
        }
    }
}
