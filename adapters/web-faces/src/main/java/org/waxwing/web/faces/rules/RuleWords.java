package org.waxwing.web.faces.rules;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.mailbox.MailboxId;
import org.waxwing.domain.rules.Action;
import org.waxwing.domain.rules.Condition;
import org.waxwing.domain.rules.Rule;
import org.waxwing.domain.rules.text.TextTest;
import org.waxwing.domain.sorting.Category;
import org.waxwing.web.faces.Phrases;

/**
 * What rules say, as sentences.
 *
 * @param accounts what accounts are called
 * @param folders what folders are called
 */
record RuleWords(Phrases phrases, Map<AccountId, String> accounts, Map<MailboxId, String> folders) {
    private static final int MOST_VALUES = 4;
    private static final long DAY = 24;
    private static final long KILOBYTE = 1_000;

    RuleWords {
        accounts = Map.copyOf(accounts);
        folders = Map.copyOf(folders);
    }

    /** Which mail, and what is done with it. */
    String sentence(Rule rule) {
        var actions = rule.actions().stream().map(this::action);
        var stop = rule.stop() ? Stream.of(phrases.of("rules.do.stop")) : Stream.<String>empty();
        var done = Stream.concat(actions, stop).reduce((a, b) -> phrases.of("rules.list", a, b)).orElse("");
        return phrases.of("rules.sentence", condition(rule.condition(), false), done);
    }

    /** Of whose mail it is asked. */
    String reach(Rule rule) {
        return switch (rule.reach()) {
            case Rule.Reach.EveryAccount() -> "";
            case Rule.Reach.OneAccount(var account) -> phrases.of("rules.only", account(account));
        };
    }

    private String account(AccountId account) {
        return accounts.getOrDefault(account, phrases.of("rules.gone"));
    }

    private String condition(Condition condition, boolean within) {
        return switch (condition) {
            case Condition.All(var all) -> together(all, "rules.and", within);
            case Condition.Any(var any) -> together(any, "rules.or", within);
            case Condition.Not(var not) -> phrases.of("rules.not", condition(not, false));
            case Condition.Leaf leaf -> leaf(leaf);
        };
    }

    private String together(List<Condition> conditions, String joint, boolean within) {
        var words = conditions.stream().map(it -> condition(it, true)).reduce((a, b) -> phrases.of(joint, a, b))
                .orElse("");
        return within && conditions.size() > 1 ? phrases.of("rules.group", words) : words;
    }

    private String leaf(Condition.Leaf leaf) {
        return switch (leaf) {
            case Condition.Always it -> phrases.of("rules.field.always");
            case Condition.Sender(var part, var text) -> test(part(phrases.of("rules.field.sender"), part(part)), text);
            case Condition.Recipient(var among, var part, var text) -> test(part(among(among), part(part)), text);
            case Condition.Header(var name, var text) -> test(part(phrases.of("rules.field.header"), name), text);
            case Condition.Subject(var text) -> test(phrases.of("rules.field.subject"), text);
            case Condition.Body(var text) -> test(phrases.of("rules.field.body"), text);
            case Condition.MailingList(var text) -> test(phrases.of("rules.field.list"), text);
            case Condition.AttachmentName(var text) -> test(phrases.of("rules.field.attachment-name"), text);
            case Condition.AttachmentType(var text) -> test(phrases.of("rules.field.attachment-type"), text);
            case Condition.HeaderPresent(var name) -> of("rules.field.header-present", name);
            case Condition.HasAttachment it -> phrases.of("rules.field.has-attachment");
            case Condition.Size(var weight, var bytes) -> phrases.of(
                    weight == Condition.Weight.LARGER ? "rules.larger" : "rules.smaller", (double) bytes / KILOBYTE);
            case Condition.Age(var distance, var age) -> phrases.of(
                    distance == Condition.Distance.OLDER ? "rules.older" : "rules.newer", span(age));
            case Condition.InCategory(var category) -> of("rules.field.category", category(category));
            case Condition.AtAccount(var account) -> of("rules.field.account", account(account));
            case Condition.Labelled(var label) -> of("rules.field.label", label.name());
            case Condition.InLanguage(var tag) -> of("rules.field.language", language(tag, phrases.locale()));
            case Condition.FirstTimeSender it -> phrases.of("rules.field.first-time-sender");
            case Condition.KnownSender it -> phrases.of("rules.field.known-sender");
            case Condition.Ai(var words) -> of("rules.field.ai", quoted(words));
        };
    }

