package org.waxwing.domain.rules.text;

import java.util.ArrayList;
import java.util.List;
import org.waxwing.domain.rules.text.PatternNode.Choice;
import org.waxwing.domain.rules.text.PatternNode.One;
import org.waxwing.domain.rules.text.PatternNode.Place;
import org.waxwing.domain.rules.text.PatternNode.PlaceKind;
import org.waxwing.domain.rules.text.PatternNode.Repeat;
import org.waxwing.domain.rules.text.PatternNode.Sequence;

/** Takes a regular expression apart; see {@link LinearPattern#regex} for what is understood. */
final class PatternReader {
    private static final int DEEPEST = 30;
    private static final int MOST_REPEATS = 200;
    private static final String QUOTABLE = "\\.[]{}()*+?^$|/-\"'#@&~!%=<>,;:_ `";

    private final String pattern;
    private int at;
    private int depth;

    PatternReader(String pattern) {
        this.pattern = pattern;
    }

    PatternNode read() throws PatternException {
        // case makes no difference anyway
        if (pattern.startsWith("(?i)")) at = 4;
        var node = choice();
        if (at < pattern.length()) throw refused("a ) without its (", at);
        return node;
    }

    private PatternNode choice() throws PatternException {
        var choices = new ArrayList<PatternNode>();
        choices.add(sequence());
        while (peek() == '|') {
            at++;
            choices.add(sequence());
        }
        return choices.size() == 1 ? choices.getFirst() : new Choice(List.copyOf(choices));
    }

    private PatternNode sequence() throws PatternException {
        var parts = new ArrayList<PatternNode>();
        while (at < pattern.length() && peek() != '|' && peek() != ')') parts.add(repeated(atom()));
        return new Sequence(List.copyOf(parts));
    }

    private PatternNode repeated(PatternNode atom) throws PatternException {
        int start = at;
        var node = switch (peek()) {
            case '*' -> quantified(atom, 0, -1);
            case '+' -> quantified(atom, 1, -1);
            case '?' -> quantified(atom, 0, 1);
            case '{' -> counted(atom);
            default -> atom;
        };
        if (at == start) return atom;
        // how greedy it is makes no difference to whether it is there
        if (peek() == '?') at++;
        else if (peek() == '+') throw refused("a + that keeps what it has", at);
        if ("*+?{".indexOf(peek()) >= 0) throw refused("a repetition of a repetition", at);
        return node;
    }

    private PatternNode quantified(PatternNode atom, int least, int most) throws PatternException {
        if (atom instanceof Place) throw refused("a repetition of nothing", at);
        at++;
        return new Repeat(atom, least, most);
    }

    private PatternNode counted(PatternNode atom) throws PatternException {
        int start = at++;
        int least = number(start);
        int most = least;
        if (peek() == ',') {
            at++;
            most = peek() == '}' ? -1 : number(start);
        }
        if (peek() != '}') throw refused("a { without its }", start);
        if (most >= 0 && most < least) throw refused("a repetition that ends before it begins", start);
        return quantified(atom, least, most);
    }

    private int number(int start) throws PatternException {
        int value = 0;
        int from = at;
        while (peek() >= '0' && peek() <= '9' && value <= MOST_REPEATS)
            value = value * 10 + (pattern.charAt(at++) - '0');
        if (at == from) throw refused("a { without a number", start);
        if (value > MOST_REPEATS) throw refused("more than " + MOST_REPEATS + " repetitions", start);
        return value;
    }

    private PatternNode atom() throws PatternException {
        int start = at;
        int c = next();
        return switch (c) {
            case '(' -> group(start);
            case '[' -> new One(set(start));
            case '.' -> new One(CharSet.ANY);
            case '^' -> new Place(PlaceKind.START);
            case '$' -> new Place(PlaceKind.END);
            case '\\' -> escape(start);
            case '*', '+', '?', '{' -> throw refused("a repetition of nothing", start);
            default -> literal(c);
        };
    }

