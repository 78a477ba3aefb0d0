package org.waxwing.web.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.preferences.Preference;
import org.waxwing.domain.preferences.Preferences;
import org.waxwing.web.rest.problem.Problem;
import org.waxwing.web.rest.problem.ProblemException;

class SettingsChangeTest {
    private static SettingsChange change(String json) {
        try {
            return SettingsChange.of(Fields.of(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void reads_what_is_chosen() {
        assertThat(change("{\"theme\": \"dark\", \"timeZone\": \"Asia/Shanghai\"}").choices())
                .isEqualTo(Map.of(Preference.THEME, "dark", Preference.TIME_ZONE, "Asia/Shanghai"));
        assertThat(change("{}").choices()).isEmpty();
    }

    @Test
    void names_everything_that_is_wrong() {
        var problem = catchThrowableOfType(ProblemException.class, () -> change("""
                {"theme": "sepia", "density": 3, "zoom": "2", "timeZone": "Mars/Olympus", "guide": null, "markRead": "2"}
                """)).problem();

        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.errors()).extracting(Problem.Field::field)
                .contains("theme", "density", "zoom", "timeZone", "guide")
                .doesNotContain("markRead");
    }

    @Test
    void a_body_tells_everything_that_holds_and_the_description_names_it() {
        var body = SettingsBody.of(new Preferences(Map.of(Preference.THEME, "dark")));

        assertThat(body.choices()).hasSize(Preference.values().length)
                .containsEntry("theme", "dark")
                .containsEntry("density", "roomy");
        assertThat(Stream.of(Preference.values())).allSatisfy(it -> {
            assertThat(SettingsBody.DESCRIPTION).contains("`" + it.key() + "`");
            assertThat(it.choices()).allSatisfy(choice -> assertThat(SettingsBody.DESCRIPTION).contains(choice));
        });
    }
}
