package org.waxwing.domain.rules.json;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.rules.Condition;
import org.waxwing.domain.rules.json.RuleJsonException.Reason;
import org.waxwing.domain.rules.text.TextTest;
import org.waxwing.domain.sorting.Category;

/** Conditions as objects, whose {@code kind} is {@link Condition#kind()}. */
final class ConditionJson {
    static final String SPAN = "ISO 8601 duration";
    static final String UUID_TEXT = "UUID";
    private static final String KINDS = "all, any, not, always, sender, recipient, subject, body, header,"
            + " header-present, list, has-attachment, attachment-name, attachment-type, size, age, category, account,"
            + " label, language, first-time-sender, known-sender, ai";

    private ConditionJson() {}

    static Json written(Condition condition) {
        var it = Members.of(condition.kind());
        return switch (condition) {
            case Condition.All(var all) -> it.with("conditions", written(all)).json();
            case Condition.Any(var any) -> it.with("conditions", written(any)).json();
            case Condition.Not(var not) -> it.with("condition", written(not)).json();
            case Condition.Sender(var part, var text) -> worded(it.with("part", part), text);
            case Condition.Recipient(var among, var part, var text) ->
                worded(it.with("among", among).with("part", part), text);
            case Condition.Header(var name, var text) -> worded(it.with("name", name), text);
            case Condition.Worded worded -> worded(it, worded.text());
            case Condition.HeaderPresent(var name) -> it.with("name", name).json();
            case Condition.Size(var weight, var bytes) -> it.with("than", weight).with("bytes", bytes).json();
            case Condition.Age(var distance, var age) -> it.with("than", distance).with("time", age.toString()).json();
            case Condition.InCategory(var category) -> it.with("category", category).json();
            case Condition.AtAccount(var account) -> it.with("account", account.toString()).json();
            case Condition.Labelled(var label) -> it.with("label", label.name()).json();
            case Condition.InLanguage(var tag) -> it.with("language", tag).json();
            case Condition.Ai(var words) -> it.with("words", words).json();
            case Condition.Always always -> it.json();
            case Condition.HasAttachment has -> it.json();
            case Condition.FirstTimeSender first -> it.json();
            case Condition.KnownSender known -> it.json();
        };
    }

    private static Json written(List<Condition> conditions) {
        return new Json.Items(conditions.stream().map(ConditionJson::written).toList());
    }

    private static Json worded(Members it, TextTest text) {
        return it.with("operator", text.operator()).with("values", text.values()).json();
    }

    static Condition read(Place at) throws RuleJsonException {
        var kind = at.needed("kind");
        var condition = switch (kind.text()) {
            case "all" -> new Condition.All(inner(at));
            case "any" -> new Condition.Any(inner(at));
            case "not" -> new Condition.Not(read(at.needed("condition")));
            case "always" -> new Condition.Always();
            case "sender" -> new Condition.Sender(part(at), text(at));
            case "recipient" -> new Condition.Recipient(
                    at.needed("among").one(Condition.Recipients.class), part(at), text(at));
            case "subject" -> new Condition.Subject(text(at));
            case "body" -> new Condition.Body(text(at));
            case "header" -> new Condition.Header(at.needed("name").text(), text(at));
            case "header-present" -> new Condition.HeaderPresent(at.needed("name").text());
            case "list" -> new Condition.MailingList(text(at));
            case "has-attachment" -> new Condition.HasAttachment();
            case "attachment-name" -> new Condition.AttachmentName(text(at));
            case "attachment-type" -> new Condition.AttachmentType(text(at));
            case "size" -> new Condition.Size(
                    at.needed("than").one(Condition.Weight.class), at.needed("bytes").number());
            case "age" -> new Condition.Age(
                    at.needed("than").one(Condition.Distance.class), at.needed("time").spelt(SPAN, Duration::parse));
            case "category" -> new Condition.InCategory(at.needed("category").one(Category.class));
            case "account" -> new Condition.AtAccount(at.needed("account").spelt(UUID_TEXT, AccountId::of));
            case "label" -> new Condition.Labelled(at.needed("label").spelt("label", Keyword::new));
            case "language" -> new Condition.InLanguage(at.needed("language").text());
            case "first-time-sender" -> new Condition.FirstTimeSender();
            case "known-sender" -> new Condition.KnownSender();
            case "ai" -> new Condition.Ai(at.needed("words").text());
            default -> throw kind.wrong(Reason.WRONG_VALUE, KINDS);
        };
        at.endsHere();
        return condition;
    }

    private static List<Condition> inner(Place at) throws RuleJsonException {
        var conditions = new ArrayList<Condition>();
        for (var it : at.needed("conditions").items()) conditions.add(read(it));
        return conditions;
    }

    private static Condition.AddressPart part(Place at) throws RuleJsonException {
        return at.needed("part").one(Condition.AddressPart.class);
    }

    private static TextTest text(Place at) throws RuleJsonException {
        return new TextTest(at.needed("operator").one(TextTest.Operator.class), at.needed("values").texts());
    }
}
