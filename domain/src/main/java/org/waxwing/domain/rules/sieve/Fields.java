package org.waxwing.domain.rules.sieve;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.waxwing.domain.rules.Condition;
import org.waxwing.domain.rules.Condition.AddressPart;
import org.waxwing.domain.rules.Condition.Recipients;
import org.waxwing.domain.rules.sieve.SieveRemark.Reason;
import org.waxwing.domain.rules.text.TextTest;
import org.waxwing.domain.rules.text.TextTest.Operator;

/** What the header fields of scripts are called here. */
final class Fields {
    /** The fields whose addresses are known one by one. */
    static final Set<String> OF_ADDRESSES = Set.of("from", "to", "cc", "bcc");

    /** Which part of an address is meant (RFC 5228 §2.7.4, RFC 5233). */
    enum Part {
        ALL,
        LOCAL,
        DOMAIN,
        USER,
        DETAIL;

        static Part of(Arguments arguments) {
            if (arguments.has("domain")) return DOMAIN;
            if (arguments.has("localpart")) return LOCAL;
            if (arguments.has("user")) return USER;
            return arguments.has("detail") ? DETAIL : ALL;
        }
    }

    private Fields() {}

    /** Whether one of these fields is like that. */
    static List<Condition> ofHeader(Set<String> names, Matching matching) {
        var conditions = new ArrayList<Condition>();
        for (var test : matching.tests())
            for (var name : merged(names)) conditions.addAll(ofHeader(name, test));
        return conditions;
    }

    private static List<Condition> ofHeader(String name, TextTest test) {
        return switch (name) {
            case "subject" -> List.of(new Condition.Subject(test));
            case "list-id" -> test.operator() == Operator.CONTAINS
                    ? List.of(new Condition.MailingList(withoutBrackets(test)))
                    : List.of(new Condition.Header("List-Id", test));
            case "from", "to", "cc", "bcc", "to+cc" -> ofPeople(name, test);
            default -> List.of(new Condition.Header(name, test));
        };
    }

    /** A part of a name or an address is looked for in both, and one with an at sign in addresses. */
    private static List<Condition> ofPeople(String name, TextTest test) {
        boolean whole = test.operator() != Operator.CONTAINS
                || test.values().stream().anyMatch(it -> it.chars().anyMatch(c -> "<>\",".indexOf(c) >= 0));
        if (whole && name.equals("to+cc"))
            return List.of(new Condition.Header("to", test), new Condition.Header("cc", test));
        if (whole) return List.of(new Condition.Header(name, test));
        var conditions = new ArrayList<Condition>();
        conditions.add(person(name, AddressPart.ADDRESS, test));
        if (!test.values().stream().allMatch(it -> it.contains("@")))
            conditions.add(person(name, AddressPart.NAME, test));
        return conditions;
    }

    private static Condition person(String name, AddressPart part, TextTest test) {
        return switch (name) {
            case "from" -> new Condition.Sender(part, test);
            case "to" -> new Condition.Recipient(Recipients.TO, part, test);
            case "cc" -> new Condition.Recipient(Recipients.CC, part, test);
            default -> new Condition.Recipient(Recipients.ANY, part, test);
        };
    }

    private static TextTest withoutBrackets(TextTest test) {
        return new TextTest(test.operator(), test.values().stream()
                .map(it -> it.replace("<", "").replace(">", ""))
                .toList());
    }

    /** Whether an address of one of these fields is like that. */
    static List<Condition> ofAddress(Set<String> names, Part part, Matching matching) throws LeftOutException {
        var conditions = new ArrayList<Condition>();
        for (var name : merged(names)) {
            boolean known = OF_ADDRESSES.contains(name) || name.equals("to+cc");
            if (!known) {
                for (var test : within(part, matching)) conditions.add(new Condition.Header(name, test));
                continue;
            }
            var looked = part == Part.DOMAIN ? AddressPart.DOMAIN : AddressPart.ADDRESS;
            for (var test : tests(part, matching)) conditions.add(person(name, looked, test));
        }
        return conditions;
    }

    private static List<TextTest> tests(Part part, Matching matching) throws LeftOutException {
        return switch (part) {
            case ALL, DOMAIN -> matching.tests();
            case LOCAL -> matching.testsOfLocalPart();
            case USER -> matching.testsOfSubaddress(false);
            case DETAIL -> matching.testsOfSubaddress(true);
        };
    }

    private static List<TextTest> within(Part part, Matching matching) throws LeftOutException {
        return switch (part) {
            case ALL -> matching.testsWithin("");
            case DOMAIN -> matching.testsWithin("@");
            case LOCAL, USER, DETAIL -> throw new LeftOutException(Reason.NO_COUNTERPART, ":localpart");
        };
    }

    /** To and Cc together are one. */
    private static Set<String> merged(Set<String> names) {
        if (!names.contains("to") || !names.contains("cc")) return names;
        var merged = new LinkedHashSet<String>();
        for (var name : names) {
            if (name.equals("to")) merged.add("to+cc");
            else if (!name.equals("cc") && !name.equals("bcc")) merged.add(name);
        }
        return merged;
    }
}
