package org.waxwing.web.faces.mail;

import static org.waxwing.web.faces.mail.ViewDefinition.Counted.NOTHING;
import static org.waxwing.web.faces.mail.ViewDefinition.Counted.UNREAD;
import static org.waxwing.web.faces.mail.ViewDefinition.Counted.UNREAD_STRONGLY;
import static org.waxwing.web.faces.mail.ViewDefinition.Counted.WAITING;
import static org.waxwing.web.faces.mail.ViewDefinition.Form.INCOMING;
import static org.waxwing.web.faces.mail.ViewDefinition.Form.OUTGOING;
import static org.waxwing.web.faces.mail.ViewDefinition.Section.ALL;
import static org.waxwing.web.faces.mail.ViewDefinition.Section.NEW;
import static org.waxwing.web.faces.mail.ViewDefinition.Section.SEEN;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.waxwing.domain.reading.MailView;
import org.waxwing.domain.reading.Scope;
import org.waxwing.web.faces.mail.ViewDefinition.Counted;
import org.waxwing.web.faces.mail.ViewDefinition.Form;
import org.waxwing.web.faces.mail.ViewDefinition.Group;
import org.waxwing.web.faces.mail.ViewDefinition.Section;
import org.waxwing.web.faces.mail.ViewDefinition.Texts;

/** The views that people can go to, in the order of the navigation: whoever adds one adds an entry here. */
final class Views {
    private static final List<Section> WHOLE = List.of(ALL);

    private static final List<ViewDefinition> ALL_VIEWS = Stream.of(
            view("imbox", Group.INCOMING, "inbox", "inbox", "g i", INCOMING, List.of(NEW, SEEN), UNREAD_STRONGLY,
                    new Texts("view.imbox", "empty.imbox.title", "empty.imbox.text", "sun")),
            view("feed", Group.INCOMING, "feed", "inbox", "g f", INCOMING, WHOLE, NOTHING,
                    new Texts("view.feed", "empty.feed.title", "empty.feed.text", "feed")),
            view("paper_trail", Group.INCOMING, "paper", "inbox", "g p", INCOMING, WHOLE, UNREAD,
                    new Texts("view.paper-trail", "empty.paper-trail.title", "empty.paper-trail.text", "paper")),
            view("screener", Group.INCOMING, "screener", "screener", "g s", INCOMING, WHOLE, UNREAD_STRONGLY,
                    new Texts("view.screener", "empty.screener.title", "empty.screener.text", "screener")),
            view("later", Group.PILES, "later", "later", "g w", INCOMING, WHOLE, WAITING,
                    new Texts("view.later", "empty.later.title", "empty.later.text", "later")),
            view("set_aside", Group.PILES, "aside", "set_aside", "g h", INCOMING, WHOLE, WAITING,
                    new Texts("view.set-aside", "empty.set-aside.title", "empty.set-aside.text", "aside")),
            view("snoozed", Group.PILES, "snooze", "snoozed", "g b", INCOMING, WHOLE, WAITING,
                    new Texts("view.snoozed", "empty.snoozed.title", "empty.snoozed.text", "snooze")),
            view("starred", Group.PILES, "star", "starred", "g *", INCOMING, WHOLE, NOTHING,
                    new Texts("view.starred", "empty.starred.title", "empty.starred.text", "star")),
            view("drafts", Group.KEPT, "draft", "drafts", "g d", OUTGOING, WHOLE, WAITING,
                    new Texts("view.drafts", "empty.drafts.title", "empty.drafts.text", "draft")),
            view("sent", Group.KEPT, "send", "sent", "g t", OUTGOING, WHOLE, NOTHING,
                    new Texts("view.sent", "empty.sent.title", "empty.sent.text", "send")),
            view("all", Group.KEPT, "all", "all", "g a", INCOMING, WHOLE, NOTHING,
                    new Texts("view.all", "empty.all.title", "empty.all.text", "letter")),
            view("archive", Group.KEPT, "archive", "archive", "g e", INCOMING, WHOLE, NOTHING,
                    new Texts("view.archive", "empty.archive.title", "empty.archive.text", "archive")),
            view("spam", Group.KEPT, "spam", "junk", "g !", INCOMING, WHOLE, UNREAD,
                    new Texts("view.spam", "empty.spam.title", "empty.spam.text", "shield")),
            view("screened_out", Group.KEPT, "block", "out", "g o", INCOMING, WHOLE, NOTHING,
                    new Texts("view.screened-out", "empty.screened-out.title", "empty.screened-out.text", "block")),
            view("trash", Group.KEPT, "trash", "trash", "g #", INCOMING, WHOLE, NOTHING,
                    new Texts("view.trash", "empty.trash.title", "empty.trash.text", "trash")))
            .flatMap(Optional::stream)
            .toList();

    private Views() {}

    // a view is there as soon as the store can list it
    private static Optional<ViewDefinition> view(
            String name, Group group, String icon, String role, String shortcut, Form form, List<Section> sections,
            Counted counted, Texts texts) {
        return Stream.of(MailView.values())
                .filter(view -> name(view).equals(name))
                .findFirst()
                .map(view -> new ViewDefinition(view, group, icon, role, shortcut, form, sections, counted, texts));
    }

    /** All of them. */
    static List<ViewDefinition> all() {
        return ALL_VIEWS;
    }

    /** Those of one group. */
    static List<ViewDefinition> of(Group group) {
        return ALL_VIEWS.stream().filter(it -> it.group() == group).toList();
    }

    /** What is known of a view. */
    static ViewDefinition of(MailView view) {
        return ALL_VIEWS.stream()
                .filter(it -> it.view() == view)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No page knows the view " + view));
    }

    /** The view of that name; of no name, the first. */
    static Optional<MailView> named(String name) {
        if (name.isEmpty()) return Optional.of(ALL_VIEWS.getFirst().view());
        return ALL_VIEWS.stream().map(ViewDefinition::view).filter(view -> name(view).equals(name)).findFirst();
    }

    /** What is known of the view that a list is, if it is one. */
    static Optional<ViewDefinition> of(Scope scope) {
        return switch (scope) {
            case Scope.AllAccounts(var view) -> Optional.of(of(view));
            case Scope.OneAccount(var account, var view) -> Optional.of(of(view));
            case Scope.OneMailbox(var mailbox) -> Optional.empty();
            case Scope.AllLabelled(var label) -> Optional.empty();
            case Scope.OneLabelled(var account, var label) -> Optional.empty();
        };
    }

    /** How addresses call a view. */
    static String name(MailView view) {
        return view.name().toLowerCase(Locale.ROOT);
    }
}
