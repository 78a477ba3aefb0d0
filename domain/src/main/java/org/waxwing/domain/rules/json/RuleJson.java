package org.waxwing.domain.rules.json;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.rules.Action;
import org.waxwing.domain.rules.Condition;
import org.waxwing.domain.rules.Rule;
import org.waxwing.domain.rules.RuleBook;
import org.waxwing.domain.rules.RuleId;
import org.waxwing.domain.rules.RuleOwner;
import org.waxwing.domain.rules.json.RuleJsonException.Reason;

/**
 * Rules as JSON. One is an object of {@code id}, {@code organisation} (whether it is the organisation's), {@code name},
 * {@code account} (left out for all), {@code enabled}, {@code stop}, {@code when} and {@code then}; several are an array.
 * The same rules always give the same text.
 */
public final class RuleJson {
    /** How long the text of rules that somebody brings may be, in characters; and of all that an owner has. */
    public static final int LONGEST = 4_000_000;
    /** The same of one rule. */
    public static final int LONGEST_RULE = 400_000;

    private static final int TAG_BYTES = 16;

    private RuleJson() {}

    /** One rule. */
    public static String written(Rule rule) {
        return JsonWriter.written(json(rule));
    }

    /** Several. */
    public static String written(List<Rule> rules) {
        return JsonWriter.written(new Json.Items(rules.stream().map(RuleJson::json).toList()));
    }

    /** What a rule is about, as it stands in {@code when}. */
    public static String written(Condition condition) {
        return JsonWriter.written(ConditionJson.written(condition));
    }

    /** What is done, as it stands in {@code then}. */
    public static String written(Action action) {
        return JsonWriter.written(ActionJson.written(action));
    }

    /** Tells a rule from the same one before it was changed: 32 hexadecimal digits, the same for the same rule. */
    public static String tag(Rule rule) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(written(rule).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, TAG_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    /**
     * What a text of at most {@value #LONGEST_RULE} characters says of one rule; {@code id} and {@code etag} are passed
     * over.
     *
     * @throws RuleJsonException it is none
     */
    public static WrittenRule rule(String text) throws RuleJsonException {
        return rule(new Place(JsonReader.read(text, LONGEST_RULE), ""));
    }

    /**
     * What a text of at most {@value #LONGEST} characters says of rules: an array, or an object that has one as
     * {@code rules}. Their ids are passed over.
     *
     * @throws RuleJsonException it says nothing of the kind
     */
    public static List<WrittenRule> rules(String text) throws RuleJsonException {
        var root = new Place(JsonReader.read(text, LONGEST), "");
        var rules = new ArrayList<WrittenRule>();
        for (var it : list(root)) rules.add(rule(it));
        return rules;
    }

    /**
     * The rules of somebody, with their ids, from what {@link #written(List)} wrote.
     *
     * @throws RuleJsonException it cannot have written this
     */
    public static List<Rule> rules(String text, RuleOwner owner) throws RuleJsonException {
        // however long: it was bounded when it was kept
        var root = new Place(JsonReader.read(text, Integer.MAX_VALUE), "");
        var rules = new ArrayList<Rule>();
        for (var it : list(root)) {
            var id = it.needed("id").spelt(ConditionJson.UUID_TEXT, RuleId::of);
            rules.add(rule(it).of(id, owner));
        }
        return rules;
    }

    private static List<Place> list(Place root) throws RuleJsonException {
        var all = root.isObject() ? root.needed("rules").items() : root.items();
        if (all.size() > RuleBook.MOST) throw root.wrong(Reason.TOO_MANY, String.valueOf(RuleBook.MOST));
        return all;
    }

    private static Json json(Rule rule) {
        var members = new Members()
                .with("id", rule.id().toString())
                .with("organisation", rule.isOrganisations())
                .with("name", rule.name());
        if (rule.reach() instanceof Rule.Reach.OneAccount(var account)) members.with("account", account.toString());
        return members
                .with("enabled", rule.enabled())
                .with("stop", rule.stop())
                .with("when", ConditionJson.written(rule.condition()))
                .with("then", new Json.Items(rule.actions().stream().map(ActionJson::written).toList()))
                .json();
    }

    private static WrittenRule rule(Place at) throws RuleJsonException {
        // what answers add; whoever sends a rule back need not take it out again
        at.member("id");
        at.member("etag");
        var organisation = at.member("organisation");
        var name = at.needed("name").text();
        var account = at.member("account");
        var enabled = at.member("enabled");
        var stop = at.member("stop");
        var condition = ConditionJson.read(at.needed("when"));
        var actions = new ArrayList<Action>();
        var then = at.member("then");
        if (then.isPresent()) for (var it : then.get().items()) actions.add(ActionJson.read(it));
        at.endsHere();
        return new WrittenRule(
                organisation.isPresent() && organisation.get().flag(),
                name,
                account.isPresent()
                        ? new Rule.Reach.OneAccount(account.get().spelt(ConditionJson.UUID_TEXT, AccountId::of))
                        : new Rule.Reach.EveryAccount(),
                condition,
                actions,
                enabled.isEmpty() || enabled.get().flag(),
                stop.isPresent() && stop.get().flag());
    }
}
