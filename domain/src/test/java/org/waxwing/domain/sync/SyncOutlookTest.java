package org.waxwing.domain.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.waxwing.domain.sync.SyncStatus.Past;
import org.waxwing.domain.sync.SyncStatus.Phase;
import org.waxwing.domain.sync.SyncStatus.Proof;

class SyncOutlookTest {
    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");

    private static SyncOutlook outlook(Phase phase, long done, Past past, Instant next) {
        return new SyncOutlook(
                new SyncStatus(phase, done, 1_000, 0, NOW.minusSeconds(8), past, 0, next, new Proof.None()), true, NOW);
    }

    @Test
    void tells_speed_and_time_left_of_a_running_pass() {
        var outlook = outlook(Phase.SYNCING, 500, new Past.None(), NOW);

        assertThat(outlook.perSecond()).isEqualTo(62.5);
        assertThat(outlook.timeLeft()).contains(Duration.ofSeconds(8));
    }

    @Test
    void knows_no_time_left_before_anything_is_done() {
        assertThat(outlook(Phase.SYNCING, 0, new Past.None(), NOW).timeLeft()).isEmpty();
        assertThat(outlook(Phase.IDLE, 1_000, new Past.Succeeded(NOW), NOW).timeLeft()).isEmpty();
    }

    @Test
    void lies_behind_by_nothing_while_the_server_tells_of_everything() {
        var hourAgo = new Past.Succeeded(NOW.minusSeconds(3_600));
        var idle = outlook(Phase.IDLE, 0, hourAgo, NOW);

        assertThat(idle.lag()).contains(Duration.ZERO);
        assertThat(new SyncOutlook(idle.status(), false, NOW).lag()).contains(Duration.ofHours(1));
        assertThat(outlook(Phase.PAUSED, 0, hourAgo, NOW).lag()).contains(Duration.ofHours(1));
        assertThat(outlook(Phase.SYNCING, 0, new Past.None(), NOW).lag()).isEmpty();
    }

    @Test
    void names_no_attempt_in_the_past() {
        assertThat(outlook(Phase.ERROR, 0, new Past.None(), Instant.MIN).nextAttempt()).contains(NOW);
        assertThat(outlook(Phase.ERROR, 0, new Past.None(), NOW.plusSeconds(60)).nextAttempt())
                .contains(NOW.plusSeconds(60));
    }

    @ParameterizedTest
    @EnumSource(names = {"SYNCING", "NEEDS_SIGN_IN", "PAUSED"})
    void plans_no_attempt_while_one_runs_or_only_the_owner_can(Phase phase) {
        assertThat(outlook(phase, 0, new Past.None(), NOW.plusSeconds(60)).nextAttempt()).isEmpty();
    }
}
