package org.waxwing.bootstrap.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.waxwing.bootstrap.journey.Visitor.button;
import static org.waxwing.bootstrap.journey.Visitor.patiently;
import static org.waxwing.bootstrap.journey.Visitor.row;

import com.microsoft.playwright.assertions.LocatorAssertions;
import jakarta.json.JsonObject;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Rules do what they say: to mail as it comes, and to mail that is there. */
@ExtendWith(Stage.Provider.class)
class RuleRunsIT {
    private final Stage stage;
    private final Browser browser = Browser.open();

    RuleRunsIT(Stage stage) {
        this.stage = stage;
    }

    @AfterEach
    void closeTheBrowser() {
        browser.close();
    }

    @Test
    void a_rule_labels_and_archives_mail_as_it_comes_and_that_is_taken_back() throws MessagingException {
        var api = Visitor.comes(stage, browser.window(Map.of()), "steward", "Welcome").api();
        // a mailbox that mail can be sent to
        var account = api.connectDemo("bob");
        var word = "lunch-" + UUID.randomUUID();
        var made = api.post("rules", """
                {"name": "Lunch", "when": {"kind": "subject", "operator": "contains", "values": ["%s"]},
                 "then": [{"kind": "label", "label": "food"}, {"kind": "archive"}]}
                """.formatted(word));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        var rule = Api.json(made).getString("id");

        send("bob@waxwing.example", "Menu of " + word);

        var thread = api.thread(account, "archive", "Menu of " + word);
        var message = message(api, thread);
        assertThat(message.getJsonArray("keywords").toString()).contains("food");
        var history = api.read("messages/" + message.getString("id") + "/history").getJsonArray("items")
                .getValuesAs(JsonObject.class).stream()
                .filter(it -> it.getString("engine").equals("rule"))
                .toList();
        assertThat(history).extracting(it -> it.getString("deed")).containsExactlyInAnyOrder("label", "archive");
        assertThat(history).allSatisfy(it -> assertThat(it.getString("reference")).isEqualTo(rule));

        var undone = api.post("actions/undo", "{\"messageId\": \"" + message.getString("id") + "\"}");
        assertThat(undone.statusCode()).as(undone.body()).isEqualTo(200);
        assertThat(Api.json(undone).getInt("actions")).isOne();
        var back = message(api, thread);
        assertThat(back.getJsonArray("keywords").toString()).doesNotContain("food");
        assertThat(Api.find(api.read("threads?limit=200&view=archive&accountId=" + account), "Menu of " + word))
                .isNull();
        assertThat(api.post("actions/undo", "{}").statusCode()).isEqualTo(422);
    }

    @Test
    void what_rules_did_in_some_time_is_taken_back_on_the_page_of_activity() {
        var page = browser.window(Map.of());
        var api = Visitor.comes(stage, page, "warden", "Lunch on Friday", "Harbour tender").api();
        var made = api.post("rules", """
                {"name": "Lunch", "when": {"kind": "subject", "operator": "contains", "values": ["lunch"]},
                 "then": [{"kind": "star"}]}
                """);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        api.post("rules/" + Api.json(made).getString("id") + "/apply", "{}");
        api.await("threads?view=starred", it -> it.getJsonArray("items").size() == 1);

        page.navigate(stage.web() + "activity.xhtml");
        page.locator("#automatic-since").selectOption("24");
        button(page, "Undo").first().click();
        page.locator("#asking-yes").click();

        assertThat(page.locator("#toast")).containsText("as they were: 1", patientlyText());
        assertThat(page.locator("#activity .deed-undone").first()).isVisible();
        assertThat(api.read("threads?view=starred").getJsonArray("items")).isEmpty();
        browser.hasNothingToComplainAbout();
    }

    @Test
    void a_rule_is_run_on_the_mail_that_is_there_and_that_is_taken_back() {
        var page = browser.window(Map.of());
        var visitor = Visitor.comes(stage, page, "gardener", "Lunch on Friday", "Lunch on Monday", "Harbour tender");
        page.navigate(stage.web() + "rules.xhtml");
        button(page, "New rule").click();
        page.locator("#rule-form [name=name]").fill("Food");
        page.locator(".rule-condition [data-is=kind]").first().selectOption("subject");
        page.locator(".rule-condition textarea").first().fill("lunch");
        page.locator(".rule-action [data-is=kind]").selectOption("star");
        button(page, "What would it do?").click();
        button(page, "Run on 2 messages").click();

        var said = page.locator(".rule-run");
        assertThat(said).containsText("different now: 2", patientlyText());
        assertThat(button(page, "Undo")).isVisible(patiently());
        var api = visitor.api();
        var job = api.read("jobs").getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .filter(it -> it.getString("task").equals("rules")).findFirst().orElseThrow();
        assertThat(job.getString("state")).isEqualTo("done");
        assertThat(List.of(job.getInt("done"), job.getInt("changed"))).containsExactly(3, 2);
        assertThat(api.read("threads?view=starred").getJsonArray("items")).hasSize(2);

        button(page, "Undo").click();
        assertThat(said).containsText("as they were: 2", patientlyText());
        assertThat(api.read("threads?view=starred").getJsonArray("items")).isEmpty();
        page.navigate(stage.web() + "activity.xhtml");
        assertThat(page.getByText("The rule “Food” handled: 2 conversations")).isVisible();

        var rule = api.read("rules").getJsonArray("items").getJsonObject(0).getString("id");
        assertThat(api.post("rules/" + rule + "/apply", "").statusCode()).isEqualTo(202);
        api.await("threads?view=starred", it -> it.getJsonArray("items").size() == 2);
        // for one message where its history is told
        page.navigate(stage.web() + "inbox.xhtml?view=starred");
        row(page, "Lunch on Friday").click();
        assertThat(page.locator("#subject")).hasText("Lunch on Friday");
        page.keyboard().press("i");
        page.locator("#why .why-history summary").click();
        page.locator("#why [data-act=why-undo]").click();
        assertThat(page.locator("#why")).isHidden();
        api.await("threads?view=starred", it -> it.getJsonArray("items").size() == 1);
        page.navigate(stage.web() + "rules.xhtml");
        page.locator("[data-act=undo-rule]").click();
        page.locator("#asking-yes").click();
        assertThat(page.locator("#toast")).containsText("as they were: 1", patientlyText());
        assertThat(api.read("threads?view=starred").getJsonArray("items")).isEmpty();
        browser.hasNothingToComplainAbout();
    }

    private static JsonObject message(Api api, String thread) {
        return api.read("threads/" + thread).getJsonArray("messages").getValuesAs(JsonObject.class).getFirst();
    }

    private static LocatorAssertions.ContainsTextOptions patientlyText() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(Visitor.PATIENCE);
    }

    private void send(String to, String subject) throws MessagingException {
        var properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", Integer.toString(stage.demoSmtpPort()));
        var message = new MimeMessage(Session.getInstance(properties));
        message.setFrom(new InternetAddress("klara@example.org"));
        message.setRecipients(Message.RecipientType.TO, to);
        message.setSubject(subject);
        message.setText("Here it is.");
        Transport.send(message);
    }
}
