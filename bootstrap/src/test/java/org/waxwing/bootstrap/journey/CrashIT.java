package org.waxwing.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/** The server is killed at the worst moments; nothing is lost and nothing is there twice. */
@Isolated
@ExtendWith(Stage.Provider.class)
class CrashIT {
    private static final int LETTERS = 400;

    private final Stage stage;

    CrashIT(Stage stage) {
        this.stage = stage;
    }

    @Test
    void killed_between_commit_and_event_it_tells_the_event_when_it_is_back()
            throws IOException, InterruptedException, SQLException {
        stage.mail().box("outbox").has(letter("outbox", 1));
        var server = stage.running().wildFly();
        server.close();
        // rows and events commit, and nobody hands the events on: what a crash right after the commit leaves behind
        server.startAgain(Map.of("WAXWING_RELAY_EVENTS", "false"));
        var added = stage.api("bob").post("accounts", Api.account("outbox", "outbox", stage.mail().port()));
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        var account = Api.json(added).getString("id");

        server.killHard();

        assertThat(count("select count(*) from outbox")).isPositive();
        assertThat(count("select count(*) from email where account_id = '" + account + "'")).isZero();

        server.startAgain(Map.of());

        var api = stage.api("bob");
        api.await("accounts/" + account + "/sync", sync -> sync.getInt("passes") > 0);
        assertThat(api.read("messages?view=imbox&accountId=" + account).getJsonArray("items")).hasSize(1);
        api.await("me", me -> countQuietly("select count(*) from outbox") == 0);
        assertThat(count("select count(*) from correspondence where account_id = '" + account + "'")).isOne();
    }

    @Test
    void killed_in_the_middle_of_the_first_synchronisation_it_goes_on_without_gap_or_repeat()
            throws IOException, InterruptedException {
        var box = stage.mail().box("resume");
        for (int i = 0; i < LETTERS; i++) box.has(letter("resume", i));
        var api = stage.api("bob");
        var added = api.post("accounts", Api.account("resume", "resume", stage.mail().port()));
        var account = Api.json(added).getString("id");
        api.await("accounts/" + account + "/sync", sync -> sync.getInt("done") > 0);

        stage.running().wildFly().killHard();
        stage.running().wildFly().startAgain(Map.of());

        var again = stage.api("bob");
        again.await("accounts/" + account + "/sync", sync -> sync.getInt("passes") > 0);
        assertEachOnce(again, account);
    }

    @Test
    void goes_on_by_itself_when_the_database_was_restarted_in_the_middle_of_a_synchronisation()
            throws IOException, SQLException {
        var box = stage.mail().box("database");
        for (int i = 0; i < LETTERS; i++) box.has(letter("database", i));
        var api = stage.api("bob");
        var added = api.post("accounts", Api.account("database", "database", stage.mail().port()));
        var account = Api.json(added).getString("id");
        api.await("accounts/" + account + "/sync", sync -> sync.getInt("done") > 0);

        crashDatabase();

        await(() -> count("select passes from account_sync where account_id = '" + account + "'") > 0);
        assertEachOnce(api, account);
        // and it still hears of what comes
        box.has(letter("database", LETTERS));
        await(() -> count("select count(*) from email where account_id = '" + account + "'") == LETTERS + 1);
    }

    /** Kills a process of PostgreSQL, whose others then end all sessions and recover from the log. */
    private void crashDatabase() throws SQLException {
        long process = count("select pid from pg_stat_activity where application_name = 'waxwing' limit 1");
        assertThat(ProcessHandle.of(process).orElseThrow().destroyForcibly()).isTrue();
    }

    /** Waits for something in a database that may be away for a moment. */
    private static void await(Wish wish) {
        var until = Instant.now().plus(Duration.ofSeconds(90));
        while (!isFulfilled(wish)) assertThat(Instant.now()).as("It did not happen in time").isBefore(until);
    }

    private static boolean isFulfilled(Wish wish) {
        try {
            return wish.isFulfilled();
        } catch (SQLException away) {
            // it is being restarted
            return false;
        }
    }

    @FunctionalInterface
    private interface Wish {
        boolean isFulfilled() throws SQLException;
    }

    private static void assertEachOnce(Api api, String account) {
        var subjects = new HashMap<String, Integer>();
        var cursor = "";
        do {
            var page = api.read("messages?view=imbox&limit=100&accountId=" + account + cursor);
            for (var row : page.getJsonArray("items").getValuesAs(JsonObject.class))
                subjects.merge(row.getString("subject"), 1, Integer::sum);
            cursor = page.isNull("nextCursor") ? "" : "&cursor=" + page.getString("nextCursor");
        } while (!cursor.isEmpty());
        assertThat(subjects).hasSize(LETTERS).allSatisfy((subject, times) -> assertThat(times).isOne());
    }

    private static String letter(String to, int number) {
        return "From: Klara <klara@example.org>\nTo: " + to + "@example.org\nSubject: Letter " + number
                + "\nMessage-ID: <" + to + "-" + number + "@example.org>\n\nWords of letter " + number + ".\n";
    }

    private long count(String query) throws SQLException {
        try (var database = stage.database();
                var statement = database.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private long countQuietly(String query) {
        try {
            return count(query);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