    private PatternNode group(int start) throws PatternException {
        if (++depth > DEEPEST) throw refused("groups nested deeper than " + DEEPEST, start);
        if (peek() == '?') {
            if (!pattern.startsWith("?:", at)) throw refused("a group that begins with ?", start);
            at += 2;
        }
        var node = choice();
        if (peek() != ')') throw refused("a ( without its )", start);
        at++;
        depth--;
        return node;
    }

    /** What a character becomes in the text that is searched. */
    static PatternNode literal(int c) {
        var folded = Folding.fold(Character.toString(c)).codePoints().boxed().toList();
        if (folded.size() == 1) return new One(CharSet.of(folded.getFirst()));
        return new Sequence(folded.stream().map(it -> (PatternNode) new One(CharSet.of(it))).toList());
    }

    private PatternNode escape(int start) throws PatternException {
        int c = escaped(start);
        return switch (c) {
            case 'b' -> new Place(PlaceKind.WORD_EDGE);
            case 'B' -> new Place(PlaceKind.NO_WORD_EDGE);
            case 'n', 't', 'r' -> new One(CharSet.of(' '));
            default -> {
                int kinds = kinds(c);
                if (kinds != 0) yield new One(CharSet.ofKinds(kinds, Character.isUpperCase(c)));
                yield literal(quoted(c, start));
            }
        };
    }

    private int escaped(int start) throws PatternException {
        if (at >= pattern.length()) throw refused("a \\ at the end", start);
        return next();
    }

    private static int kinds(int c) {
        return switch (c) {
            case 'd', 'D' -> CharSet.DIGIT;
            case 's', 'S' -> CharSet.SPACE;
            case 'w', 'W' -> CharSet.LETTER | CharSet.DIGIT;
            default -> 0;
        };
    }

    private int quoted(int c, int start) throws PatternException {
        if (c < 0x80 && QUOTABLE.indexOf(c) < 0) throw refused("\\" + Character.toString(c), start);
        return c;
    }

    private CharSet set(int start) throws PatternException {
        var ranges = new ArrayList<CharSet.Range>();
        int kinds = 0;
        boolean negated = peek() == '^';
        if (negated) at++;
        boolean first = true;
        while (first || peek() != ']') {
            if (at >= pattern.length()) throw refused("a [ without its ]", start);
            first = false;
            int c = next();
            if (c == '[' && (peek() == ':' || peek() == '.' || peek() == '='))
                throw refused("a named class", at - 1);
            if (c == '&' && peek() == '&') throw refused("&& between classes", at - 1);
            int from = c;
            if (c == '\\') {
                int quoted = escaped(at - 1);
                int kind = kinds(quoted);
                if (kind != 0) {
                    if (Character.isUpperCase(quoted)) throw refused("an opposite within [ ]", at - 2);
                    kinds |= kind;
                    if ((kind & CharSet.LETTER) != 0) ranges.add(new CharSet.Range('_', '_'));
                    continue;
                }
                from = "ntr".indexOf(quoted) >= 0 ? ' ' : quoted(quoted, at - 2);
            }
            ranges.addAll(CharSet.folded(from, end(from)));
        }
        at++;
        return new CharSet(ranges, kinds, negated);
    }

    /** The end of the range that begins with {@code from}. */
    private int end(int from) throws PatternException {
        if (peek() != '-' || at + 1 >= pattern.length() || pattern.charAt(at + 1) == ']') return from;
        int start = at++;
        int to = next();
        if (to == '\\') to = quoted(escaped(start), start);
        if (to < from) throw refused("a range that ends before it begins", start);
        return to;
    }

    /** The next UTF-16 unit, which is all that syntax needs; NUL at the end. */
    private char peek() {
        return at < pattern.length() ? pattern.charAt(at) : 0;
    }

    private int next() {
        int c = pattern.codePointAt(at);
        at += Character.charCount(c);
        return c;
    }

    private static PatternException refused(String what, int where) {
        return new PatternException(what + " (character " + (where + 1) + ")");
    }
}
