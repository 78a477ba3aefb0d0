package org.waxwing.html.owasp;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names by which a mail's styles find its elements: classes of its own, apart from ours. Identifiers become classes
 * too, so that nothing in the document can be reached by name.
 */
final class Names {
    /** The element around a mail. */
    static final String MAIL = "waxwing-mail";

    static final String MAIL_SELECTOR = "." + MAIL;
    private static final Pattern NAME = Pattern.compile("[a-zA-Z_-][\\w-]{0,80}");
    private static final int MOST = 30;

    private Names() {}

    static String ofClass(String name) {
        return "m-" + name;
    }

    static String ofId(String name) {
        return "i-" + name;
    }

    /** The class attribute of an element; empty when it has no usable name. */
    static String attribute(String classes, String id) {
        var named = Stream.of(classes.strip().split("\\s+", -1))
                .filter(it -> NAME.matcher(it).matches())
                .limit(MOST)
                .map(Names::ofClass);
        var identified = Stream.of(id.strip()).filter(it -> NAME.matcher(it).matches()).map(Names::ofId);
        return Stream.concat(named, identified).distinct().collect(Collectors.joining(" "));
    }
}
