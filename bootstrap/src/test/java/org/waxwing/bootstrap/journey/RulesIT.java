package org.waxwing.bootstrap.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.waxwing.bootstrap.journey.Visitor.button;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody says what is to be done with their mail, and sees first what that would be. */
@ExtendWith(Stage.Provider.class)
class RulesIT {
    private static final String LUNCH = """
            {"name": "Lunch", "when": {"kind": "subject", "operator": "contains", "values": ["lunch"]},
             "then": [{"kind": "label", "label": "food"}]}
            """;

    private final Stage stage;
    private final Browser browser = Browser.open();

    RulesIT(Stage stage) {
        this.stage = stage;
    }

    @AfterEach
    void closeTheBrowser() {
        browser.close();
    }

    @Test
    void a_rule_is_tried_made_changed_and_removed_on_its_page() {
        var page = browser.window(Map.of());
        Visitor.comes(stage, page, "ruler", "Lunch on Friday", "Harbour tender");
        page.locator("[aria-label^='Menu of']").first().click();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Rules")).click();
        page.waitForURL("**/rules.xhtml");
        assertThat(page.getByText("No rules yet")).isVisible();

        button(page, "New rule").click();
        page.locator("#rule-form [name=name]").fill("Food");
        var condition = page.locator(".rule-condition").first();
        condition.locator("[data-is=kind]").selectOption("subject");
        condition.locator("textarea").fill("lunch");
        page.locator(".rule-action [data-is=kind]").selectOption("star");
        button(page, "What would it do?").click();
        assertThat(page.locator("#rule-trial h3")).hasText("1 of 2 messages match");
        assertThat(page.locator("#rule-trial")).containsText("Lunch on Friday");
        button(page, "Save").click();

        var line = page.locator(".rule");
        assertThat(line).containsText("subject contains “lunch” → star");
        // the page is a new one, which hears of clicks as soon as its scripts are there
        page.waitForLoadState();
        line.locator("[role=switch]").click();
        assertThat(line.locator("[role=switch]")).hasAttribute("aria-checked", "false");
        line.locator("[data-act=edit-rule]").click();
        // what is refused below is noted by every browser
        browser.hasNothingToComplainAbout();
        page.locator("#rule-form [name=name]").fill("");
        button(page, "Save").click();
        assertThat(page.locator("#rule-problems")).hasText("A rule needs a name.");
        page.locator("#rule-form [name=name]").fill("Meals");
        button(page, "Save").click();
        assertThat(line.locator("h3")).hasText("Meals");
        assertThat(line.locator("[role=switch]")).hasAttribute("aria-checked", "false");
        line.locator("[data-act=drop-rule]").click();
        page.locator("#asking-yes").click();
        assertThat(line).hasCount(0);
    }

    @Test
    void the_api_keeps_rules_tells_what_they_would_do_and_lets_nobody_overwrite_another() {
        var page = browser.window(Map.of());
        var api = Visitor.comes(stage, page, "lawgiver", "Lunch on Friday", "Harbour tender").api();

        var made = api.post("rules", LUNCH);
        var tag = made.headers().firstValue("ETag").orElseThrow();
        var id = Api.json(made).getString("id");
        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(api.read("rules").getJsonArray("items")).hasSize(1);
        assertThat(api.get("rules/" + id).headers().firstValue("ETag")).contains(tag);

        var changed = api.put("rules/" + id, LUNCH.replace("Lunch", "Meals"), "If-Match", tag);
        var stale = api.put("rules/" + id, LUNCH, "If-Match", tag);
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(Api.json(stale).getJsonObject("current").getString("name")).isEqualTo("Meals");

        var tried = api.post("rules/preview?replaces=" + id, LUNCH);
        assertThat(tried.statusCode()).as(tried.body()).isEqualTo(200);
        assertThat(Api.json(tried).getJsonObject("matched").getInt("count")).isOne();
        assertThat(tried.body()).contains("Lunch on Friday").doesNotContain("Harbour tender");

        var wrong = api.post("rules",
                "{\"name\": \"\", \"when\": {\"kind\": \"any\", \"conditions\": []}, \"then\": []}");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("\"name\"").contains("\"when\"").contains("\"then\"");
        assertThat(api.post("rules", LUNCH.replace("{\"name\"", "{\"organisation\": true, \"name\"")).statusCode())
                .isEqualTo(403);

        var exported = api.get("rules/export").body();
        assertThat(api.post("rules/import", exported).statusCode()).isEqualTo(200);
        assertThat(api.read("rules").getJsonArray("items")).hasSize(2);
        assertThat(api.post("rules/import", "[".repeat(100_000)).statusCode()).isEqualTo(422);
        assertThat(api.delete("rules/" + id).statusCode()).isEqualTo(204);
        assertThat(api.delete("rules/" + id).statusCode()).isEqualTo(404);
    }
}
