package org.waxwing.web.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Who looks at a page, and how: language, time zone, colours and density, as the browser tells them. */
@Named
@RequestScoped
public class Viewer {
    /** The languages that the pages speak; the first is spoken to everybody else. */
    static final List<String> LANGUAGES = List.of("en", "de", "zh");

    private static final List<String> THEMES = List.of("auto", "light", "dark");
    private static final List<String> DENSITIES = List.of("roomy", "compact", "line");
    private static final List<String> PANES = List.of("right", "below", "off");
    private static final List<String> SWITCHES = List.of("on", "off");

    @Inject
    HttpServletRequest request;

    /** The first locale that the browser asks for and the pages speak, with its region: British dates stay British. */
    public Locale getLocale() {
        return Collections.list(request.getLocales()).stream()
                .filter(wanted -> LANGUAGES.contains(wanted.getLanguage()))
                .findFirst()
                .orElse(Locale.ENGLISH);
    }

    /** The language of the page as a BCP 47 tag. */
    public String getLanguage() {
        return getLocale().getLanguage();
    }

    /** Where the viewer's clock stands; UTC until the browser has said so. */
    public ZoneId getZone() {
        try {
            return ZoneId.of(cookie("waxwing-zone").replace('!', '/'));
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }

    /** The time zone that this page was rendered for, so that the browser can tell when it is another one. */
    public String getZoneName() {
        return getZone().getId();
    }

    /** {@code auto}, {@code light} or {@code dark}. */
    public String getTheme() {
        return oneOf(THEMES, "waxwing-theme");
    }

    /** How tightly lists are set: {@code roomy}, {@code compact} or {@code line}. */
    public String getDensity() {
        return oneOf(DENSITIES, "waxwing-density");
    }

    /** Where a conversation is read: {@code right} of the list, {@code below} it, or in place of it when {@code off}. */
    public String getReadingPane() {
        return oneOf(PANES, "waxwing-reading-pane");
    }

    /** Whether lists show conversations rather than single messages. */
    public boolean isConversations() {
        return oneOf(SWITCHES, "waxwing-conversations").equals("on");
    }

    private String oneOf(List<String> known, String cookie) {
        var value = cookie(cookie);
        return known.contains(value) ? value : known.getFirst();
    }

    private String cookie(String name) {
        var cookies = request.getCookies();
        if (cookies == null) return "";
        return Stream.of(cookies)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .findFirst()
                .orElse("");
    }
}
