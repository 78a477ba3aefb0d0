package org.waxwing.domain.links;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.waxwing.domain.links.LinkDoubt.Reason;

class LinkCheckTest {
    private static final LinkCheck CHECK = new LinkCheck(List.of("waxwing.example", "hafenamt-nordhafen.example"));

    private static Optional<Reason> reason(String words, String target) {
        return CHECK.look(words, target).map(LinkDoubt::reason);
    }

    @ParameterizedTest
    @CsvSource({
            "Read more,                     https://example.org/a",
            "https://example.org/a,         https://example.org/b?c",
            "www.example.org,               https://shop.example.org/",
            "example.org,                   http://EXAMPLE.org:8080/",
            "invoice.pdf,                   https://files.example.net/1",
            "readme.md,                     https://example.net/",
            "bob@example.org,               https://example.net/",
            "Node.js,                       https://example.net/",
            "https://example.co.uk,         https://www.example.co.uk/x",
            "Waxwing,                       https://mail.waxwing.example/",
            "x,                             mailto:bob@example.org",
            "Café,                          https://www.paypal.com/x",
    })
    void lets_ordinary_links_be(String words, String target) {
        assertThat(CHECK.look(words, target)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
            "https://www.bank.example/login,   https://bank.example.evil.example/,       OTHER_HOST",
            "www.bank.example,                 http://evil.example/www.bank.example,     OTHER_HOST",
            "bank.example.com/a,               https://evil.example/,                    OTHER_HOST",
            "Log in,                           https://waxwing.example.evil.test/,       LOOKALIKE",
            "Log in,                           https://vvaxwing.example/,                LOOKALIKE",
            "Log in,                           https://waxwlng.example/,                 LOOKALIKE",
            "Log in,                           https://waxwings.example/,                LOOKALIKE",
            "Log in,                           https://wxawing.example/,                 LOOKALIKE",
            "Log in,                           https://www.paypa1.com/,                  LOOKALIKE",
            "Log in,                           https://раураl.com/,                      LOOKALIKE",
            "Log in,                           https://www.paypal.com@evil.example/,     HIDDEN_HOST",
            "Log in,                           http://203.0.113.7/a,                     NUMBER",
            "Log in,                           http://3405803783/,                       NUMBER",
            "Log in,                           http://0xCB.0x00.0x71.0x07/,              NUMBER",
            "Log in,                           http://[2001:db8::1]/,                    NUMBER",
            "Log in,                           https://хakеr.example/,                   MIXED_LETTERS",
            "Log in,                           https://müller.example/,                  FOREIGN_LETTERS",
            "Log in,                           https://xn--mller-kva.example/,           FOREIGN_LETTERS",
    })
    void doubts_what_a_careful_reader_would(String words, String target, Reason reason) {
        assertThat(reason(words, target)).contains(reason);
    }

    @Test
    void says_what_is_shown_and_what_is_true() {
        assertThat(CHECK.look("https://www.bank.example/", "https://evil.example/x"))
                .contains(new LinkDoubt(Reason.OTHER_HOST, "www.bank.example", "evil.example"));
        assertThat(CHECK.look("x", "https://vvaxwing.example/"))
                .contains(new LinkDoubt(Reason.LOOKALIKE, "waxwing.example", "vvaxwing.example"));
        assertThat(CHECK.look("x", "https://xn--mller-kva.example/"))
                .contains(new LinkDoubt(Reason.FOREIGN_LETTERS, "xn--mller-kva.example", "müller.example"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https:/\\evil.example/x", "HTTPS://user:pw@evil.example:99", "http:\tevil.example",
            "https:evil.example?x", "https://evil.example.#x", " https://evil.example\\x"})
    void reads_hosts_as_browsers_do(String url) {
        assertThat(HostName.ofUrl(url)).contains(new HostName("evil.example"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "https://", "mailto:x@example.org", "javascript:alert(1)", "https:///", "http://a b/"})
    void finds_no_host_where_there_is_none(String url) {
        assertThat(HostName.ofUrl(url)).isEmpty();
    }

    @Test
    void knows_what_somebody_registered() {
        assertThat(new HostName("a.b.example.org").organisation()).isEqualTo("example.org");
        assertThat(new HostName("www.example.co.uk").organisation()).isEqualTo("example.co.uk");
        assertThat(new HostName("example.de").organisation()).isEqualTo("example.de");
        assertThat(new HostName("192.0.2.1").organisation()).isEqualTo("192.0.2.1");
        assertThat(new HostName("localhost").organisation()).isEqualTo("localhost");
    }
}
