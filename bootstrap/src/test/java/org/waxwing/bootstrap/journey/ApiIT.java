package org.waxwing.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The API in the running product. */
@ResourceLock(Stage.DEMO_PEOPLE)
@ExtendWith(Stage.Provider.class)
class ApiIT {
    private final Stage stage;

    ApiIT(Stage stage) {
        this.stage = stage;
    }

    @Test
    void a_connected_mailbox_can_be_read_to_its_end_without_gap_or_repeat() {
        var box = stage.mail().box("reader");
        for (int i = 0; i < 30; i++)
            box.has("From: Klara <klara@example.org>\nTo: reader@example.org\nSubject: Letter " + i
                    + "\nMessage-ID: <letter-" + i + "@example.org>\n\nWords of letter " + i + ".\n");
        var api = stage.api("bob");

        var account = api.connect("reader");

        var subjects = new ArrayList<String>();
        var path = "threads?view=imbox&limit=7&accountId=" + account;
        var cursor = "";
        do {
            var page = api.read(path + cursor);
            page.getJsonArray("items").getValuesAs(JsonObject.class)
                    .forEach(row -> subjects.add(row.getString("subject")));
            cursor = page.isNull("nextCursor") ? "" : "&cursor=" + page.getString("nextCursor");
        } while (!cursor.isEmpty());
        assertThat(subjects).hasSize(30).doesNotHaveDuplicates();
        assertThat(api.delete("accounts/" + account).statusCode()).isEqualTo(204);
        assertThat(api.get("accounts/" + account).statusCode()).isEqualTo(404);
    }

    @Test
    void a_message_is_shown_whole_and_its_html_harmless() {
        stage.mail().box("html").has("""
                From: =?ISO-8859-1?Q?J=FCrgen?= <juergen@example.org>
                To: html@example.org
                Subject: =?UTF-8?B?R3LDvMOfZQ==?=
                Message-ID: <html-1@example.org>
                MIME-Version: 1.0
                Content-Type: text/html; charset=UTF-8

                <html><body onload="alert(1)"><p style="color:#a00">Hello</p>
                <script>alert(2)</script><img src="https://tracker.example/p.gif"></body></html>
                """);
        var api = stage.api("bob");
        var account = api.connect("html");

        var row = api.read("messages?accountId=" + account + "&messageId=html-1@example.org")
                .getJsonArray("items")
                .getJsonObject(0);
        var message = api.read("messages/" + row.getString("id"));
        var html = api.get("messages/" + row.getString("id") + "/html");

        assertThat(message.getString("subject")).isEqualTo("Grüße");
        assertThat(message.getJsonArray("from").getJsonObject(0).getString("name")).isEqualTo("Jürgen");
        assertThat(html.body()).contains("Hello").doesNotContain("alert", "<script", "onload", "tracker.example");
        assertThat(html.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'none'"));
        assertThat(api.get("messages/" + row.getString("id") + "/raw").body()).contains("=?UTF-8?B?R3LDvMOfZQ==?=");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "me", "accounts", "mailboxes", "counts", "threads?view=imbox", "messages?view=imbox", "search?q=a",
            "events"
    })
    void nobody_is_let_in_without_a_token(String path) {
        var answer = Api.with(stage).get(path, "Accept", "*/*");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    }

    @Test
    void a_token_of_another_realm_is_refused() {
        var foreign = Api.token(stage, "master", "admin", stage.stack().secrets().keycloakAdmin());

        var answer = Api.with(stage, "Authorization", "Bearer " + foreign).get("me");

        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    void a_forged_token_is_refused() {
        assertThat(Api.with(stage, "Authorization", "Bearer abc.def.ghi").get("me").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"not-an-id", "..%2f..%2fme", "00000000-0000-0000-0000-000000000000", "%00", "1e999"})
    void a_forged_id_is_simply_not_there(String id) {
        var api = stage.api("alice");

        for (var path : new String[]{"threads/", "messages/", "accounts/"})
            assertThat(api.get(path + id).statusCode()).as(path + id).isIn(400, 404);
        assertThat(api.get("threads/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    }

    @Test
    void wrong_settings_are_told_apart_and_nothing_is_stored() {
        stage.mail().box("settings");
        var api = stage.api("bob");
        var before = api.read("accounts").getJsonArray("items").size();
        var port = stage.mail().port();

        var wrongPassword = api.post("accounts", Api.account("settings", "wrong", port));
        var wrongPort = api.post("accounts", Api.account("settings", "settings", stage.demoSmtpPort()));
        var unknownHost = api.post(
                "accounts", Api.account("settings", "settings", port).replace("127.0.0.1", "mail.invalid"));
        var noTls = api.post("accounts", Api.account("settings", "settings", port).replace("\"none\"", "\"starttls\""));

        var types = new HashSet<String>();
        for (var answer : new HttpResponse<?>[]{wrongPassword, wrongPort, unknownHost, noTls})
            assertThat(answer.statusCode()).as(answer.body().toString()).isEqualTo(422);
        types.add(Api.json(wrongPassword).getString("type"));
        types.add(Api.json(wrongPort).getString("type"));
        types.add(Api.json(unknownHost).getString("type"));
        types.add(Api.json(noTls).getString("type"));
        assertThat(types).hasSize(4);
        assertThat(api.read("accounts").getJsonArray("items")).hasSize(before);
    }

    @Test
    void the_server_is_healthy_and_describes_its_api() {
        var health = Api.with(stage).get("../../openapi");

        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).contains("/api/v1/threads");
    }
}
