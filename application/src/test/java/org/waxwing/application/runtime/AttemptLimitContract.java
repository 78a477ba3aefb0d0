package org.waxwing.application.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.identity.PersonId;

/** What every {@link AttemptLimit} does. */
public interface AttemptLimitContract {
    /** More than anybody is ever admitted. */
    int FAR_TOO_OFTEN = 10_000;

    AttemptLimit limit();

    private static PersonId somebody() {
        return new PersonId(UUID.randomUUID());
    }

    private int admitted(PersonId who, String what) {
        int admitted = 0;
        while (admitted < FAR_TOO_OFTEN && limit().admits(who, what)) admitted++;
        return admitted;
    }

    @Test
    default void admits_a_few_attempts_then_refuses() {
        var ada = somebody();

        int admitted = admitted(ada, "try");

        assertThat(admitted).isBetween(3, FAR_TOO_OFTEN - 1);
        assertThat(limit().admits(ada, "try")).isFalse();
    }

    @Test
    default void counts_everybody_for_themselves() {
        int adas = admitted(somebody(), "try");

        int bobs = admitted(somebody(), "try");

        assertThat(bobs).isEqualTo(adas);
    }

    @Test
    default void counts_everything_for_itself() {
        var ada = somebody();
        admitted(ada, "try");

        assertThat(limit().admits(ada, "something else")).isTrue();
    }
}
