package org.waxwing.domain.rules.json;

import org.waxwing.domain.content.UntrustedText;

/** Writes JSON without a blank that is not needed. */
final class JsonWriter {
    private static final String HEX = "0123456789abcdef";

    private final StringBuilder out = new StringBuilder();

    private JsonWriter() {}

    static String written(Json value) {
        var writer = new JsonWriter();
        writer.add(value);
        return writer.out.toString();
    }

    private void add(Json value) {
        switch (value) {
            case Json.Text(var text) -> addString(text);
            case Json.Figure(var digits) -> out.append(digits);
            case Json.Flag(var flag) -> out.append(flag);
            case Json.Nothing() -> out.append("null");
            case Json.Items(var list) -> {
                char before = '[';
                for (var item : list) {
                    out.append(before);
                    add(item);
                    before = ',';
                }
                out.append(list.isEmpty() ? "[]" : "]");
            }
            case Json.Members(var map) -> {
                char before = '{';
                for (var member : map.entrySet()) {
                    out.append(before);
                    addString(member.getKey());
                    out.append(':');
                    add(member.getValue());
                    before = ',';
                }
                out.append(map.isEmpty() ? "{}" : "}");
            }
        }
    }

    private void addString(String string) {
        // whatever is written can be kept and read again
        var text = new UntrustedText(string).value();
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') out.append('\\').append(c);
            else if (c < ' ') addUnit(c);
            else out.append(c);
        }
        out.append('"');
    }

    private void addUnit(char c) {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) out.append(HEX.charAt(c >> shift & 0xF));
    }
}
