package org.waxwing.bootstrap.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * How many statements the database is sent for a request to the running server: as the database itself writes them
 * down, without those that begin and end transactions. Whatever goes on beside makes some of them look like more, never
 * like less; so the least of several times is what a request takes.
 */
@Isolated
@ExtendWith(Stage.Provider.class)
class StatementsIT {
    private static final int LOOKS = 4;
    /** Lists, folders, counts, accounts, what was refused and the conversation, each with who asks. */
    private static final int MOST_OF_A_PAGE = 28;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Pattern STATEMENT = Pattern.compile(
            "\\[heard waxwing_app waxwing] LOG:  (?:execute [^:]*|statement): *(?!BEGIN|COMMIT|ROLLBACK|SET )(\\S.*)");

    private final Stage stage;

    StatementsIT(Stage stage) {
        this.stage = stage;
    }

    @BeforeEach
    void listen() throws SQLException {
        run("alter system set log_statement = 'all'", "alter system set log_line_prefix = '[heard %u %a] '");
    }

    @AfterEach
    void stopListening() throws SQLException {
        run("alter system reset log_statement", "alter system reset log_line_prefix");
    }

    private void run(String... statements) throws SQLException {
        try (var database = stage.database(); var statement = database.createStatement()) {
            for (var sql : statements) statement.execute(sql);
            statement.execute("select pg_reload_conf()");
        }
    }

    @Test
    void are_few_and_as_many_for_much_mail_as_for_little() {
        var few = account("few-statements", 1, 1);
        var many = account("many-statements", 60, 30);
        var api = stage.api("bob");
        var thread = longest(api, many);
        var single = longest(api, few);
        var message = api.read("threads/" + thread).getJsonArray("messages").getJsonObject(0).getString("id");

        // one transaction of the person, which a token brings anew with every request, is two statements
        assertThat(heard(() -> api.get("me"))).as("me").hasSize(2);
        for (var account : List.of(few, many))
            assertThat(heard(() -> api.get("threads?view=imbox&accountId=" + account))).as("a list").hasSize(4);
        assertThat(heard(() -> api.get("counts"))).as("counts").hasSize(6);
        for (var one : List.of(single, thread))
            assertThat(heard(() -> api.get("threads/" + one))).as("a conversation").hasSize(6);
        assertThat(heard(() -> api.get("messages/" + message))).as("a message").hasSize(4);
        assertThat(heard(() -> api.get("accounts"))).as("accounts").hasSize(5);
    }

    /** What surrounds a list or a conversation is asked for as often whatever stands in it. */
    @Test
    void of_pages_are_few_and_as_many_for_much_mail_as_for_little() {
        var few = account("few-on-page", 1, 1);
        var many = account("many-on-page", 60, 30);
        var api = stage.api("bob");
        var single = longest(api, few);
        var thread = longest(api, many);
        try (var browser = Browser.open()) {
            var page = browser.window(Map.of());
            Inbox.signIn(stage, page, "bob", "bob");
            assertThat(page.locator("#list .row").first()).isVisible(
                    new LocatorAssertions.IsVisibleOptions().setTimeout((double) PATIENCE.toMillis()));
            // its own questions would be counted too
            page.navigate("about:blank");
            for (var path : List.of(
                    "inbox.xhtml?view=all&account=%1$s",
                    "inbox.xhtml?view=all&account=%1$s&thread=%2$s",
                    "fragments/list.xhtml?view=all&account=%1$s",
                    "fragments/thread.xhtml?thread=%2$s",
                    "fragments/nav.xhtml?view=all&account=%1$s")) {
                var little = stage.web() + path.formatted(few, single);
                var much = stage.web() + path.formatted(many, thread);
                assertThat(heard(() -> page.request().get(much).status())).as(path)
                        .hasSameSizeAs(heard(() -> page.request().get(little).status()))
                        .hasSizeLessThanOrEqualTo(MOST_OF_A_PAGE);
            }
            // looks a few windows further for what was seen when all before is new, and then stops
            var imbox = stage.web() + "inbox.xhtml?view=imbox&account=" + many;
            assertThat(heard(() -> page.request().get(imbox).status())).hasSizeLessThanOrEqualTo(MOST_OF_A_PAGE);
        }
    }

    private String account(String login, int conversations, int messages) {
        var box = stage.mail().box(login);
        for (int i = 1; i < conversations; i++) box.has(letter(login, "Alone " + i, "alone-" + i, ""));
        for (int i = 0; i < messages; i++) box.has(letter(login, "Long", "long-" + i, i == 0 ? "" : "long-0"));
        return stage.api("bob").connect(login);
    }

    private static String letter(String to, String subject, String id, String answered) {
        return "From: Klara <klara@example.org>\nTo: " + to + "@example.org\nSubject: " + subject + "\nMessage-ID: <"
                + id + "." + to + "@example.org>\n"
                + (answered.isEmpty() ? "" : "In-Reply-To: <" + answered + "." + to + "@example.org>\n") + "\nWords.\n";
    }

    private static String longest(Api api, String account) {
        var rows = api.await("threads?view=imbox&accountId=" + account, page -> row(page) != null);
        return String.valueOf(row(rows));
    }

    private static @Nullable String row(JsonObject page) {
        return page.getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .filter(row -> row.getString("subject").equals("Long"))
                .map(row -> row.getString("id"))
                .findFirst()
                .orElse(null);
    }

    private List<String> heard(Runnable request) {
        return IntStream.range(0, LOOKS).mapToObj(look -> once(request))
                .min((one, other) -> Integer.compare(one.size(), other.size()))
                .orElseThrow();
    }

    private List<String> once(Runnable request) {
        try {
            long from = Files.size(log());
            var before = mark(from);
            request.run();
            var after = mark(from);
            var log = since(from);
            var between = log.substring(log.indexOf(before), log.indexOf(after));
            return STATEMENT.matcher(between).results().map(it -> it.group(1)).collect(Collectors.toList());
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes a line into the database's log, and returns when it is there. */
    private String mark(long from) throws SQLException, IOException {
        var mark = "mark-" + UUID.randomUUID();
        try (var database = stage.database(); var statement = database.createStatement()) {
            statement.execute("select '" + mark + "'");
        }
        var deadline = Instant.now().plus(PATIENCE);
        while (!since(from).contains(mark))
            assertThat(Instant.now()).as("the mark in the log").isBefore(deadline);
        return mark;
    }

    /** What was written behind the first bytes; all of it is long by then. */
    private static String since(long from) throws IOException {
        try (var in = Files.newInputStream(log())) {
            in.skipNBytes(from);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Path log() {
        return Path.of(System.getProperty("waxwing.stack", "target/stack"), "logs", "postgres.log");
    }
}
