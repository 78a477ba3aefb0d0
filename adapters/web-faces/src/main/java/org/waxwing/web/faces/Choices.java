package org.waxwing.web.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumMap;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waxwing.application.preferences.ReadPreferences;
import org.waxwing.application.runtime.CurrentUser;
import org.waxwing.domain.preferences.Preference;
import org.waxwing.domain.preferences.Preferences;

/**
 * What the viewer has chosen: as it is stored; on pages that need no sign-in, as their browser remembers it. Those show
 * what went wrong, and must not need the database for it.
 */
@RequestScoped
public class Choices {
    /** Pages that need no sign-in. */
    static final Set<String> PUBLIC = Set.of(
            "/signed-out.xhtml", "/error.xhtml", "/not-found.xhtml", "/offline.xhtml");

    private static final Set<Preference> REMEMBERED = Set.of(
            Preference.THEME, Preference.DENSITY, Preference.LANGUAGE);

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentUser user;

    @Inject
    ReadPreferences readPreferences;

    private @Nullable Preferences known;

    /** Everything that was chosen. */
    public Preferences get() {
        var preferences = known;
        if (preferences == null)
            known = preferences = isPublic()
                    ? remembered()
                    : readPreferences.of(user.person().id());
        return preferences;
    }

    /** What the browser remembers under that name; empty when it remembers nothing. */
    public String cookie(String name) {
        var cookies = request.getCookies();
        if (cookies == null) return "";
        return Stream.of(cookies)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .findFirst()
                .orElse("");
    }

    private boolean isPublic() {
        return request.getUserPrincipal() == null || PUBLIC.contains(request.getServletPath());
    }

    private Preferences remembered() {
        var chosen = new EnumMap<Preference, String>(Preference.class);
        for (var preference : REMEMBERED) chosen.put(preference, cookie("waxwing-" + preference.key()));
        // the page for those without a connection is fetched beforehand, in every language
        var language = request.getParameter("language");
        if (language != null) chosen.put(Preference.LANGUAGE, language);
        return new Preferences(chosen);
    }
}
