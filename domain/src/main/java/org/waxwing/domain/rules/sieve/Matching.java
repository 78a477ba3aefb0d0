package org.waxwing.domain.rules.sieve;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.waxwing.domain.rules.sieve.SieveRemark.Reason;
import org.waxwing.domain.rules.text.TextTest;
import org.waxwing.domain.rules.text.TextTest.Operator;

/** How a test compares (RFC 5228 §2.7): the match type and the keys as tests of text. */
record Matching(Type type, List<String> keys) {
    /** The tags that say so. */
    static final Set<String> TAGS = Set.of("is", "contains", "matches", "regex", "value", "count", "comparator");

    /** The match types that compare texts. */
    enum Type {
        IS,
        CONTAINS,
        MATCHES,
        REGEX
    }

    Matching {
        keys = List.copyOf(keys);
    }

    /** The match type of a test, which has no relations between numbers. */
    static Matching of(Arguments arguments, List<String> keys) throws LeftOutException {
        for (var relation : List.of("value", "count"))
            if (arguments.has(relation)) throw new LeftOutException(Reason.NO_COUNTERPART, ":" + relation);
        var comparator = arguments.string("comparator").toLowerCase(Locale.ROOT);
        if (!Set.of("", "i;octet", "i;ascii-casemap", "i;unicode-casemap").contains(comparator))
            throw new LeftOutException(Reason.NO_COUNTERPART, comparator);
        var type = Type.IS;
        if (arguments.has("contains")) type = Type.CONTAINS;
        if (arguments.has("matches")) type = Type.MATCHES;
        if (arguments.has("regex")) type = Type.REGEX;
        return new Matching(type, keys);
    }

    /** Whether anything at all passes, so that only the field has to be there. */
    boolean isAnything() {
        return (type == Type.CONTAINS && keys.contains("")) || (type == Type.MATCHES && keys.contains("*"));
    }

    /** The tests of text, one of which has to be passed. */
    List<TextTest> tests() {
        var byOperator = new EnumMap<Operator, List<String>>(Operator.class);
        for (var key : keys) {
            var value = value(key);
            byOperator.computeIfAbsent(value.getKey(), it -> new ArrayList<>()).add(value.getValue());
        }
        return byOperator.entrySet().stream().map(it -> new TextTest(it.getKey(), it.getValue())).toList();
    }

    private Map.Entry<Operator, String> value(String key) {
        return switch (type) {
            case IS -> Map.entry(Operator.IS, key);
            case CONTAINS -> Map.entry(Operator.CONTAINS, key);
            case REGEX -> Map.entry(Operator.REGEX, key);
            case MATCHES -> simplest(key);
        };
    }

    /** What people see more easily than stars, where it is the same. */
    private static Map.Entry<Operator, String> simplest(String key) {
        boolean before = key.startsWith("*");
        boolean behind = key.length() > 1 && key.endsWith("*");
        var middle = key.substring(before ? 1 : 0, key.length() - (behind ? 1 : 0));
        if (middle.isBlank() || middle.chars().anyMatch(c -> c == '*' || c == '?' || c == '\\'))
            return Map.entry(Operator.WILDCARD, key);
        if (before && behind) return Map.entry(Operator.CONTAINS, middle);
        if (before) return Map.entry(Operator.ENDS_WITH, middle);
        return Map.entry(behind ? Operator.BEGINS_WITH : Operator.IS, middle);
    }

    /** The tests of an address whose part before the {@code @} is like that. */
    List<TextTest> testsOfLocalPart() throws LeftOutException {
        if (type == Type.REGEX) throw new LeftOutException(Reason.NO_COUNTERPART, ":localpart :regex");
        if (type == Type.IS)
            return List.of(new TextTest(Operator.BEGINS_WITH, keys.stream().map(it -> it + "@").toList()));
        return List.of(new TextTest(Operator.WILDCARD, keys.stream()
                .map(it -> type == Type.MATCHES ? it + "@*" : "*" + quoted(it) + "*@*")
                .toList()));
    }

    /** The tests of an address whose user or detail (RFC 5233) is one of these. */
    List<TextTest> testsOfSubaddress(boolean detail) throws LeftOutException {
        if (type != Type.IS) throw new LeftOutException(Reason.NO_COUNTERPART, detail ? ":detail" : ":user");
        var values = new ArrayList<String>();
        for (var key : keys) {
            if (detail) values.add("*+" + quoted(key) + "@*");
            else {
                values.add(quoted(key) + "@*");
                values.add(quoted(key) + "+*@*");
            }
        }
        return List.of(new TextTest(Operator.WILDCARD, values));
    }

    /** The tests of a field that has an address like that somewhere in it. */
    List<TextTest> testsWithin(String before) throws LeftOutException {
        if (type != Type.IS && type != Type.CONTAINS)
            throw new LeftOutException(Reason.NO_COUNTERPART, ":" + type.name().toLowerCase(Locale.ROOT));
        return List.of(new TextTest(Operator.CONTAINS, keys.stream()
                .map(it -> type == Type.IS ? before + it : it)
                .toList()));
    }

    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("*", "\\*").replace("?", "\\?");
    }
}
