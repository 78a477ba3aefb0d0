package org.waxwing.domain.rules.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.waxwing.domain.rules.json.RuleJsonException.Reason;

/** Reads JSON (RFC 8259) strictly, no deeper than {@value #DEEPEST} within each other. */
final class JsonReader {
    /** More than any rule that can be run needs, and few enough for every stack. */
    static final int DEEPEST = 64;
    private static final int LONGEST_NUMBER = 40;

    private final String text;
    private final int deepest;
    private int at;

    private JsonReader(String text, int deepest) {
        this.text = text;
        this.deepest = deepest;
    }

    /** The one value in a text. */
    static Json read(String text, int longest) throws RuleJsonException {
        if (text.length() > longest) throw new RuleJsonException("", Reason.TOO_LONG, String.valueOf(longest));
        var reader = new JsonReader(text, DEEPEST);
        reader.skipBlanks();
        var value = reader.value("", 0);
        reader.skipBlanks();
        if (reader.at < text.length()) throw reader.noJson("");
        return value;
    }

    private Json value(String pointer, int depth) throws RuleJsonException {
        if (depth > deepest) throw new RuleJsonException(pointer, Reason.TOO_DEEP, String.valueOf(deepest));
        return switch (peek()) {
            case '{' -> members(pointer, depth);
            case '[' -> items(pointer, depth);
            case '"' -> new Json.Text(string(pointer));
            case 't' -> word("true", new Json.Flag(true), pointer);
            case 'f' -> word("false", new Json.Flag(false), pointer);
            case 'n' -> word("null", new Json.Nothing(), pointer);
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number(pointer);
            default -> throw noJson(pointer);
        };
    }

    private Json members(String pointer, int depth) throws RuleJsonException {
        var members = new LinkedHashMap<String, Json>();
        at++;
        skipBlanks();
        if (took('}')) return new Json.Members(members);
        do {
            skipBlanks();
            if (peek() != '"') throw noJson(pointer);
            var name = string(pointer);
            var inner = pointer + "/" + Place.escaped(name);
            skipBlanks();
            if (!took(':')) throw noJson(inner);
            skipBlanks();
            // read by some as the first, by some as the last
            if (members.containsKey(name)) throw new RuleJsonException(pointer, Reason.UNKNOWN_NAME, name);
            members.put(name, value(inner, depth + 1));
            skipBlanks();
        } while (took(','));
        if (!took('}')) throw noJson(pointer);
        return new Json.Members(members);
    }

    private Json items(String pointer, int depth) throws RuleJsonException {
        List<Json> items = new ArrayList<>();
        at++;
        skipBlanks();
        if (took(']')) return new Json.Items(items);
        do {
            skipBlanks();
            items.add(value(pointer + "/" + items.size(), depth + 1));
            skipBlanks();
        } while (took(','));
        if (!took(']')) throw noJson(pointer);
        return new Json.Items(items);
    }

    private Json word(String word, Json value, String pointer) throws RuleJsonException {
        if (!text.startsWith(word, at)) throw noJson(pointer);
        at += word.length();
        return value;
    }

    private Json number(String pointer) throws RuleJsonException {
        int start = at;
        took('-');
        if (!took('0') && digits() == 0) throw noJson(pointer);
        if (took('.') && digits() == 0) throw noJson(pointer);
        if (took('e') || took('E')) {
            if (!took('+')) took('-');
            if (digits() == 0) throw noJson(pointer);
        }
        if (at - start > LONGEST_NUMBER) throw new RuleJsonException(pointer, Reason.WRONG_VALUE, "");
        return new Json.Figure(text.substring(start, at));
    }

    private int digits() {
        int start = at;
        while (peek() >= '0' && peek() <= '9') at++;
        return at - start;
    }

    private String string(String pointer) throws RuleJsonException {
        at++;
        var string = new StringBuilder();
        while (!took('"')) {
            if (at >= text.length()) throw noJson(pointer);
            char c = text.charAt(at++);
            if (c < ' ') throw noJson(pointer);
            string.append(c == '\\' ? escape(pointer) : c);
        }
        return storable(string.toString(), pointer);
    }

    private char escape(String pointer) throws RuleJsonException {
        char c = peek();
        at++;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unit(pointer);
            default -> throw noJson(pointer);
        };
    }

    private char unit(String pointer) throws RuleJsonException {
        int unit = 0;
        for (int i = 0; i < 4; i++) {
            char c = peek();
            int digit = c < 0x80 ? Character.digit(c, 16) : -1;
            if (digit < 0) throw noJson(pointer);
            unit = unit << 4 | digit;
            at++;
        }
        return (char) unit;
    }

    private static String storable(String string, String pointer) throws RuleJsonException {
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < string.length()
                    && Character.isLowSurrogate(string.charAt(i + 1)))
                i++;
            else
                if (c == 0 || Character.isSurrogate(c))
                    throw new RuleJsonException(pointer, Reason.WRONG_CHARACTER, "");
        }
        return string;
    }

    private void skipBlanks() {
        while (peek() == ' ' || peek() == '\n' || peek() == '\r' || peek() == '\t') at++;
    }

    private boolean took(char c) {
        if (at >= text.length() || text.charAt(at) != c) return false;
        at++;
        return true;
    }

    /** The next character; NUL, which stands nowhere in JSON, behind the last. */
    private char peek() {
        return at < text.length() ? text.charAt(at) : 0;
    }

    private RuleJsonException noJson(String pointer) {
        return new RuleJsonException(pointer, Reason.NOT_JSON, String.valueOf(at + 1));
    }
}
