package org.waxwing.application.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.identity.PersonId;

/** What every {@link AttemptLimit} does. */
public interface AttemptLimitContract {
    /** More than anybody is ever forgiven. */
    int FAR_TOO_OFTEN = 1_000;

    AttemptLimit limit();

    private static PersonId somebody() {
        return new PersonId(UUID.randomUUID());
    }

    /** Fails until no more is admitted, and tells how often that was. */
    private int failAt(PersonId who, String what) {
        int failures = 0;
        while (failures < FAR_TOO_OFTEN && limit().admits(who, what)) {
            limit().refused(who, what);
            failures++;
        }
        return failures;
    }

    @Test
    default void forgives_a_few_refusals_then_admits_no_more() {
        var ada = somebody();

        int failures = failAt(ada, "try");

        assertThat(failures).isBetween(3, FAR_TOO_OFTEN - 1);
        assertThat(limit().admits(ada, "try")).isFalse();
    }

    @Test
    default void never_counts_what_goes_well() {
        var ada = somebody();

        for (int time = 0; time < FAR_TOO_OFTEN; time++) assertThat(limit().admits(ada, "try")).isTrue();
    }

    @Test
    default void goes_on_refusing_somebody_who_goes_on_trying() {
        var ada = somebody();
        failAt(ada, "try");

        limit().refused(ada, "try");

        assertThat(limit().admits(ada, "try")).isFalse();
    }

    @Test
    default void counts_everybody_for_themselves() {
        int adas = failAt(somebody(), "try");

        int bobs = failAt(somebody(), "try");

        assertThat(bobs).isEqualTo(adas);
    }

    @Test
    default void counts_everything_for_itself() {
        var ada = somebody();
        failAt(ada, "try");

        assertThat(limit().admits(ada, "something else")).isTrue();
    }
}
