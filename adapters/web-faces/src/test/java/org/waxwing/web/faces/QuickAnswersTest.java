package org.waxwing.web.faces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.el.ELContext;
import jakarta.el.ELException;
import jakarta.el.ELResolver;
import jakarta.el.FunctionMapper;
import jakarta.el.VariableMapper;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class QuickAnswersTest {
    /** Something that a page shows. */
    public record Shown(String name, List<String> parts) {
        /** Not a part, but asked for like one. */
        public String loud() {
            return name.toUpperCase(Locale.ROOT);
        }

        /** Fails when there are none. */
        public String first() {
            return parts.getFirst();
        }
    }

    private record Hidden(String name) {}

    private final QuickAnswers answers = new QuickAnswers();
    private final Asking context = new Asking();

    private static final class Asking extends ELContext {
        @Override
        public ELResolver getELResolver() {
            throw new UnsupportedOperationException();
        }

        @Override
        public FunctionMapper getFunctionMapper() {
            throw new UnsupportedOperationException();
        }

        @Override
        public VariableMapper getVariableMapper() {
            throw new UnsupportedOperationException();
        }
    }

    private @Nullable Object ask(Object base, String method, Object... given) {
        context.setPropertyResolved(false);
        return answers.invoke(context, base, method, null, given);
    }

    @Test
    void tells_the_parts_of_a_record_and_what_it_makes_of_them() {
        var shown = new Shown("wing", List.of("a"));

        assertThat(ask(shown, "name")).isEqualTo("wing");
        assertThat(context.isPropertyResolved()).isTrue();
        assertThat(ask(shown, "parts")).isEqualTo(List.of("a"));
        assertThat(ask(shown, "loud")).isEqualTo("WING");
    }

    @Test
    void leaves_to_others_what_it_does_not_know() {
        for (var question : List.of("unknown", "equals", "getClass")) {
            assertThat(ask(new Shown("wing", List.of()), question)).isNull();
            assertThat(context.isPropertyResolved()).as(question).isFalse();
        }
        ask(new Hidden("wing"), "name");
        assertThat(context.isPropertyResolved()).isFalse();
        ask("no record", "length");
        assertThat(context.isPropertyResolved()).isFalse();
    }

    @Test
    void says_what_went_wrong() {
        assertThatThrownBy(() -> ask(new Shown("wing", List.of()), "first"))
                .isInstanceOf(ELException.class)
                .hasCauseInstanceOf(NoSuchElementException.class);
    }
}
