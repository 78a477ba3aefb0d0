package org.waxwing.domain.search;

import java.util.ArrayList;
import java.util.List;
import org.waxwing.domain.content.UntrustedText;

/**
 * What somebody looks for. Words have to occur all, in any order; "words in quotes" one after the other; what stands
 * behind a {@code -} must not occur; {@code invoi*} is every word that begins so. Anything that can be typed is a query.
 *
 * @param terms in the order typed, none without a letter or digit, at most {@link #MOST_TERMS}
 */
public record SearchQuery(List<Term> terms) {
    /** The most terms that are looked for; what is typed beyond them is left out. */
    public static final int MOST_TERMS = 32;

    private static final int MOST_TYPED = 1_000;
    private static final String QUOTES = "\"“”„«»";

    /**
     * One thing to look for.
     *
     * @param text as typed, without its quotes and minus
     * @param kind how it was written
     * @param excluded whether it must not occur
     */
    public record Term(String text, Kind kind, boolean excluded) {
        /** How a term was written. */
        public enum Kind {
            /** A word. */
            WORD,
            /** The beginning of a word. */
            BEGINNING,
            /** Words that follow each other. */
            PHRASE
        }
    }

    public SearchQuery {
        terms = terms.stream().filter(it -> !Words.of(it.text()).isEmpty()).limit(MOST_TERMS).toList();
    }

    /** The query that was typed. */
    public static SearchQuery of(String typed) {
        var text = new UntrustedText(typed).clipped(MOST_TYPED).value();
        var terms = new ArrayList<Term>();
        int at = 0;
        while (at < text.length()) {
            if (isSpace(text.charAt(at))) {
                at++;
                continue;
            }
            boolean excluded = text.charAt(at) == '-';
            int from = excluded ? at + 1 : at;
            boolean quoted = from < text.length() && isQuote(text.charAt(from));
            if (quoted) from++;
            int to = from;
            while (to < text.length() && !isQuote(text.charAt(to)) && (quoted || !isSpace(text.charAt(to)))) to++;
            terms.add(term(text.substring(from, to), quoted, excluded));
            at = quoted ? Math.min(to + 1, text.length()) : Math.max(to, at + 1);
        }
        return new SearchQuery(terms);
    }

    private static Term term(String text, boolean quoted, boolean excluded) {
        if (quoted) return new Term(text.strip(), Term.Kind.PHRASE, excluded);
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '*') end--;
        return new Term(text.substring(0, end), end < text.length() ? Term.Kind.BEGINNING : Term.Kind.WORD, excluded);
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean isQuote(char c) {
        return QUOTES.indexOf(c) >= 0;
    }

    /** Whether it asks for nothing at all: nothing is found then. */
    public boolean isEmpty() {
        return terms.isEmpty();
    }

    /** The terms that have to occur. */
    public List<Term> wanted() {
        return terms.stream().filter(it -> !it.excluded()).toList();
    }

    /** The terms that must not occur. */
    public List<Term> excluded() {
        return terms.stream().filter(Term::excluded).toList();
    }
}
