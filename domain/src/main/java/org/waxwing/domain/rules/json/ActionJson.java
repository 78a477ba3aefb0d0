package org.waxwing.domain.rules.json;

import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.MailboxId;
import org.waxwing.domain.rules.Action;
import org.waxwing.domain.rules.json.RuleJsonException.Reason;
import org.waxwing.domain.sorting.Category;

/** Actions as objects, whose {@code kind} is {@link Action#kind()}. */
final class ActionJson {
    private static final String KINDS = "label, unlabel, move, archive, trash, spam, star, read, category, snooze,"
            + " forward, reply, notify, webhook, stop";

    private ActionJson() {}

    static Json written(Action action) {
        var it = Members.of(action.kind());
        return switch (action) {
            case Action.Label(var label) -> it.with("label", label.name()).json();
            case Action.Unlabel(var label) -> it.with("label", label.name()).json();
            case Action.Move(Action.Folder.Known(var mailbox)) -> it.with("mailbox", mailbox.toString()).json();
            case Action.Move(Action.Folder.Named(var path)) -> it.with("folder", path).json();
            case Action.Categorise(var category) -> it.with("category", category).json();
            case Action.Snooze(Action.Until.After(var time)) -> it.with("for", time.toString()).json();
            case Action.Snooze(Action.Until.At(var time)) -> it.with("at", time.toString()).json();
            case Action.Forward(var address) -> it.with("address", address).json();
            case Action.Reply(var subject, var text, var every) ->
                it.with("subject", subject).with("text", text).with("every", every.toString()).json();
            case Action.Webhook(var address) -> it.with("address", address.toString()).json();
            case Action.Archive archive -> it.json();
            case Action.Trash trash -> it.json();
            case Action.Spam spam -> it.json();
            case Action.Star star -> it.json();
            case Action.Read read -> it.json();
            case Action.Notify tell -> it.json();
            case Action.Stop stop -> it.json();
        };
    }

    static Action read(Place at) throws RuleJsonException {
        var kind = at.needed("kind");
        var action = switch (kind.text()) {
            case "label" -> new Action.Label(label(at));
            case "unlabel" -> new Action.Unlabel(label(at));
            case "move" -> new Action.Move(folder(at));
            case "archive" -> new Action.Archive();
            case "trash" -> new Action.Trash();
            case "spam" -> new Action.Spam();
            case "star" -> new Action.Star();
            case "read" -> new Action.Read();
            case "category" -> new Action.Categorise(at.needed("category").one(Category.class));
            case "snooze" -> new Action.Snooze(until(at));
            case "forward" -> new Action.Forward(at.needed("address").text());
            case "reply" -> reply(at);
            case "notify" -> new Action.Notify();
            case "webhook" -> new Action.Webhook(at.needed("address").spelt("URI", URI::create));
            case "stop" -> new Action.Stop();
            default -> throw kind.wrong(Reason.WRONG_VALUE, KINDS);
        };
        at.endsHere();
        return action;
    }

    private static Keyword label(Place at) throws RuleJsonException {
        return at.needed("label").spelt("label", Keyword::new);
    }

    private static Action.Folder folder(Place at) throws RuleJsonException {
        var known = at.member("mailbox");
        return known.isPresent()
                ? new Action.Folder.Known(known.get().spelt(ConditionJson.UUID_TEXT, MailboxId::of))
                : new Action.Folder.Named(at.needed("folder").text());
    }

    private static Action.Until until(Place at) throws RuleJsonException {
        var clock = at.member("at");
        return clock.isPresent()
                ? new Action.Until.At(clock.get().spelt("hh:mm", LocalTime::parse))
                : new Action.Until.After(at.needed("for").spelt(ConditionJson.SPAN, Duration::parse));
    }

    private static Action.Reply reply(Place at) throws RuleJsonException {
        var subject = at.member("subject");
        return new Action.Reply(
                subject.isPresent() ? subject.get().text() : "",
                at.needed("text").text(),
                at.needed("every").spelt(ConditionJson.SPAN, Duration::parse));
    }
}
