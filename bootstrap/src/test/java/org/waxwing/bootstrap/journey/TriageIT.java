package org.waxwing.bootstrap.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody puts mail away for later, silences it, has it come back, and takes it all back. */
@ExtendWith(Stage.Provider.class)
class TriageIT {
    private static final String ME = "triager";
    private static final double PATIENCE = 60_000;

    private final Stage stage;

    TriageIT(Stage stage) {
        this.stage = stage;
    }

    private static String letter(String to, String subject, String... answers) {
        var id = to + "-" + subject.replaceAll("\\W", "-") + "@example.org";
        var reference = answers.length == 0
                ? ""
                : "In-Reply-To: <" + to + "-" + answers[0].replaceAll("\\W", "-") + "@example.org>\n";
        return "From: Klara <klara@example.org>\nTo: " + to + "@example.org\nSubject: " + subject
                + "\nMessage-ID: <" + id + ">\n" + reference + "\nWords.\n";
    }

    private TestMail.Box box(String login, String... subjects) {
        var box = stage.mail().box(login);
        for (var subject : subjects) box.has(letter(login, subject));
        return box;
    }

    @Test
    void mail_is_snoozed_in_words_put_on_piles_and_taken_back_in_the_pages() {
        box("triage", "Amber", "Birch", "Cedar");
        var account = stage.api(ME).connect("triage");
        try (var browser = Browser.open()) {
            var page = browser.window(Map.of());
            open(page, account);
            Inbox.row(page, "Amber").locator(".row-link").focus();
            page.keyboard().press("b");
            assertThat(page.locator("#snoozing-choices li").first()).isVisible();
            page.locator("#snoozing-typed").fill("gibberish");
            assertThat(page.locator("#snoozing-note")).isVisible();
            page.locator("#snoozing-typed").fill("in 2 days");
            assertThat(page.locator("#snoozing-note")).isHidden();
            page.keyboard().press("Enter");

            assertThat(Inbox.row(page, "Amber")).hasCount(0);
            assertThat(page.locator("#toast")).containsText("Snoozed until");
            page.keyboard().press("z");
            assertThat(Inbox.row(page, "Amber")).isVisible(Inbox.patiently());

            Inbox.row(page, "Birch").hover();
            Inbox.row(page, "Birch").locator(".row-tools [data-act=later]").click();
            assertThat(Inbox.row(page, "Birch")).hasCount(0);
            Inbox.row(page, "Cedar").locator(".row-link").focus();
            page.keyboard().press("t");
            assertThat(Inbox.row(page, "Cedar")).hasCount(0);

            page.navigate(stage.web() + "inbox.xhtml?view=later&account=" + account);
            assertThat(Inbox.row(page, "Birch")).isVisible(Inbox.patiently());
            Inbox.row(page, "Birch").locator(".row-link").focus();
            page.keyboard().press("w");
            assertThat(Inbox.row(page, "Birch")).hasCount(0);
            page.navigate(stage.web() + "inbox.xhtml?view=set_aside&account=" + account);
            assertThat(Inbox.row(page, "Cedar")).isVisible(Inbox.patiently());
            page.navigate(stage.web() + "inbox.xhtml?view=imbox&account=" + account);
            assertThat(Inbox.row(page, "Birch")).isVisible(Inbox.patiently());

            Inbox.row(page, "Amber").locator(".row-link").focus();
            page.keyboard().press("m");
            assertThat(Inbox.row(page, "Amber")).hasCount(0);

            page.navigate(stage.web() + "activity.xhtml");
            var muted = page.locator(".deed", new Page.LocatorOptions().setHasText("Muted: “Amber”"));
            muted.locator("[data-act=undo-action]").click();
            assertThat(muted.locator(".deed-undone")).isVisible();
            page.navigate(stage.web() + "inbox.xhtml?view=imbox&account=" + account);
            assertThat(Inbox.row(page, "Amber")).isVisible(Inbox.patiently());
            browser.hasNothingToComplainAbout();
        }
    }

