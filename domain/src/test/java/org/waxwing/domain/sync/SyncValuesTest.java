package org.waxwing.domain.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.waxwing.domain.sync.SyncStatus.Past;
import org.waxwing.domain.sync.SyncStatus.Phase;
import org.waxwing.domain.sync.SyncStatus.Proof;

class SyncValuesTest {
    private static final Instant NINE = Instant.parse("2026-03-01T09:00:00Z");
    private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");

    private static SyncStatus status(Past past) {
        return new SyncStatus(Phase.IDLE, 0, 0, 0, TEN, past, 0, TEN, new Proof.None());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 4_294_967_295L})
    void uids_and_validities_are_unsigned_32_bit_and_not_zero(long value) {
        assertThat(new Uid(value).value()).isEqualTo(value);
        assertThat(new UidValidity(value).value()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, 0, 4_294_967_296L})
    void no_other_number_is_one(long value) {
        assertThatThrownBy(() -> new Uid(value)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new UidValidity(value)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void remembers_success_behind_failures() {
        var failedTwice = new Past.Failed(ConnectionProblem.STORAGE, TEN,
                new Past.Failed(ConnectionProblem.UNREACHABLE, TEN, new Past.Succeeded(NINE)));

        assertThat(status(failedTwice).lastSuccess()).contains(NINE);
        assertThat(status(failedTwice).problem()).contains(ConnectionProblem.STORAGE);
        assertThat(status(new Past.Succeeded(NINE)).lastSuccess()).contains(NINE);
        assertThat(status(new Past.Succeeded(NINE)).problem()).isEmpty();
        assertThat(status(new Past.None()).lastSuccess()).isEmpty();
    }

    @Test
    void a_folder_is_certainly_still_when_its_server_counts_changes_and_none_came() {
        var point = new SyncPoint(new UidValidity(1), 8, 7, 42);

        assertThat(point.isCertainlyStill(new SyncPoint(new UidValidity(1), 8, 7, 42))).isTrue();
        assertThat(point.isCertainlyStill(new SyncPoint(new UidValidity(1), 8, 7, 43))).isFalse();
        assertThat(point.isCertainlyStill(new SyncPoint(new UidValidity(1), 9, 7, 42))).isFalse();
        assertThat(point.isCertainlyStill(new SyncPoint(new UidValidity(1), 8, 6, 42))).isFalse();
        assertThat(point.isCertainlyStill(new SyncPoint(new UidValidity(2), 8, 7, 42))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0,7,42", "8,-1,42", "8,7,0"})
    void nothing_is_certain_where_the_server_does_not_tell(long uidNext, long messages, long modSeq) {
        var point = new SyncPoint(new UidValidity(1), uidNext, messages, modSeq);

        assertThat(point.isCertainlyStill(point)).isFalse();
    }

    @Test
    void names_that_are_too_long_are_no_names() {
        assertThat(new RemoteIds("m".repeat(255), "t".repeat(255)).email()).hasSize(255);
        assertThat(new RemoteIds("m".repeat(256), "t".repeat(256))).isEqualTo(RemoteIds.NONE);
    }

    @Test
    void a_problem_is_told_without_any_text_of_the_server() {
        var problem = new MailProviderException(
                ConnectionProblem.SIGN_IN_REFUSED, new IllegalStateException("NO ada@example.org"));

        assertThat(problem).hasMessage("SIGN_IN_REFUSED");
        assertThat(problem.problem()).isEqualTo(ConnectionProblem.SIGN_IN_REFUSED);
    }
}
