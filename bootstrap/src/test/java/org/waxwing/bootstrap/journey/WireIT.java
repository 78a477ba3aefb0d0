package org.waxwing.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What travels compressed: what is nobody's always, what is somebody's only when they themselves asked for it. */
@ResourceLock(Stage.DEMO_PEOPLE)
@ExtendWith(Stage.Provider.class)
class WireIT {
    private static final Pattern SHEET = Pattern.compile("/assets/v-[0-9a-f]+/css/[a-z]+\\.css");

    private final Stage stage;

    WireIT(Stage stage) {
        this.stage = stage;
    }

    private static String encoding(HttpHeaders headers) {
        return headers.firstValue("Content-Encoding").orElse("");
    }

    @Test
    void the_files_of_the_pages_are_compressed_and_kept_for_ever() throws IOException, InterruptedException {
        var page = asset("signed-out.xhtml");
        var sheet = SHEET.matcher(page.body());
        assertThat(sheet.find()).isTrue();

        var headers = asset(sheet.group().substring(1)).headers();

        assertThat(encoding(headers)).isEqualTo("gzip");
        assertThat(headers.firstValue("Vary").orElse("")).contains("Accept-Encoding");
        assertThat(headers.firstValue("Cache-Control").orElse("")).contains("immutable");
        assertThat(encoding(asset("assets/icons.svg").headers())).isEqualTo("gzip");
    }

    private HttpResponse<String> asset(String path) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(stage.web()).resolve("/" + path))
                    .header("Accept", "text/html,*/*")
                    .header("Accept-Encoding", path.endsWith(".xhtml") ? "identity" : "gzip")
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"same-origin", "none"})
    void mail_is_compressed_for_whoever_asked_for_it(String site) {
        var answer = stage.api("bob").get("threads?limit=50", "Accept-Encoding", "gzip", "Sec-Fetch-Site", site);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(encoding(answer.headers())).isEqualTo("gzip");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "anything"})
    void mail_that_another_site_asked_for_is_not(String site) {
        var api = stage.api("bob");

        assertThat(encoding(api.get("threads?limit=50", "Accept-Encoding", "gzip", "Sec-Fetch-Site", site).headers()))
                .isEmpty();
        assertThat(encoding(api.get("threads?limit=50", "Accept-Encoding", "gzip").headers())).isEmpty();
    }
}
