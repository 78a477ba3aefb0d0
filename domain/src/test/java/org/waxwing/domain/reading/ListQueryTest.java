package org.waxwing.domain.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListQueryTest {
    private static ListQuery of(int limit) {
        return new ListQuery(new Scope.AllAccounts(MailView.ALL), false, ListPosition.START, limit);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 200})
    void has_up_to_two_hundred_rows(int limit) {
        assertThat(of(limit).limit()).isEqualTo(limit);
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 201, Integer.MAX_VALUE})
    void has_no_fewer_and_no_more(int limit) {
        assertThatThrownBy(() -> of(limit)).isInstanceOf(IllegalArgumentException.class);
    }
}
