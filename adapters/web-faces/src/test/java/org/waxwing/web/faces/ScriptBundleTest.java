package org.waxwing.web.faces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptBundleTest {
    private static final Path SCRIPTS = Path.of("src/main/resources/META-INF/resources/assets/js");

    private static String bundle(Map<String, String> modules) {
        return ScriptBundle.of("page", name -> {
            var source = modules.get(name);
            if (source == null) throw new AssertionError("Nobody imports " + name);
            return source;
        });
    }

    @Test
    void puts_what_is_imported_before_what_imports_it_and_everything_once() {
        var text = bundle(Map.of(
                "page", """
                        import * as lists from './message-list.js';
                        import { say as tell, WORDS } from './words.js';
                        import './message-list.js';
                        tell(lists.rows(), WORDS);
                        """,
                "message-list", """
                        import {
                          say,
                        } from './words.js';
                        export const rows = () => say('rows');
                        """,
                "words", """
                        export const WORDS = 3;
                        const secret = '$1';
                        export function say(word) { return word + secret; }
                        export async function ask() {}
                        """));

        assertThat(text).isEqualTo("""
                const $words = (() => {
                const WORDS = 3;
                const secret = '$1';
                function say(word) { return word + secret; }
                async function ask() {}

                return { WORDS, say, ask };
                })();
                const $message_list = (() => {
                const {
                  say,
                } = $words;
                const rows = () => say('rows');

                return { rows };
                })();
                const $page = (() => {
                const lists = $message_list;
                const { say: tell, WORDS } = $words;

                tell(lists.rows(), WORDS);

                return {  };
                })();
                export { $words, $message_list, $page };
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "export default 1;",
            "export let changing = 1;",
            "export { a };",
            "import other from './other.js';",
            "import { a } from 'https://elsewhere.example/a.js';",
            "await something();"
    })
    void refuses_what_it_does_not_know(String source) {
        assertThatIllegalArgumentException().isThrownBy(() -> bundle(Map.of("page", source)))
                .withMessageContaining("page.js");
    }

    @Test
    void refuses_modules_that_import_each_other() {
        assertThatIllegalArgumentException().isThrownBy(() -> bundle(Map.of(
                "page", "import './list.js';\n", "list", "import './page.js';\n")))
                .withMessageContaining("page.js imports itself");
    }

    @ParameterizedTest
    @ValueSource(strings = {"inbox", "account", "activity", "settings", "welcome"})
    void knows_all_forms_of_our_own_modules(String page) {
        var text = ScriptBundle.of(page, name -> {
            try {
                return Files.readString(SCRIPTS.resolve(name + ".js"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });

        assertThat(text.lines()).filteredOn(it -> it.startsWith("import ") || it.startsWith("export ")).hasSize(1);
    }
}
