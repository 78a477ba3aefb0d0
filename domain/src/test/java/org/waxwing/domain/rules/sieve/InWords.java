package org.waxwing.domain.rules.sieve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.rules.Action;
import org.waxwing.domain.rules.Condition;
import org.waxwing.domain.rules.Rule;
import org.waxwing.domain.rules.RuleCheck;
import org.waxwing.domain.rules.RuleId;
import org.waxwing.domain.rules.RuleOwner;
import org.waxwing.domain.rules.text.TextTest;

/** Imported rules on a line each, so that tests can be read: {@code name: condition -> actions}. */
final class InWords {
    static final RuleOwner ADA = new RuleOwner.Somebody(new PersonId(new UUID(0, 2)));

    private InWords() {}

    static SieveImport imported(String script) {
        var last = new AtomicLong();
        return SieveImport.of(script, ADA, () -> new RuleId(new UUID(0, last.incrementAndGet())));
    }

    static SieveImport.Read read(String script) {
        var result = imported(script);
        assertThat(result).isInstanceOf(SieveImport.Read.class);
        var read = (SieveImport.Read) result;
        assertThat(read.rules()).allSatisfy(it -> assertThat(RuleCheck.of(it)).isEmpty());
        return read;
    }

    /** The rules of a script; nothing of it may be left out or changed. */
    static List<String> rules(String script) {
        var read = read(script);
        assertThat(read.remarks()).isEmpty();
        return rules(read);
    }

    static List<String> rules(SieveImport.Read read) {
        return read.rules().stream().map(InWords::words).toList();
    }

    /** The remarks about a script: line, reason, detail. */
    static List<String> remarks(SieveImport.Read read) {
        return read.remarks().stream().map(it -> (it.line() + " " + it.reason() + " " + it.detail()).strip()).toList();
    }

    /** What an if with this test is imported as. */
    static String condition(String test) {
        var rules = rules("if " + test + " { stop; }");
        assertThat(rules).hasSize(1);
        return rules.getFirst().replaceFirst("Sieve 1: (.*) -> stop!", "$1");
    }

    private static String words(Rule rule) {
        var actions = rule.actions().stream().map(InWords::words).collect(Collectors.joining(", "));
        return rule.name() + ": " + words(rule.condition()) + " ->"
                + (actions.isEmpty() ? "" : " " + actions)
                + (rule.stop() ? " stop!" : "")
                + (rule.enabled() ? "" : " off!");
    }

    private static String words(Condition condition) {
        return switch (condition) {
            case Condition.All(var all) -> words("all", all);
            case Condition.Any(var any) -> words("any", any);
            case Condition.Not(var not) -> "not(" + words(not) + ")";
            case Condition.Sender(var part, var text) -> "from-" + lower(part) + " " + words(text);
            case Condition.Recipient(var among, var part, var text) ->
                lower(among) + "-" + lower(part) + " " + words(text);
            case Condition.Header(var name, var text) -> "header " + name + " " + words(text);
            case Condition.Worded it -> it.kind() + " " + words(it.text());
            case Condition.HeaderPresent(var name) -> "has " + name;
            case Condition.Size(var weight, var bytes) -> lower(weight) + " " + bytes;
            case Condition.Labelled(var label) -> "label " + label.name();
            case Condition.Leaf it -> it.kind();
        };
    }

    private static String words(String name, List<Condition> conditions) {
        return name + conditions.stream().map(InWords::words).collect(Collectors.joining("; ", "(", ")"));
    }

    private static String words(TextTest test) {
        return lower(test.operator()).replace('_', '-') + " " + String.join("|", test.values());
    }

    private static String words(Action action) {
        return switch (action) {
            case Action.Label(var label) -> "label " + label.name();
            case Action.Unlabel(var label) -> "unlabel " + label.name();
            case Action.Move(Action.Folder.Named(var path)) -> "move " + path;
            case Action.Forward(var address) -> "forward " + address;
            case Action.Reply(var subject, var text, var every) ->
                "reply " + every.toDays() + "d [" + subject + "] " + text.replace("\n", "/");
            default -> action.kind();
        };
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