    /** The name of a language; its tag when nobody knows it. */
    static String language(String tag, Locale locale) {
        return Locale.forLanguageTag(tag).getDisplayName(locale);
    }

    private String of(String field, String what) {
        return phrases.of("rules.of", phrases.of(field), what);
    }

    private String part(String whole, String part) {
        return phrases.of("rules.part-of", whole, part);
    }

    private String test(String field, TextTest text) {
        var values = text.values().stream()
                .limit(MOST_VALUES)
                .map(this::quoted)
                .reduce((a, b) -> phrases.of("rules.or", a, b))
                .orElse("");
        int more = text.values().size() - MOST_VALUES;
        var these = more > 0 ? phrases.of("rules.more", values, more) : values;
        return phrases.of("rules.test", field, phrases.of("rules.compared", operator(text.operator()), these));
    }

    private String quoted(String value) {
        return phrases.of("rules.quoted", value);
    }

    private String operator(TextTest.Operator operator) {
        return phrases.of(switch (operator) {
            case IS -> "rules.operator.is";
            case CONTAINS -> "rules.operator.contains";
            case BEGINS_WITH -> "rules.operator.begins-with";
            case ENDS_WITH -> "rules.operator.ends-with";
            case WILDCARD -> "rules.operator.wildcard";
            case REGEX -> "rules.operator.regex";
        });
    }

    private String part(Condition.AddressPart part) {
        return phrases.of(switch (part) {
            case ADDRESS -> "rules.part.address";
            case DOMAIN -> "rules.part.domain";
            case NAME -> "rules.part.name";
        });
    }

    private String among(Condition.Recipients among) {
        return phrases.of(switch (among) {
            case TO -> "rules.among.to";
            case CC -> "rules.among.cc";
            case ANY -> "rules.field.recipient";
        });
    }

    private String category(Category category) {
        return phrases.of(switch (category) {
            case IMBOX -> "rules.category.imbox";
            case FEED -> "rules.category.feed";
            case PAPER_TRAIL -> "rules.category.paper-trail";
        });
    }

    private String span(Duration time) {
        long hours = time.toHours();
        return hours > 0 && hours % DAY == 0 ? phrases.of("rules.days", hours / DAY) : phrases.of("rules.hours", hours);
    }

    private String action(Action action) {
        return switch (action) {
            case Action.Label(var label) -> of("rules.do.label", label.name());
            case Action.Unlabel(var label) -> of("rules.do.unlabel", label.name());
            case Action.Move(Action.Folder.Named(var path)) -> of("rules.do.move", path);
            case Action.Move(Action.Folder.Known(var mailbox)) ->
                of("rules.do.move", folders.getOrDefault(mailbox, phrases.of("rules.gone")));
            case Action.Archive it -> phrases.of("rules.do.archive");
            case Action.Trash it -> phrases.of("rules.do.trash");
            case Action.Spam it -> phrases.of("rules.do.spam");
            case Action.Star it -> phrases.of("rules.do.star");
            case Action.Read it -> phrases.of("rules.do.read");
            case Action.Categorise(var category) -> of("rules.do.category", category(category));
            case Action.Snooze(Action.Until.After(var time)) -> of("rules.do.snooze", span(time));
            case Action.Snooze(Action.Until.At(var time)) -> of("rules.do.snooze", time.toString());
            case Action.Forward(var address) -> of("rules.do.forward", address);
            case Action.Reply it -> phrases.of("rules.do.reply");
            case Action.Notify it -> phrases.of("rules.do.notify");
            case Action.Webhook(var address) -> of("rules.do.webhook", String.valueOf(address.getHost()));
            case Action.Stop it -> phrases.of("rules.do.stop");
        };
    }
}
