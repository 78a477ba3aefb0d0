package org.waxwing.bootstrap.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PageAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;

/** Somebody of a test's own, with a mailbox of their own: what they choose is nobody else's. */
final class Visitor {
    static final double PATIENCE = 60_000;

    private final Stage stage;
    private final String name;
    private final TestMail.Box box;

    private Visitor(Stage stage, String name, TestMail.Box box) {
        this.stage = stage;
        this.name = name;
        this.box = box;
    }

    /** Makes somebody known, connects a mailbox with these messages, and shows its Imbox in this window. */
    static Visitor comes(Stage stage, Page page, String name, String... subjects) {
        var box = stage.mail().box(name);
        var visitor = new Visitor(stage, name, box);
        for (var subject : subjects) visitor.isSent(subject);
        visitor.api().connect(name);
        Inbox.tellZone(stage, page);
        visitor.signsIn(page);
        return visitor;
    }

    /** Signs in, in another window. */
    void signsIn(Page page) {
        Inbox.signIn(stage, page, name, stage.password(name));
        assertThat(page).hasURL(
                Pattern.compile("^" + stage.web().replace(".", "\\.") + ".*"),
                new PageAssertions.HasURLOptions().setTimeout(PATIENCE));
        assertThat(page.locator("li.row").first()).isVisible(patiently());
    }

    /** Has people who write for the first time wait, {@code on}, or not. */
    void screens(String how) {
        api().patch("me/settings", "{\"screener\": \"" + how + "\"}");
    }

    Api api() {
        return stage.api(name);
    }

    void isSent(String subject) {
        isSentBy("Klara Berg <klara@example.org>", subject);
    }

    void isSentBy(String from, String subject) {
        box.has("From: " + from + "\nTo: " + name + "@example.org\nSubject: " + subject
                + "\nMessage-ID: <" + name + "-" + subject.replace(' ', '-') + "@example.org>\n\nWords.\n");
    }

    List<String> has(String folder) {
        return box.subjects(folder);
    }

    static Locator row(Page page, String subject) {
        return page.locator("li.row", new Page.LocatorOptions().setHasText(subject));
    }

    static Locator folder(Page page, String name) {
        return page.locator(".nav li a", new Page.LocatorOptions().setHasText(name));
    }

    /** Makes a folder in the navigation. */
    static void newFolder(Page page, String name) {
        page.locator("[data-act=new-folder]").first().click();
        page.locator("#naming-name").fill(name);
        page.keyboard().press("Enter");
        assertThat(folder(page, name)).isVisible(patiently());
    }

    /** Answers the first steps, which come once. */
    static void skipGuide(Page page) {
        page.locator("#guide [data-act=guide-skip]").click();
        assertThat(page.locator("#guide")).isHidden();
    }

    static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    static LocatorAssertions.IsVisibleOptions patiently() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE);
    }
}
