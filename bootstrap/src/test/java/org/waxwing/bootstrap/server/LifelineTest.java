package org.waxwing.bootstrap.server;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LifelineTest {
    /** Tells that it runs by a line in its log, then waits for ever. */
    private static final String OBEDIENT = "echo up; exec sleep 300";

    private static final String STUBBORN = "trap '' TERM; echo up; while :; do sleep 1; done";

    @TempDir
    Path folder;

    @Test
    void stops_the_child_when_it_is_closed() throws Exception {
        Lifeline line = started(OBEDIENT, 5);
        ProcessHandle child = line.process().orElseThrow();

        line.close();

        assertThat(child.isAlive()).isFalse();
        assertThat(line.isAlive()).isFalse();
    }

    @Test
    void kills_a_child_that_does_not_stop_within_its_grace() throws Exception {
        Lifeline line = started(STUBBORN, 1);
        ProcessHandle child = line.process().orElseThrow();

        line.close();

        assertThat(child.isAlive()).isFalse();
    }

    @Test
    void kills_the_child_at_once_when_asked_to() throws Exception {
        Lifeline line = started(STUBBORN, 300);
        ProcessHandle child = line.process().orElseThrow();

        line.killHard();

        assertThat(child.isAlive()).isFalse();
        assertThat(line.isAlive()).isFalse();
    }

    @Test
    void stops_the_child_when_its_starter_is_killed() throws Exception {
        var starter = new ProcessBuilder(
                JavaProcess.executable().toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Starter.class.getName(),
                folder.toString())
                .start();
        try (BufferedReader output = new BufferedReader(
                new InputStreamReader(starter.getInputStream(), StandardCharsets.UTF_8))) {
            ProcessHandle child = ProcessHandle.of(Long.parseLong(output.readLine())).orElseThrow();

            starter.destroyForcibly();

            assertThat(child.onExit().get(20, SECONDS).isAlive()).isFalse();
        }
    }

    @Test
    void says_when_the_child_is_gone() throws Exception {
        Lifeline line = started(OBEDIENT, 5);
        var gone = new CountDownLatch(1);
        line.whenGone(gone::countDown);

        line.process().orElseThrow().destroyForcibly();

        assertThat(gone.await(10, SECONDS)).isTrue();
    }

    @Test
    void refuses_a_run_that_fails_with_the_end_of_its_log() {
        var child = child("echo it broke; exit 3", 1);

        assertThatThrownBy(() -> Lifeline.run(child, Duration.ofSeconds(10)))
                .isInstanceOf(IOException.class)
                .hasMessage("the child failed:\nit broke");
    }

    @Test
    void hands_the_environment_on() throws Exception {
        var child = new Lifeline.Child(
                "the child",
                List.of("sh", "-c", "echo \"$WAXWING_NODE_ID\""),
                Map.of("WAXWING_NODE_ID", "node 7"),
                folder.resolve("child.log"),
                "TERM",
                Duration.ofSeconds(1));

        Lifeline.run(child, Duration.ofSeconds(10));

        assertThat(child.log()).hasContent("node 7");
    }

    private Lifeline started(String script, int graceSeconds) throws Exception {
        Lifeline line = Lifeline.start(child(script, graceSeconds));
        awaitUp(line);
        return line;
    }

    private static void awaitUp(Lifeline line) throws IOException {
        while (line.isAlive() && !Files.readString(line.log()).contains("up")) {
            Thread.onSpinWait();
        }
    }

    private Lifeline.Child child(String script, int graceSeconds) {
        return childIn(folder, script, graceSeconds);
    }

    private static Lifeline.Child childIn(Path folder, String script, int graceSeconds) {
        return new Lifeline.Child(
                "the child",
                List.of("sh", "-c", script),
                Map.of(),
                folder.resolve("child.log"),
                "TERM",
                Duration.ofSeconds(graceSeconds));
    }

    /** Another JVM that starts a child, names its process id and waits to be killed. */
    static final class Starter {
        private Starter() {}

        public static void main(String[] arguments) throws Exception {
            Lifeline line = Lifeline.start(childIn(Path.of(arguments[0]), OBEDIENT, 5));
            awaitUp(line);
            System.out.println(line.process().orElseThrow().pid());
            System.in.read();
        }
    }
}