    @Test
    void what_was_snoozed_comes_back_by_itself_on_top_and_new() {
        box("waking", "Dahlia", "Elm");
        var api = stage.api(ME);
        var account = api.connect("waking");
        var dahlia = api.thread(account, "imbox", "Dahlia");
        act(api, """
                {"op": "read", "threadIds": ["%s"]}""".formatted(dahlia));
        try (var browser = Browser.open()) {
            var page = browser.window(Map.of());
            open(page, account);
            act(api, """
                    {"op": "snooze", "threadIds": ["%s"], "until": "%s"}""".formatted(
                    dahlia, Instant.now().plusSeconds(5)));
            var snoozed = api.read("threads?view=snoozed&accountId=" + account).getJsonArray("items").getJsonObject(0);

            assertThat(snoozed.getString("place")).isEqualTo("snoozed");
            assertThat(Inbox.row(page, "Dahlia")).hasCount(0);
            assertThat(page.locator(".part[data-part=new] .row").first()).containsText("Dahlia", within());
            var back = api.read("threads?view=imbox&accountId=" + account).getJsonArray("items").getJsonObject(0);
            assertThat(back.getString("subject")).isEqualTo("Dahlia");
            assertThat(back.getBoolean("returned")).isTrue();

            Inbox.row(page, "Dahlia").click();
            assertThat(Inbox.row(page, "Dahlia")).not().hasClass(Pattern.compile(".*\\bunread\\b.*"));
            api.await("threads?view=imbox&accountId=" + account, it -> !Objects.requireNonNull(
                    Api.find(it, "Dahlia")).getBoolean("returned"));
            browser.hasNothingToComplainAbout();
        }
    }

    @Test
    void an_answer_ends_a_snooze_and_is_silent_where_it_is_muted() {
        var box = box("answers", "Fir", "Gorse");
        var api = stage.api(ME);
        var account = api.connect("answers");
        var fir = api.thread(account, "imbox", "Fir");
        var gorse = api.thread(account, "imbox", "Gorse");
        act(api, """
                {"op": "snooze", "threadIds": ["%s"], "until": "%s"}""".formatted(
                fir, Instant.now().plusSeconds(86_400)));
        act(api, """
                {"op": "mute", "threadIds": ["%s"]}""".formatted(gorse));
        assertThat(api.read("threads?view=imbox&accountId=" + account).getJsonArray("items")).isEmpty();

        box.has(letter("answers", "Re: Gorse", "Gorse"));
        box.has(letter("answers", "Re: Fir", "Fir"));
        api.await("threads?view=imbox&accountId=" + account, it -> Api.find(it, "Fir") != null);
        var all = api.await("threads?view=all&accountId=" + account,
                it -> Objects.requireNonNull(Api.find(it, "Gorse")).getInt("messageCount") == 2);

        assertThat(Objects.requireNonNull(Api.find(all, "Gorse")).getBoolean("muted")).isTrue();
        assertThat(Api.find(api.read("threads?view=imbox&accountId=" + account), "Gorse")).isNull();
        act(api, """
                {"op": "unmute", "threadIds": ["%s"]}""".formatted(gorse));
        assertThat(Api.find(api.read("threads?view=imbox&accountId=" + account), "Gorse")).isNotNull();
    }

