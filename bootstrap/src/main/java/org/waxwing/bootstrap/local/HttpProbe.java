package org.waxwing.bootstrap.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.waxwing.bootstrap.server.Lifeline;

/** Waits until a server answers 200, as long as its process lives. */
final class HttpProbe {
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final int LOG_LINES = 25;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    /** @param trouble says early that waiting is in vain, and why */
    void await(URI address, Lifeline server, Duration atMost, Supplier<Optional<String>> trouble)
            throws LocalRunException, InterruptedException {
        Instant deadline = Instant.now().plus(atMost);
        while (!answers(address)) {
            if (!server.isAlive()) throw failure(server, "ended before it was ready");
            Optional<String> why = trouble.get();
            if (why.isPresent()) throw failure(server, why.get());
            if (Instant.now().isAfter(deadline)) {
                throw failure(server, "was not ready within " + atMost.toSeconds() + " seconds");
            }
            Thread.sleep(PAUSE);
        }
    }

    private boolean answers(URI address) throws InterruptedException {
        var request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(10)).build();
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static LocalRunException failure(Lifeline server, String why) {
        return new LocalRunException(
                server.name() + " " + why + ". The end of " + server.log() + ":\n" + server.lastLines(LOG_LINES));
    }
}
