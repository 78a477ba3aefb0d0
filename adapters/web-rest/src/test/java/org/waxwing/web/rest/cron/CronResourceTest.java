package org.waxwing.web.rest.cron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.waxwing.application.world.CountingAttemptLimit;
import org.waxwing.web.rest.problem.ProblemException;

class CronResourceTest {
    private static final String SECRET = "long-enough-to-keep";

    private final CountingAttemptLimit limit = new CountingAttemptLimit();

    @SuppressWarnings("UnnecessaryAssignment") // the test stands in for the container
    private void show(String secret, String authorization, String address) {
        var resource = new CronResource();
        resource.secret = new CronSecret(secret);
        resource.limit = limit;
        resource.check(authorization, address);
    }

    private int status(String secret, String authorization) {
        try {
            show(secret, authorization, "192.0.2.1");
            return 202;
        } catch (ProblemException e) {
            return e.problem().status();
        }
    }

    @Test
    void lets_the_secret_pass_and_nothing_else() {
        assertThat(status(SECRET, "Bearer " + SECRET)).isEqualTo(202);
        assertThat(status(SECRET, "bearer " + SECRET)).isEqualTo(202);
        assertThat(status(SECRET, "Bearer wrong")).isEqualTo(401);
        assertThat(status(SECRET, "Basic " + SECRET)).isEqualTo(401);
        assertThat(status(SECRET, SECRET)).isEqualTo(401);
        assertThat(status(SECRET, "")).isEqualTo(401);
    }

    @Test
    void is_not_there_without_a_secret() {
        assertThat(status("", "Bearer ")).isEqualTo(404);
        assertThat(status("", "")).isEqualTo(404);
    }

    @Test
    void stops_who_guesses_and_not_the_scheduler() {
        int guesses = 0;
        while (status(SECRET, "Bearer guess-" + guesses) == 401) guesses++;

        assertThat(guesses).isPositive();
        assertThat(status(SECRET, "Bearer " + SECRET)).isEqualTo(429);
        assertThatCode(() -> show(SECRET, "Bearer " + SECRET, "198.51.100.7")).doesNotThrowAnyException();
    }

    @Test
    void wants_a_secret_that_cannot_be_guessed_and_never_shows_it() {
        assertThatThrownBy(() -> new CronSecret("short")).hasMessageNotContaining("short");
        assertThat(new CronSecret(SECRET)).asString().doesNotContain(SECRET);
    }
}
