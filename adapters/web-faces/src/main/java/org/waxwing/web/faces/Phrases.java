package org.waxwing.web.faces;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** The message bundle of one language. Every text is a {@link MessageFormat}. */
public final class Phrases {
    private static final String BUNDLE = "org.waxwing.web.faces.messages";
    // English is the bundle without a language: the server's own locale must not come before it
    private static final Control NO_FALLBACK = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private final Locale locale;
    private final ResourceBundle bundle;

    private Phrases(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle(BUNDLE, locale, Phrases.class.getClassLoader(), NO_FALLBACK);
    }

    /** The texts in the language of {@code locale}, with its numbers and dates. */
    public static Phrases in(Locale locale) {
        return new Phrases(locale);
    }

    /** Which language and region these are for. */
    public Locale locale() {
        return locale;
    }

    /**
     * The text of {@code key} with {@code values} in its placeholders.
     *
     * @throws java.util.MissingResourceException there is none
     */
    public String of(String key, Object... values) {
        return new MessageFormat(bundle.getString(key), locale).format(values);
    }

    /** All keys that begin with {@code prefix}, in alphabetical order. */
    public List<String> keys(String prefix) {
        return bundle.keySet().stream().filter(key -> key.startsWith(prefix)).sorted().toList();
    }
}
