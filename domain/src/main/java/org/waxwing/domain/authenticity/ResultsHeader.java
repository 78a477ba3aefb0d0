package org.waxwing.domain.authenticity;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads Authentication-Results (RFC 8601 §2.2), and what servers write that is nearly that. */
final class ResultsHeader {
    private static final int LONGEST = 16_000;
    private static final Pattern METHOD = Pattern
            .compile("([A-Za-z0-9-]{1,30})(?:\\s*/\\s*\\d+)?\\s*=\\s*([A-Za-z]{1,20})");
    private static final Pattern PROPERTY = Pattern.compile(
            "(?:([A-Za-z]{1,20})\\s*\\.\\s*)?([A-Za-z-]{1,30})\\s*=\\s*(\"[^\"]*\"|[^\\s;]+)");

    private final Map<String, Outcome> outcomes = new HashMap<>();
    private final Map<String, String> domains = new HashMap<>();

    private ResultsHeader() {}

    static Optional<Report> read(String value, int hop) {
        if (value.length() > LONGEST) return Optional.empty();
        var parts = List.of(withoutComments(value).split(";", -1));
        var first = parts.getFirst().strip();
        var header = new ResultsHeader();
        boolean named = !first.contains("=");
        // the number is the version of the format
        var server = named ? first.replaceFirst("\\s+\\d+$", "").strip() : "";
        if (server.indexOf(' ') >= 0) return Optional.empty();
        for (var part : parts.subList(named ? 1 : 0, parts.size())) header.result(part.strip());
        return Optional.of(new Report(
                server, hop,
                header.outcome("spf"), header.domain("spf"),
                header.outcome("dkim"), header.domain("dkim"),
                header.outcome("dmarc"), header.domain("dmarc")));
    }

    private Outcome outcome(String method) {
        return outcomes.getOrDefault(method, Outcome.UNKNOWN);
    }

    private String domain(String method) {
        return domains.getOrDefault(method, "");
    }

    private void result(String text) {
        var stated = METHOD.matcher(text);
        if (!stated.lookingAt()) return;
        var method = stated.group(1).toLowerCase(Locale.ROOT);
        if (!method.equals("spf") && !method.equals("dkim") && !method.equals("dmarc")) return;
        var outcome = Outcome.of(stated.group(2));
        // of several signatures the one that holds counts
        if (outcomes.containsKey(method) && (outcome != Outcome.PASS || outcomes.get(method) == Outcome.PASS)) return;
        outcomes.put(method, outcome);
        domains.put(method, domainOf(method, text.substring(stated.end())));
    }

    private static String domainOf(String method, String properties) {
        var found = PROPERTY.matcher(properties);
        var domain = "";
        while (found.find()) {
            var name = found.group(2).toLowerCase(Locale.ROOT);
            boolean wanted = switch (method) {
                case "spf" -> name.equals("mailfrom") || (name.equals("helo") && domain.isEmpty());
                case "dkim" -> name.equals("d") || (name.equals("i") && domain.isEmpty());
                default -> name.equals("from");
            };
            if (wanted) domain = afterAt(found.group(3));
        }
        return domain;
    }

    private static String afterAt(String value) {
        var plain = value.replace("\"", "").strip();
        return plain.substring(plain.lastIndexOf('@') + 1).replaceAll("[<>.]+$", "");
    }

    /** Comments may nest; what is quoted is none. */
    private static String withoutComments(String value) {
        var clean = new StringBuilder(value.length());
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\') i++;
            else if (c == '"' && depth == 0) quoted = !quoted;
            if (!quoted && c == '(') depth++;
            else if (!quoted && c == ')') depth = Math.max(0, depth - 1);
            else if (depth == 0 && c != '\\') clean.append(c);
        }
        return clean.toString();
    }
}
