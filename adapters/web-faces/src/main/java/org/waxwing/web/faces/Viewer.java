package org.waxwing.web.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.waxwing.domain.preferences.Preference;

/** Who looks at a page, and how: as they have chosen, and where they have not, as their browser tells. */
@Named
@RequestScoped
public class Viewer {
    /** The languages that the pages speak; the first is spoken to everybody else. */
    static final List<String> LANGUAGES = List.of("en", "de", "zh");

    @Inject
    HttpServletRequest request;

    @Inject
    Choices choices;

    /**
     * The language of the page, with the region that the browser asks for: British dates stay British, also for those who
     * chose English.
     */
    public Locale getLocale() {
        var chosen = chosen(Preference.LANGUAGE);
        var wanted = Collections.list(request.getLocales());
        if (LANGUAGES.contains(chosen))
            return wanted.stream()
                    .filter(it -> it.getLanguage().equals(chosen))
                    .findFirst()
                    .orElse(Locale.of(chosen));
        return wanted.stream()
                .filter(it -> LANGUAGES.contains(it.getLanguage()))
                .findFirst()
                .orElse(Locale.ENGLISH);
    }

    /** The language of the page as a BCP 47 tag. */
    public String getLanguage() {
        return getLocale().getLanguage();
    }

    /** Where the viewer's clock stands; UTC until the browser has said so. */
    public ZoneId getZone() {
        var chosen = chosen(Preference.TIME_ZONE);
        try {
            return ZoneId.of(isZoneChosen() ? chosen : choices.cookie("waxwing-zone").replace('!', '/'));
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }

    /** Whether they chose a time zone themselves, so that the browser's does not matter. */
    public boolean isZoneChosen() {
        return !chosen(Preference.TIME_ZONE).equals(Preference.TIME_ZONE.usual());
    }

    /** The time zone that this page was rendered for, so that the browser can tell when it is another one. */
    public String getZoneName() {
        var zone = getZone();
        // its id is "Z", which browsers do not know
        return zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
    }

    /** {@code auto}, {@code light} or {@code dark}. */
    public String getTheme() {
        return chosen(Preference.THEME);
    }

    /** How tightly lists are set: {@code roomy}, {@code compact} or {@code line}. */
    public String getDensity() {
        return chosen(Preference.DENSITY);
    }

    /** Where a conversation opens: {@code right} of the list, {@code below} it, or {@code off}, in its place. */
    public String getReadingPane() {
        return chosen(Preference.READING_PANE);
    }

    /** Whether messages are gathered into conversations. */
    public boolean isConversations() {
        return chosen(Preference.CONVERSATIONS).equals("on");
    }

    /** What holds, by the name of a {@link Preference}. */
    public String chosen(String key) {
        return Preference.of(key)
                .map(this::chosen)
                .orElseThrow(() -> new IllegalArgumentException("No such preference: " + key));
    }

    private String chosen(Preference preference) {
        return choices.get().of(preference);
    }
}