    @Test
    void every_deed_and_its_undo_leave_everything_as_it_was_at_the_provider_too() {
        var box = box("fields", "Hazel", "Iris", "Juniper");
        var api = stage.api(ME);
        var account = api.connect("fields");
        var hazel = api.thread(account, "imbox", "Hazel");
        var iris = api.thread(account, "imbox", "Iris");
        var work = Api.json(api.post("mailboxes", """
                {"accountId": "%s", "path": "Work"}""".formatted(account))).getString("id");
        act(api, """
                {"op": "read", "threadIds": ["%s"]}""".formatted(iris));
        act(api, """
                {"op": "later", "threadIds": ["%s"]}""".formatted(iris));
        until(api, () -> box.seen("INBOX").equals(List.of("Iris")));
        var views = state(api, account);
        var provider = provider(box);
        var deeds = new ArrayList<>(List.of("read", "unread", "star", "answered", "archive", "trash", "spam", "aside",
                "later", "mute", "back", "to-inbox"));
        deeds.add("label\", \"label\": \"tender");
        deeds.add("move\", \"mailboxId\": \"" + work);
        deeds.add("snooze\", \"until\": \"" + Instant.now().plusSeconds(86_400));

        for (var deed : deeds) {
            var done = act(api, """
                    {"op": "%s", "threadIds": ["%s", "%s"]}""".formatted(deed, hazel, iris));
            if (done.getInt("changed") == 0) continue;
            // lists do not tell what was answered
            if (!deed.equals("answered")) assertThat(state(api, account)).as(deed).isNotEqualTo(views);

            var undone = api.post("actions/" + done.getString("actionId") + "/undo", "{}");

            assertThat(undone.statusCode()).as(deed + undone.body()).isEqualTo(200);
            // a pass that looked at the server before it knew of the undo may say something else until the next one
            until(api, () -> state(api, account).equals(views) && provider(box).equals(provider));
            assertThat(state(api, account)).as(deed).isEqualTo(views);
        }
        assertThat(api.read("actions?limit=3").getJsonArray("items")).hasSize(3);
    }

    @Test
    void everything_in_a_list_is_dealt_with_as_one() {
        var subjects = new String[80];
        for (int i = 0; i < subjects.length; i++) subjects[i] = "Leaf " + i;
        var box = box("whole", subjects);
        var api = stage.api(ME);
        var account = api.connect("whole");
        var kept = api.thread(account, "imbox", "Leaf 7");

        var done = act(api, """
                {"op": "archive", "query": "view=imbox&account=%s", "except": ["%s"]}""".formatted(account, kept));

        assertThat(done.getInt("conversations")).isEqualTo(79);
        assertThat(api.read("threads?view=imbox&accountId=" + account).getJsonArray("items")).hasSize(1);
        until(api, () -> box.subjects("INBOX").equals(List.of("Leaf 7")));
        assertThat(api.post("actions/" + done.getString("actionId") + "/undo", "{}").statusCode()).isEqualTo(200);
        until(api, () -> box.subjects("INBOX").size() == 80);
    }

    @Test
    void times_in_words_are_understood_in_the_zone_of_whoever_says_them() {
        var api = stage.api(ME);

        var times = api.read("snooze-times?text=morgen+fr%C3%BCh&zone=Europe/Berlin&language=de");

        assertThat(times.getString("at")).endsWith(":00:00Z");
        assertThat(times.getJsonArray("presets")).isNotEmpty();
        assertThat(api.read("snooze-times?text=yesterday").isNull("at")).isTrue();
        assertThat(api.get("snooze-times?zone=Nowhere/Land").statusCode()).isEqualTo(400);
    }

    /** What all lists say of an account. */
    private static List<String> state(Api api, String account) {
        return List.of("imbox", "later", "set_aside", "snoozed", "starred", "all", "archive", "trash", "spam").stream()
                .map(view -> view + api.read("threads?view=" + view + "&accountId=" + account).toString())
                .toList();
    }

    // a message that comes back to a folder is its latest
    private static List<List<String>> provider(TestMail.Box box) {
        return Stream.of(box.subjects("INBOX"), box.seen("INBOX"), box.starred("INBOX"), box.subjects("Archive"),
                box.subjects("Trash"), box.subjects("Junk"), box.subjects("Work"))
                .map(it -> it.stream().sorted().toList())
                .toList();
    }

    private static JsonObject act(Api api, String body) {
        var answer = api.post("actions", body);
        assertThat(answer.statusCode()).as(body + answer.body()).isEqualTo(200);
        return Api.json(answer);
    }

    private void open(Page page, String account) {
        Inbox.open(stage, page, ME, "view=imbox&account=" + account);
    }

    private static LocatorAssertions.ContainsTextOptions within() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE);
    }

    private static void until(Api api, BooleanSupplier wanted) {
        api.await("counts", counts -> wanted.getAsBoolean());
    }
}
