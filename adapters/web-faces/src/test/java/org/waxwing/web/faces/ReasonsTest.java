package org.waxwing.web.faces;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waxwing.domain.sorting.Ground;

/** Why mail is where it is can be told in every language. */
class ReasonsTest {
    private static ResourceBundle reasons(String language) {
        return ResourceBundle.getBundle("org.waxwing.web.faces.reasons", Locale.of(language),
                ReasonsTest.class.getClassLoader(), Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "zh"})
    void every_ground_has_its_sentence(String language) {
        var reasons = reasons(language);

        for (var ground : Ground.values()) {
            if (ground == Ground.TAUGHT)
                assertThat(reasons.keySet()).contains(
                        ground.key() + ".message", ground.key() + ".kind", ground.key() + ".sender",
                        ground.key() + ".domain");
            else
                assertThat(reasons.keySet()).contains(ground.key());
        }
        for (var key : reasons.keySet())
            assertThat(new MessageFormat(reasons.getString(key), Locale.of(language)).format(new Object[]{"1", "2"}))
                    .as(key).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "zh"})
    void has_as_many_in_every_language(String language) {
        assertThat(reasons(language).keySet()).isEqualTo(reasons("en").keySet());
    }
}
