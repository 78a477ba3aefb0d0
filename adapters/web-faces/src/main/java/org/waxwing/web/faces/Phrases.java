package org.waxwing.web.faces;

import jakarta.json.Json;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.concurrent.ConcurrentHashMap;

/** The message bundle of one language. Every text is a {@link MessageFormat}. Safe for threads. */
public final class Phrases {
    private static final String BUNDLE = "org.waxwing.web.faces.messages";
    // English is the bundle without a language: the server's own locale must not come before it
    private static final Control NO_FALLBACK = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    // what comes from a browser is without bound; the languages that people really use are few
    private static final int REMEMBERED = 200;
    private static final Map<Locale, Phrases> KNOWN = new ConcurrentHashMap<>();

    private final Locale locale;
    private final ResourceBundle bundle;
    // texts without placeholders, which are most of them, as they are shown
    private final Map<String, String> plain = new ConcurrentHashMap<>();
    private final Map<String, String> objects = new ConcurrentHashMap<>();

    private Phrases(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle(BUNDLE, locale, Phrases.class.getClassLoader(), NO_FALLBACK);
    }

    /** The texts in the language of {@code locale}, with its numbers and dates. */
    public static Phrases in(Locale locale) {
        var known = KNOWN.get(locale);
        if (known != null) return known;
        var made = new Phrases(locale);
        if (KNOWN.size() < REMEMBERED) KNOWN.put(locale, made);
        return made;
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
        var known = plain.get(key);
        if (known != null) return known;
        var pattern = bundle.getString(key);
        var text = new MessageFormat(pattern, locale).format(values);
        if (pattern.indexOf('{') < 0) plain.put(key, text);
        return text;
    }

    /** All texts whose keys begin with {@code prefix}, placeholders and all, as a JSON object of keys and texts. */
    public String json(String prefix) {
        return objects.computeIfAbsent(prefix, it -> {
            var object = Json.createObjectBuilder();
            bundle.keySet().stream().filter(key -> key.startsWith(prefix)).sorted()
                    .forEach(key -> object.add(key, of(key)));
            return object.build().toString();
        });
    }
}
