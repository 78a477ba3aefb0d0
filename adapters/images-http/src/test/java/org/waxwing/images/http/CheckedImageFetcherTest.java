package org.waxwing.images.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waxwing.domain.images.ImageFetcher.Result;

class CheckedImageFetcherTest {
    private final PictureServer server = new PictureServer();
    private final AtomicInteger looked = new AtomicInteger();

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private CheckedImageFetcher fetcher(boolean allowPrivateHosts) {
        var limits = new CheckedImageFetcher.Limits(1_000, Duration.ofSeconds(2), allowPrivateHosts);
        return new CheckedImageFetcher(limits, host -> {
            looked.incrementAndGet();
            return List.of(InetAddress.getAllByName(host.endsWith(".test") ? "127.0.0.1" : host));
        });
    }

    private Result fetch(String path) {
        return fetcher(true).fetch(server.at("127.0.0.1", path));
    }

    @Test
    void fetches_a_picture_and_says_what_it_really_is() throws IOException {
        server.with("/a?b=c", "200 OK\nContent-Type: image/jpeg\nContent-Length: " + PictureServer.PNG.length,
                PictureServer.PNG);

        assertThat(fetch("/a?b=c")).isInstanceOfSatisfying(Result.Fetched.class, it -> {
            assertThat(it.mediaType()).isEqualTo("image/png");
            assertThat(it.size()).isEqualTo(PictureServer.PNG.length);
            try (var in = it.bytes().open()) {
                assertThat(in.readAllBytes()).isEqualTo(PictureServer.PNG);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
    }

    @Test
    void tells_nothing_about_who_reads() {
        server.with("/a", "200 OK\nSet-Cookie: who=ada", PictureServer.PNG);

        fetch("/a");
        fetch("/a");

        assertThat(server.requests()).hasSize(2);
        assertThat(server.requests().getFirst()).isEqualTo(server.requests().getLast());
        assertThat(server.requests().getFirst().toLowerCase(Locale.ROOT))
                .doesNotContain("cookie", "referer", "accept-language", "waxwing", "forwarded", "authorization");
    }

    @Test
    void reads_chunks_and_what_ends_with_the_connection() {
        server.with("/chunks", "200 OK\nTransfer-Encoding: chunked",
                "4;x=y\r\nGIF8\r\n8\r\n9a123456\r\n0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
        server.with("/open", "200 OK", PictureServer.PNG);

        assertThat(fetch("/chunks")).isInstanceOf(Result.Fetched.class);
        assertThat(fetch("/open")).isInstanceOf(Result.Fetched.class);
    }

    @Test
    void shows_nothing_but_pictures_made_of_dots() {
        server.with("/svg", "200 OK\nContent-Type: image/png", "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(
                StandardCharsets.UTF_8));
        server.with("/html", "200 OK\nContent-Type: image/gif",
                "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));
        server.with("/empty", "200 OK\nContent-Length: 0", new byte[0]);
        server.with("/gone", "404 Not Found", PictureServer.PNG);
        server.with("/login", "401 Unauthorized\nWWW-Authenticate: Basic", PictureServer.PNG);

        for (var path : List.of("/svg", "/html", "/empty", "/gone", "/login"))
            assertThat(fetch(path)).as(path).isInstanceOf(Result.NotAPicture.class);
    }

    @Test
    void gives_up_on_what_is_too_large_or_cut_off() {
        server.with("/announced", "200 OK\nContent-Length: 99999999", PictureServer.PNG);
        server.with("/sent", "200 OK", new byte[2_000]);
        server.with("/chunks", "200 OK\nTransfer-Encoding: chunked", ("FFFFFF\r\n" + "x".repeat(2_000)).getBytes(
                StandardCharsets.ISO_8859_1));
        server.with("/cut", "200 OK\nContent-Length: 500", PictureServer.PNG);

        for (var path : List.of("/announced", "/sent", "/chunks", "/cut"))
            assertThat(fetch(path)).as(path).isInstanceOf(Result.NotAPicture.class);
    }

    @Test
    void gives_up_on_a_server_that_says_nothing() {
        assertThat(fetch("/silent")).isInstanceOf(Result.Unreachable.class);
    }

    @Test
    void follows_redirects_but_not_for_ever() {
        server.with("/one", "302 Found\nLocation: two", new byte[0]);
        server.with("/two", "301 Moved\nLocation: " + server.at("other.test", "/three"), new byte[0]);
        server.with("/three", "200 OK", PictureServer.PNG);
        server.with("/round", "307 Again\nLocation: /round", new byte[0]);
        server.with("/away", "302 Found\nLocation: ftp://example.org/a", new byte[0]);

        assertThat(fetch("/one")).isInstanceOf(Result.Fetched.class);
        assertThat(fetch("/round")).isInstanceOf(Result.NotAPicture.class);
        assertThat(fetch("/away")).isInstanceOf(Result.Forbidden.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "[::1]", "10.0.0.1", "172.16.3.4", "192.168.1.1",
            "169.254.169.254",
            "[fe80::1]", "[fd00::1]", "100.64.0.1", "0.0.0.0", "[::ffff:127.0.0.1]", "[::ffff:10.0.0.1]", "2130706433",
            "0x7f000001", "[64:ff9b::7f00:1]", "[2002:7f00:1::]", "224.0.0.1", "printer.test"})
    void goes_nowhere_within_our_own_network(String host) {
        var fetched = fetcher(false).fetch("http://" + host + ":80/a");

        assertThat(fetched).isIn(new Result.Forbidden(), new Result.Unreachable());
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void looks_a_name_up_once_so_that_another_answer_cannot_lead_elsewhere() {
        server.with("/a", "200 OK", PictureServer.PNG);

        assertThat(fetcher(true).fetch(server.at("rebinding.test", "/a"))).isInstanceOf(Result.Fetched.class);
        assertThat(looked).hasValue(1);
    }

    @Test
    void goes_nowhere_when_a_name_has_a_private_address_among_public_ones() {
        var limits = CheckedImageFetcher.Limits.usual(false);
        var fetcher = new CheckedImageFetcher(limits, host -> List.of(
                InetAddress.getByAddress(new byte[]{8, 8, 8, 8}), InetAddress.getLoopbackAddress()));

        assertThat(fetcher.fetch("http://both.test/a")).isInstanceOf(Result.Forbidden.class);
    }

    @Test
    void is_checked_again_after_a_redirect() {
        server.with("/in", "302 Found\nLocation: http://internal.test/secret", new byte[0]);
        var asked = new AtomicInteger();
        var limits = new CheckedImageFetcher.Limits(1_000, Duration.ofSeconds(2), true);
        var fetcher = new CheckedImageFetcher(limits, host -> {
            if (asked.incrementAndGet() > 1) throw new UnknownHostException(host);
            return List.of(InetAddress.getLoopbackAddress());
        });

        assertThat(fetcher.fetch(server.at("outside.test", "/in"))).isInstanceOf(Result.Unreachable.class);
        assertThat(asked).hasValue(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "ftp://example.org/a", "file:///etc/passwd", "javascript:alert(1)",
            "//example.org/a",
            "http://", "http:///a", "http://user:pw@example.org/a", "http://example.org:22/a", "http://example.org:0/a",
            "http://example.org:99999/a", "gopher://example.org/", "http://exa mple.org/",
            "data:image/png;base64,AAAA"})
    void asks_no_address_that_is_not_of_the_web(String address) {
        assertThat(fetcher(false).fetch(address)).isInstanceOf(Result.Forbidden.class);
        assertThat(looked).hasValue(0);
    }

    @Test
    void lets_no_address_end_a_line_of_the_request() {
        server.with("/a%0D%0AX-Evil:%20yes", "200 OK", PictureServer.PNG);

        assertThat(fetcher(true).fetch(server.at("127.0.0.1", "/a\r\nX-Evil: yes"))).isInstanceOf(Result.Fetched.class);
        assertThat(server.requests().getFirst()).doesNotContain("\r\nX-Evil");
    }

    @Test
    void sends_letters_of_all_kinds_as_browsers_do() {
        assertThat(WebAddress.of("https://bücher.example/ä b?q=\"ü\"#x", false)).map(WebAddress::toString)
                .contains("https://xn--bcher-kva.example/%C3%A4%20b?q=%22%C3%BC%22");
    }
}
