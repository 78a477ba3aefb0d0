package org.waxwing.mail.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.account.Secret;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.mailbox.BlobId;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.sending.ErrandId;
import org.waxwing.domain.sending.Occasion;
import org.waxwing.domain.sending.Trouble;
import org.waxwing.domain.sending.WebhookCaller.Answer;
import org.waxwing.domain.sending.WebhookCaller.Call;
import org.waxwing.domain.sorting.Category;

/** Programs are told what they need, can trust it, and lead nobody elsewhere. */
class HttpWebhookCallerTest {
    private static final Call CALL = new Call(
            ErrandId.of("018f0000-0000-7000-8000-000000000001"), "a rule",
            AccountId.of("018f0000-0000-7000-8000-000000000002"),
            new Occasion(
                    EmailId.of("018f0000-0000-7000-8000-000000000003"), new BlobId("ab".repeat(32)),
                    new EmailAddress(new UntrustedText("Bob \"the\" Builder"), "bob@example.org"),
                    new UntrustedText("Grüße \\ 🥗"), Instant.parse("2026-03-01T09:00:00Z"), Category.PAPER_TRAIL),
            new Secret("s3cret"), Instant.parse("2026-03-01T09:00:05Z"));

    private record Heard(Map<String, List<String>> headers, String path, String body) {}

    private final HttpServer program = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private volatile int status = 204;

    HttpWebhookCallerTest() throws IOException {
        program.createContext("/", exchange -> {
            heard.add(new Heard(
                    Map.copyOf(exchange.getRequestHeaders()), exchange.getRequestURI().toString(),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            exchange.getResponseHeaders().add("Location", "http://127.0.0.1:" + port() + "/elsewhere");
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        program.start();
    }

    @AfterEach
    void stop() {
        program.stop(0);
    }

    private int port() {
        return program.getAddress().getPort();
    }

    private Answer call(Set<String> trusted) {
        return new HttpWebhookCaller(trusted).call(
                URI.create("http://127.0.0.1:" + port() + "/hook?key=1"), CALL);
    }

    private Answer answered(int code) {
        status = code;
        return call(Set.of("127.0.0.1:" + port()));
    }

    @Test
    void tells_it_in_json_signed_and_under_a_name_that_stays() throws Exception {
        assertThat(answered(204)).isEqualTo(new Answer.Taken());

        var told = heard.getFirst();
        assertThat(told.path()).isEqualTo("/hook?key=1");
        assertThat(told.body()).isEqualTo("""
                {"id":"018f0000-0000-7000-8000-000000000001","rule":"a rule",\
                "messageId":"018f0000-0000-7000-8000-000000000003",\
                "accountId":"018f0000-0000-7000-8000-000000000002","fromName":"Bob \\"the\\" Builder",\
                "from":"bob@example.org","subject":"Grüße \\\\ 🥗","receivedAt":"2026-03-01T09:00:00Z",\
                "category":"paper_trail","sentAt":"2026-03-01T09:00:05Z"}""");
        assertThat(told.headers()).containsEntry("Idempotency-key", List.of(CALL.id().toString()))
                .containsEntry("Waxwing-timestamp", List.of("1772355605"));
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("s3cret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        assertThat(told.headers()).containsEntry("Waxwing-signature", List.of("v1=" + HexFormat.of().formatHex(
                mac.doFinal(("1772355605." + told.body()).getBytes(StandardCharsets.UTF_8)))));
    }

    @Test
    void tells_what_is_over_from_what_may_be_told_again() {
        assertThat(answered(200)).isEqualTo(new Answer.Taken());
        assertThat(answered(503)).isEqualTo(new Answer.Later(Trouble.BUSY));
        assertThat(answered(429)).isEqualTo(new Answer.Later(Trouble.BUSY));
        assertThat(answered(500)).isEqualTo(new Answer.Later(Trouble.UNREACHABLE));
        assertThat(answered(404)).isEqualTo(new Answer.Refused(Trouble.PROGRAM_REFUSED));
        assertThat(answered(410)).isEqualTo(new Answer.Refused(Trouble.PROGRAM_REFUSED));
    }

    @Test
    void follows_nobody_elsewhere() {
        assertThat(answered(302)).isEqualTo(new Answer.Refused(Trouble.PROGRAM_REFUSED));
        assertThat(heard).hasSize(1);
    }

    @Test
    void goes_into_private_networks_and_without_protection_only_where_that_is_allowed() {
        assertThat(call(Set.of())).isEqualTo(new Answer.Refused(Trouble.NOT_ALLOWED));
        assertThat(call(Set.of("127.0.0.1:1"))).isEqualTo(new Answer.Refused(Trouble.NOT_ALLOWED));
        for (var address : List.of("https://127.0.0.1:" + port() + "/", "https://localhost/", "https://[::1]/",
                "https://192.168.1.1/", "ftp://example.org/", "https://user@example.org/", "mailto:a@b"))
            assertThat(new HttpWebhookCaller(Set.of()).call(URI.create(address), CALL)).as(address)
                    .isEqualTo(new Answer.Refused(Trouble.NOT_ALLOWED));
        assertThat(heard).isEmpty();
    }

    @Test
    void a_program_that_is_not_there_may_be_later() {
        int port = port();
        program.stop(0);

        assertThat(new HttpWebhookCaller(Set.of("127.0.0.1:" + port)).call(
                URI.create("http://127.0.0.1:" + port + "/"), CALL)).isEqualTo(new Answer.Later(Trouble.UNREACHABLE));
    }

    @Test
    void keys_differ_by_what_they_are_for_and_stay_the_same() {
        var keys = new HmacSendingKeys("k");
        var ada = new PersonId(UUID.randomUUID());
        var carol = EmailAddress.of("carol@example.org");

        assertThat(keys.mark(ada)).isEqualTo(new HmacSendingKeys("k").mark(ada)).doesNotContain(ada.toString())
                .isNotEqualTo(new HmacSendingKeys("other").mark(ada));
        assertThat(keys.seal(ada, carol, "1")).isNotEqualTo(keys.seal(ada, carol, "2"))
                .isEqualTo(keys.seal(ada, EmailAddress.of("Carol@Example.org"), "1"));
        assertThat(keys.signing("r")).isNotEqualTo(keys.signing("s"));
        assertThat(keys.newCode()).matches("[0-9]{8}");
    }
}
