package org.waxwing.mail.mime;

import java.util.ArrayList;
import java.util.List;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.identity.EmailAddress;

/**
 * An address list (RFC 5322 §3.4), read as far as it can be: groups opened, comments, obsolete routes, names with
 * unquoted commas, brackets that do not close. One pass, and no look-ahead further than an address is long.
 */
final class Addresses {
    private static final int MOST = 1_000;
    private static final int MOST_TRIED = 5_000;
    private static final int LONGEST_WORD = 2_000;
    private static final int LONGEST_NAME = 400;

    private final String raw;
    private final List<EmailAddress> found = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();
    private final StringBuilder comment = new StringBuilder();
    private String angle = "";
    private boolean hasAngle;
    private boolean isQuoted;
    private int at;
    private int tried;

    private Addresses(String raw) {
        this.raw = raw;
    }

    /** @param fields the values of all fields of one name, each byte a character */
    static List<EmailAddress> of(List<String> fields) {
        var all = new ArrayList<EmailAddress>();
        for (var field : fields) all.addAll(new Addresses(field).parse());
        return all.size() > MOST ? all.subList(0, MOST) : all;
    }

    private List<EmailAddress> parse() {
        while (at < raw.length() && found.size() < MOST && tried < MOST_TRIED) {
            char c = raw.charAt(at);
            switch (c) {
                case '"' -> quoted();
                case '(' -> comment();
                case '<' -> angle();
                case ',' -> {
                    at++;
                    // "Doe, John <john@example.org>": a name without an address goes on behind its comma
                    if (isUnfinishedName()) words.append(", ");
                    else finish();
                }
                case ';' -> {
                    at++;
                    finish();
                }
                case ':' -> {
                    at++;
                    // the name of a group says nothing about its members
                    if (!hasAngle && (words.length() > LONGEST_NAME || words.indexOf("@") < 0)) clear();
                    else words.append(c);
                }
                default -> other(c);
            }
        }
        finish();
        return found;
    }

    private boolean isUnfinishedName() {
        return !hasAngle
                && words.length() < LONGEST_NAME
                && words.indexOf("@") < 0
                && !words.toString().isBlank();
    }

    private void other(char c) {
        int end = c == '=' && raw.startsWith("=?", at) ? encodedWordEnd() : at + 1;
        words.append(raw, at, end);
        at = end;
    }

    /** Where an encoded word ends that begins here; what stands in it is no punctuation. */
    private int encodedWordEnd() {
        int limit = Math.min(raw.length(), at + LONGEST_WORD);
        int charset = raw.indexOf('?', at + 2, limit);
        int encoding = charset < 0 ? -1 : raw.indexOf('?', charset + 1, limit);
        int end = encoding < 0 ? -1 : raw.indexOf("?=", encoding + 1, limit);
        return end < 0 ? at + 1 : end + 2;
    }

    private void quoted() {
        at++;
        while (at < raw.length() && raw.charAt(at) != '"') {
            if (raw.charAt(at) == '\\' && at + 1 < raw.length()) at++;
            words.append(raw.charAt(at++));
        }
        at++;
        isQuoted = true;
    }

    private void comment() {
        int depth = 0;
        do {
            char c = raw.charAt(at++);
            if (c == '(') depth++;
            if (c == ')') depth--;
            boolean outermost = (c == '(' && depth == 1) || depth == 0;
            if (!outermost) comment.append(c);
        } while (depth > 0 && at < raw.length());
    }

    private void angle() {
        int limit = Math.min(raw.length(), at + LONGEST_WORD);
        int end = raw.indexOf('>', at, limit);
        if (end < 0) end = raw.indexOf(',', at, limit);
        if (end < 0) end = limit;
        if (!hasAngle) angle = raw.substring(at + 1, end);
        hasAngle = true;
        at = Math.min(raw.length(), end + 1);
    }

    private void finish() {
        tried++;
        var name = EncodedWords.decode(words.toString()).strip();
        var aside = EncodedWords.decode(comment.toString()).strip();
        if (hasAngle) add(name.isEmpty() ? aside : name, withoutRoute(angle));
        else if (name.indexOf('@') >= 0) bare(name, aside);
        // a lone word is a local address such as MAILER-DAEMON, several are a name
        else if (!name.isEmpty()) {
            var end = name.endsWith(",") ? name.substring(0, name.length() - 1).strip() : name;
            if (isQuoted || end.indexOf(' ') >= 0) add(end, "");
            else add(aside, end);
        }
        clear();
    }

    private void bare(String text, String aside) {
        if (isQuoted) {
            add(aside, text);
            return;
        }
        var others = new StringBuilder();
        var address = "";
        for (var word : text.split("[\\s,]+", -1)) {
            if (word.indexOf('@') >= 0 && address.isEmpty()) address = word;
            else others.append(word).append(' ');
        }
        var name = others.toString().strip();
        add(name.isEmpty() ? aside : name, address);
    }

    private static String withoutRoute(String angle) {
        var address = EncodedWords.decode(angle).strip();
        int colon = address.startsWith("@") ? address.indexOf(':') : -1;
        if (colon >= 0) address = address.substring(colon + 1);
        if (address.regionMatches(true, 0, "mailto:", 0, 7)) address = address.substring(7);
        // outside quotes white space means nothing, and comes from folding
        return address.indexOf('"') >= 0 ? address : address.replaceAll("\\s+", "");
    }

    private void add(String name, String address) {
        if (name.isEmpty() && address.isEmpty()) return;
        boolean repeated = name.equalsIgnoreCase(address) || name.equalsIgnoreCase("'" + address + "'");
        found.add(new EmailAddress(repeated ? UntrustedText.EMPTY : new UntrustedText(name).onOneLine(), address));
    }

    private void clear() {
        words.setLength(0);
        comment.setLength(0);
        angle = "";
        hasAngle = false;
        isQuoted = false;
    }
}
