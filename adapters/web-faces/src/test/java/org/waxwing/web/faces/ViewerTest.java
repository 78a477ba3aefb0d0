package org.waxwing.web.faces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.preferences.Preference;
import org.waxwing.domain.preferences.Preferences;

// it stands in for the container, which would fill the fields
@SuppressWarnings("UnnecessaryAssignment")
class ViewerTest {
    private static HttpServletRequest request(String zone, String... languages) {
        return TestBeans.fake(HttpServletRequest.class, Map.of(
                "getCookies", () -> new Cookie[]{new Cookie("waxwing-zone", zone), new Cookie("waxwing-theme", "dark"),
                        new Cookie("waxwing-density", "tiny"), new Cookie("waxwing-language", "de")},
                "getServletPath", () -> "/offline.xhtml",
                "getParameter", () -> "zh",
                "getUserPrincipal", () -> (java.security.Principal) () -> "ada",
                "getLocales",
                () -> Collections.enumeration(Stream.of(languages).map(Locale::forLanguageTag).toList())));
    }

    private static Viewer viewer(HttpServletRequest request, Map<Preference, String> chosen) {
        var viewer = TestBeans.viewer(request);
        viewer.choices = new Choices() {
            @Override
            public Preferences get() {
                return new Preferences(chosen);
            }
        };
        viewer.choices.request = request;
        return viewer;
    }

    @Test
    void reads_the_first_language_of_the_browser_that_the_pages_speak() {
        assertThat(viewer(request("", "fr", "de-AT", "en"), Map.of()).getLocale()).isEqualTo(
                Locale.forLanguageTag("de-AT"));
        assertThat(viewer(request("", "fr"), Map.of()).getLanguage()).isEqualTo("en");
    }

    @Test
    void reads_the_language_that_was_chosen_with_the_region_of_the_browser() {
        var chosen = Map.of(Preference.LANGUAGE, "en");

        assertThat(viewer(request("", "de-DE", "en-GB"), chosen).getLocale()).isEqualTo(Locale.UK);
        assertThat(viewer(request("", "de-DE"), chosen).getLocale()).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void lives_where_they_say_or_where_their_browser_is() {
        assertThat(viewer(request("Europe!Berlin"), Map.of()).getZone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(viewer(request("Mars!Olympus"), Map.of()).getZone()).isEqualTo(ZoneOffset.UTC);
        assertThat(viewer(request("Europe!Berlin"), Map.of(Preference.TIME_ZONE, "Asia/Shanghai")).getZone())
                .isEqualTo(ZoneId.of("Asia/Shanghai"));
    }

    @Test
    void is_known_by_the_browser_alone_on_pages_without_a_sign_in() {
        var choices = new Choices();
        choices.request = request("");

        var preferences = choices.get();

        assertThat(preferences.of(Preference.THEME)).isEqualTo("dark");
        assertThat(preferences.of(Preference.DENSITY)).isEqualTo("roomy");
        assertThat(preferences.of(Preference.LANGUAGE)).as("asked for").isEqualTo("zh");
    }

    @Test
    void is_asked_for_nothing_that_cannot_be_chosen() {
        var viewer = viewer(request(""), Map.of());

        assertThat(List.of(viewer.getReadingPane(), viewer.getTheme())).containsExactly("right", "auto");
        assertThatThrownBy(() -> viewer.chosen("zoom")).isInstanceOf(IllegalArgumentException.class);
    }
}
