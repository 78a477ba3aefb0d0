package org.waxwing.domain.rules.sieve;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waxwing.domain.rules.Condition;
import org.waxwing.domain.rules.sieve.SieveNode.SieveArgument;
import org.waxwing.domain.rules.sieve.SieveRemark.Reason;

/** Makes conditions of tests. What is not quite the same is remarked. */
final class TestTranslator {
    private static final Set<String> JOINING = Set.of("allof", "anyof", "not");
    private static final Set<String> CONSTANT = Set.of("true", "false");

    private final List<SieveRemark> remarks;

    TestTranslator(List<SieveRemark> remarks) {
        this.remarks = remarks;
    }

    Condition condition(SieveNode test) throws LeftOutException {
        boolean joins = JOINING.contains(test.name());
        boolean plain = joins || CONSTANT.contains(test.name());
        if ((!joins && !test.tests().isEmpty()) || (plain && !test.arguments().isEmpty()))
            throw new LeftOutException(Reason.ARGUMENT, test.name());
        return switch (test.name()) {
            case "true" -> Shorter.ALWAYS;
            case "false" -> Shorter.NEVER;
            case "allof" -> Shorter.all(conditions(test));
            case "anyof" -> Shorter.any(conditions(test));
            case "not" -> Shorter.not(single(test));
            case "header" -> header(test);
            case "address" -> address(test);
            case "envelope" -> envelope(test);
            case "exists" -> exists(test);
            case "size" -> size(test);
            case "body" -> body(test);
            case "hasflag" -> new MarkTranslator(remarks).condition(test);
            default -> throw new LeftOutException(Reason.NO_COUNTERPART, test.name());
        };
    }

    private List<Condition> conditions(SieveNode test) throws LeftOutException {
        if (test.tests().isEmpty()) throw new LeftOutException(Reason.ARGUMENT, test.name());
        var conditions = new ArrayList<Condition>();
        for (var inner : test.tests()) conditions.add(condition(inner));
        return conditions;
    }

    private Condition single(SieveNode test) throws LeftOutException {
        if (test.tests().size() != 1) throw new LeftOutException(Reason.ARGUMENT, test.name());
        return condition(test.tests().getFirst());
    }

    private static Set<String> names(Arguments arguments) throws LeftOutException {
        return arguments.strings(0).stream()
                .map(it -> it.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Arguments arguments(SieveNode test, String... more) throws LeftOutException {
        var known = Stream.concat(Matching.TAGS.stream(), Stream.of(more)).collect(Collectors.toSet());
        return new Arguments(test, known).atMost(test.name().equals("body") ? 1 : 2, test);
    }

    private Matching matching(SieveNode test, Arguments arguments, int keys) throws LeftOutException {
        if (arguments.string("comparator").equalsIgnoreCase("i;octet")) remark(test, Reason.CASE_IGNORED, "i;octet");
        return Matching.of(arguments, arguments.strings(keys));
    }

    private Condition header(SieveNode test) throws LeftOutException {
        var arguments = arguments(test);
        var names = names(arguments);
        if (arguments.has("count")) return counted(arguments, names);
        var matching = matching(test, arguments, 1);
        if (matching.isAnything())
            return Shorter.any(names.stream().map(it -> (Condition) new Condition.HeaderPresent(it)).toList());
        return Shorter.any(Fields.ofHeader(names, matching));
    }

    /** How often a field is there, as far as that says whether (RFC 5231 §5). */
    private static Condition counted(Arguments arguments, Set<String> names) throws LeftOutException {
        var relation = arguments.string("count").toLowerCase(Locale.ROOT) + " " + arguments.strings(1).getFirst();
        var present = Shorter.any(names.stream().map(it -> (Condition) new Condition.HeaderPresent(it)).toList());
        return switch (relation) {
            case "gt 0", "ge 1", "ne 0" -> present;
            case "eq 0", "lt 1", "le 0" -> Shorter.not(present);
            default -> throw new LeftOutException(Reason.NO_COUNTERPART, ":count " + relation);
        };
    }

    private Condition address(SieveNode test) throws LeftOutException {
        var arguments = arguments(test, "all", "localpart", "domain", "user", "detail");
        var names = names(arguments);
        var matching = matching(test, arguments, 1);
        if (!Fields.OF_ADDRESSES.containsAll(names)) remark(test, Reason.WHOLE_FIELD, String.join(", ", names));
        return Shorter.any(Fields.ofAddress(names, Fields.Part.of(arguments), matching));
    }

    private Condition envelope(SieveNode test) throws LeftOutException {
        var arguments = arguments(test, "all", "localpart", "domain", "user", "detail");
        var matching = matching(test, arguments, 1);
        var part = Fields.Part.of(arguments);
        var conditions = new ArrayList<Condition>();
        for (var name : names(arguments)) switch (name) {
            case "from" -> {
                remark(test, Reason.ENVELOPE_FROM, "");
                conditions.addAll(Fields.ofAddress(Set.of("return-path"), part, matching));
            }
            case "to" -> {
                remark(test, Reason.ENVELOPE_TO, "");
                conditions.addAll(Fields.ofAddress(Set.of("to", "cc"), part, matching));
            }
            default -> throw new LeftOutException(Reason.NO_COUNTERPART, "envelope " + name);
        }
        return Shorter.any(conditions);
    }

    private static Condition exists(SieveNode test) throws LeftOutException {
        var arguments = new Arguments(test, Set.of()).atMost(1, test);
        return Shorter.all(
                names(arguments).stream().map(it -> (Condition) new Condition.HeaderPresent(it)).toList());
    }

    private static Condition size(SieveNode test) throws LeftOutException {
        var all = test.arguments();
        if (all.size() == 2 && all.get(0) instanceof SieveArgument.Tag(var tag)
                && all.get(1) instanceof SieveArgument.Count(var bytes)) {
            if (tag.equals("over")) return new Condition.Size(Condition.Weight.LARGER, bytes);
            if (tag.equals("under")) return new Condition.Size(Condition.Weight.SMALLER, bytes);
        }
        throw new LeftOutException(Reason.ARGUMENT, "size");
    }

    private Condition body(SieveNode test) throws LeftOutException {
        var arguments = arguments(test, "raw", "content", "text");
        if (arguments.has("raw") || arguments.has("content")) remark(test, Reason.WORDS_OF_BODY, "");
        var matching = matching(test, arguments, 0);
        if (matching.isAnything()) return Shorter.ALWAYS;
        return Shorter.any(matching.tests().stream().map(it -> (Condition) new Condition.Body(it)).toList());
    }

    private void remark(SieveNode test, Reason reason, String detail) {
        remarks.add(new SieveRemark(test.line(), test.lastLine(), reason, detail));
    }
}
