package org.waxwing.mail.webhook;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.waxwing.domain.sending.WebhookCaller.Call;

/** What a program is told, in JSON. */
final class CallBody {
    private CallBody() {}

    static String of(Call call) {
        var about = call.occasion();
        var fields = new LinkedHashMap<String, String>();
        fields.put("id", call.id().toString());
        fields.put("rule", call.rule());
        fields.put("messageId", about.email().toString());
        fields.put("accountId", call.account().toString());
        fields.put("fromName", about.from().name().onOneLine().value());
        fields.put("from", about.from().address());
        fields.put("subject", about.subject().value());
        fields.put("receivedAt", about.receivedAt().toString());
        fields.put("category", about.category().name().toLowerCase(Locale.ROOT));
        fields.put("sentAt", call.at().toString());
        return fields.entrySet().stream().map(CallBody::member).collect(Collectors.joining(",", "{", "}"));
    }

    private static String member(Map.Entry<String, String> it) {
        return quoted(it.getKey()) + ":" + quoted(it.getValue());
    }

    /** RFC 8259 §7. */
    static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') quoted.append('\\').append(c);
            else
                if (c < 0x20 || c == 0x7F || c == '\u2028' || c == '\u2029')
                    quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                else
                    quoted.append(c);
        }
        return quoted.append('"').toString();
    }
}
