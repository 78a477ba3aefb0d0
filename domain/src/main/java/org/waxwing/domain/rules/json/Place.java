package org.waxwing.domain.rules.json;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waxwing.domain.rules.json.RuleJsonException.Reason;

/** A value within a document, and where it stands: asked for what should be there, it tells what is wrong instead. */
final class Place {
    private final Json value;
    private final String pointer;
    private final Set<String> asked = new HashSet<>();

    Place(Json value, String pointer) {
        this.value = value;
        this.pointer = pointer;
    }

    static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    boolean isObject() {
        return value instanceof Json.Members;
    }

    /** A member that has to be there. */
    Place needed(String name) throws RuleJsonException {
        return member(name).orElseThrow(() -> wrong(Reason.MISSING, name));
    }

    /** A member, unless there is none, or nothing in it. */
    Optional<Place> member(String name) throws RuleJsonException {
        if (!(value instanceof Json.Members(var map))) throw wrong(Reason.WRONG_TYPE, "object");
        asked.add(name);
        var member = map.get(name);
        return member == null || member instanceof Json.Nothing
                ? Optional.empty()
                : Optional.of(new Place(member, pointer + "/" + escaped(name)));
    }

    /** That there is no member beside those that were asked for. */
    void endsHere() throws RuleJsonException {
        if (value instanceof Json.Members(var map))
            for (var name : map.keySet()) if (!asked.contains(name)) throw wrong(Reason.UNKNOWN_NAME, name);
    }

    List<Place> items() throws RuleJsonException {
        if (!(value instanceof Json.Items(var list))) throw wrong(Reason.WRONG_TYPE, "array");
        var items = new ArrayList<Place>(list.size());
        for (int i = 0; i < list.size(); i++) items.add(new Place(list.get(i), pointer + "/" + i));
        return items;
    }

    String text() throws RuleJsonException {
        if (!(value instanceof Json.Text(var text))) throw wrong(Reason.WRONG_TYPE, "string");
        return text;
    }

    List<String> texts() throws RuleJsonException {
        var texts = new ArrayList<String>();
        for (var item : items()) texts.add(item.text());
        return texts;
    }

    boolean flag() throws RuleJsonException {
        if (!(value instanceof Json.Flag(var flag))) throw wrong(Reason.WRONG_TYPE, "boolean");
        return flag;
    }

    long number() throws RuleJsonException {
        if (!(value instanceof Json.Figure(var digits))) throw wrong(Reason.WRONG_TYPE, "number");
        try {
            return new BigDecimal(digits).longValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw wrong(Reason.WRONG_VALUE, "whole number");
        }
    }

    /** What the text here spells; {@code form} is how it should be spelt. */
    <T> T spelt(String form, Function<String, T> read) throws RuleJsonException {
        var text = text();
        try {
            return read.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw wrong(Reason.WRONG_VALUE, form);
        }
    }

    /** Which of these the text here names, in lower case. */
    <T extends Enum<T>> T one(Class<T> of) throws RuleJsonException {
        var text = text();
        for (var it : of.getEnumConstants()) if (word(it).equals(text)) return it;
        throw wrong(Reason.WRONG_VALUE,
                Stream.of(of.getEnumConstants()).map(Place::word).collect(Collectors.joining(", ")));
    }

    static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }

    RuleJsonException wrong(Reason reason, String detail) {
        return new RuleJsonException(pointer, reason, detail);
    }
}
