package org.waxwing.web.faces.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SafeHtmlComponentTest {
    @Test
    void writes_what_stands_in_the_body_and_nothing_around_it() {
        assertThat(SafeHtmlComponent.body(
                "<!DOCTYPE html><html><head><style>p{}</style></head><body class=\"x\"><p>Hi &lt;/body&gt;</p></body></html>"))
                .isEqualTo("<p>Hi &lt;/body&gt;</p>");
    }

    @Test
    void writes_nothing_of_what_is_no_document() {
        assertThat(SafeHtmlComponent.body("<p>Hi</p>")).isEmpty();
        assertThat(SafeHtmlComponent.body("")).isEmpty();
    }
}
