package org.waxwing.web.faces.mail;

import java.text.MessageFormat;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.waxwing.domain.sorting.Alternative;
import org.waxwing.domain.sorting.Reason;

/** Tells why mail is where it is, in the sentences of one language. */
record ReasonWords(ResourceBundle sentences, Locale locale) {
    private static final String BUNDLE = "org.waxwing.web.faces.reasons";
    private static final Control NO_FALLBACK = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    static ReasonWords in(Locale locale) {
        return new ReasonWords(
                ResourceBundle.getBundle(BUNDLE, locale, ReasonWords.class.getClassLoader(), NO_FALLBACK), locale);
    }

    String of(Reason reason) {
        return format(reason.key(), reason.arguments().toArray());
    }

    /** What would put a message into that category; {@code known} are the reasons that it has, with their arguments. */
    String of(Alternative alternative, String category, Collection<Reason> known) {
        if (!(alternative instanceof Alternative.Without(var ground, var elsewhere)))
            return format(alternative.key(), category);
        var reason = known.stream()
                .filter(it -> it.ground() == ground)
                .findFirst()
                .orElse(new Reason(ground, List.of(), 0));
        return format(alternative.key(), category, of(reason));
    }

    private String format(String key, Object... arguments) {
        return new MessageFormat(sentences.getString(key), locale).format(arguments);
    }
}
