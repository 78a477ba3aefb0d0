package org.waxwing.web.rest;

import java.util.Collection;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.waxwing.web.rest.problem.ProblemException;

/** Ids as clients send them. */
public final class Id {
    // UUID.fromString also takes shortened forms, which would give one thing several addresses
    private static final Pattern UUID_TEXT = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private Id() {}

    /**
     * The id that {@code text} spells.
     *
     * @throws ProblemException {@code not-found}: nothing has an id like that
     */
    public static <T> T of(String text, Function<String, T> read) {
        if (!UUID_TEXT.matcher(text).matches()) throw ProblemException.notFound();
        return read.apply(text);
    }

    /** The ids that these texts spell; whatever spells none names nothing and is left out. */
    public static <T> Set<T> known(Collection<String> texts, Function<String, T> read) {
        return texts.stream()
                .filter(text -> UUID_TEXT.matcher(text).matches())
                .map(read)
                .collect(Collectors.toSet());
    }
}
