package org.waxwing.web.faces.account;

import java.time.Instant;
import org.waxwing.domain.change.ActionLog;
import org.waxwing.domain.change.ActionLog.Logged;
import org.waxwing.domain.sorting.Category;
import org.waxwing.web.faces.Phrases;
import org.waxwing.web.faces.Times;

/**
 * Something that was done, in words.
 *
 * @param icon names a picture of the sprite
 * @param undoable whether it can be undone now
 */
public record DeedLine(
        String id, String icon, String sentence, String time, String fullTime, boolean undoable, boolean undone) {
    private record Saying(String key, String icon) {}

    static DeedLine of(Logged it, Phrases phrases, Times times) {
        var saying = saying(it.title());
        var about = it.subject().isBlank()
                ? phrases.of("activity.about.many", it.conversations())
                : phrases.of("activity.about.one", it.subject().onOneLine().value());
        return new DeedLine(
                it.id().toString(),
                saying.icon(),
                phrases.of(saying.key(), about, detail(it, phrases, times)),
                times.dayAndTime(it.at()),
                times.full(it.at()),
                !it.undone() && it.undoUntil().isAfter(it.at()) && it.undoUntil().isAfter(times.now()),
                it.undone());
    }

    private static String detail(Logged it, Phrases phrases, Times times) {
        return switch (it.title()) {
            case "snooze" -> times.dayAndTime(Instant.parse(it.detail()));
            case "label", "unlabel" -> it.detail().replace('_', ' ').strip();
            case "categorize" -> phrases.of(switch (Category.valueOf(it.detail())) {
                case IMBOX -> "view.imbox";
                case FEED -> "view.feed";
                case PAPER_TRAIL -> "view.paper-trail";
            });
            case "screen-in", "screen-out" -> it.detail().isEmpty()
                    ? phrases.of("activity.senders", it.conversations())
                    : it.detail();
            default -> it.detail();
        };
    }

    private static Saying saying(String title) {
        return switch (title) {
            case "read" -> new Saying("activity.read", "read");
            case "unread" -> new Saying("activity.unread", "unread");
            case "star" -> new Saying("activity.star", "star");
            case "unstar" -> new Saying("activity.unstar", "star");
            case "answered" -> new Saying("activity.answered", "letter");
            case "label" -> new Saying("activity.label", "label");
            case "unlabel" -> new Saying("activity.unlabel", "label");
            case "archive" -> new Saying("activity.archive", "archive");
            case "trash" -> new Saying("activity.trash", "trash");
            case "spam" -> new Saying("activity.spam", "spam");
            case "move" -> new Saying("activity.move", "folder");
            case "to-inbox" -> new Saying("activity.to-inbox", "inbox");
            case "delete" -> new Saying("activity.delete", "trash");
            case "snooze" -> new Saying("activity.snooze", "snooze");
            case "unsnooze" -> new Saying("activity.unsnooze", "snooze");
            case "later" -> new Saying("activity.later", "later");
            case "aside" -> new Saying("activity.aside", "aside");
            case "back" -> new Saying("activity.back", "inbox");
            case "mute" -> new Saying("activity.mute", "mute");
            case "unmute" -> new Saying("activity.unmute", "mute");
            case "sort" -> new Saying("activity.sort", "refresh");
            case "categorize" -> new Saying("activity.categorize", "feed");
            case ActionLog.RULES -> new Saying("activity.rules", "play");
            case "screen-in" -> new Saying("activity.screen-in", "screener");
            case "screen-out" -> new Saying("activity.screen-out", "block");
            default -> throw new IllegalStateException("No deed is called that");
        };
    }
}
