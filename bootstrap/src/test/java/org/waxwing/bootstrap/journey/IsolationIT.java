package org.waxwing.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** One person tries every endpoint with another's ids. */
@ResourceLock(Stage.DEMO_PEOPLE)
@ExtendWith(Stage.Provider.class)
class IsolationIT {
    private final Stage stage;

    IsolationIT(Stage stage) {
        this.stage = stage;
    }

    @Test
    void what_belongs_to_somebody_else_does_not_exist() {
        var mine = "Only for alice, whatever anybody tries";
        stage.mail().box("private").has("""
                From: Klara <klara@example.org>
                To: private@example.org
                Subject: %s
                Message-ID: <private-1@example.org>
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=cut

                --cut
                Content-Type: text/html

                <p>secret words</p>
                --cut
                Content-Type: text/plain; name=secret.txt
                Content-Disposition: attachment; filename=secret.txt

                secret file
                --cut--
                """.formatted(mine));
        var alice = stage.api("alice");
        var bob = stage.api("bob");
        var account = alice.connect("private");
        var row = alice.read("threads?view=imbox&accountId=" + account).getJsonArray("items").getJsonObject(0);
        var thread = alice.read("threads/" + row.getString("id"));
        var message = thread.getJsonArray("messages").getJsonObject(0).getString("id");
        var mailbox = alice.read("mailboxes").getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .filter(it -> it.getString("accountId").equals(account))
                .findFirst()
                .orElseThrow()
                .getString("id");

        assertThat(row.getString("subject")).isEqualTo(mine);
        for (var path : List.of(
                "accounts/" + account,
                "accounts/" + account + "/sync",
                "threads/" + row.getString("id"),
                "messages/" + message,
                "messages/" + message + "/html",
                "messages/" + message + "/raw",
                "messages/" + message + "/attachments/1")) {
            assertThat(alice.get(path).statusCode()).as("alice " + path).isEqualTo(200);
            assertThat(bob.get(path).statusCode()).as("bob " + path).isEqualTo(404);
        }
        assertThat(bob.post("accounts/" + account + "/sync", "{}").statusCode()).isEqualTo(404);
        assertThat(bob.delete("accounts/" + account).statusCode()).isEqualTo(404);
        for (var list : List.of(
                "accounts",
                "mailboxes",
                "threads?view=all&limit=200",
                "threads?view=imbox&accountId=" + account,
                "threads?mailboxId=" + mailbox,
                "messages?view=all&limit=200",
                "messages?mailboxId=" + mailbox,
                "messages?messageId=private-1@example.org",
                "search?q=private&limit=200",
                "search?q=-nothing&limit=200"))
            assertThat(bob.get(list).body()).as("bob " + list).doesNotContain(mine, account, message);
        assertThat(alice.get("accounts/" + account).statusCode()).isEqualTo(200);
    }

    @Test
    void two_people_with_the_same_mailbox_have_each_their_own_copy() {
        stage.mail().box("shared").has("""
                From: Klara <klara@example.org>
                Subject: Seen by both
                Message-ID: <shared-1@example.org>

                Hello both.
                """);

        var ids = new ArrayList<String>();
        for (var person : List.of("alice", "bob")) {
            var api = stage.api(person);
            var account = api.connect("shared");
            var rows = api.read("messages?view=imbox&accountId=" + account).getJsonArray("items");
            assertThat(rows).hasSize(1);
            ids.add(rows.getJsonObject(0).getString("id"));
        }

        assertThat(ids.stream().collect(Collectors.toSet())).hasSize(2);
    }
}
