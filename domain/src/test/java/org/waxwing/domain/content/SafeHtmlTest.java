package org.waxwing.domain.content;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SafeHtmlTest {
    @Test
    void cannot_have_blocked_less_than_nothing() {
        assertThatThrownBy(() -> new SafeHtml("<!doctype html>", -1, List.of(), false))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
