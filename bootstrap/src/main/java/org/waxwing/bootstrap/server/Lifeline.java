package org.waxwing.bootstrap.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A child process that cannot outlive this one. It runs under a small shell that reads a pipe from us: when the pipe
 * ends, for whatever reason (we close it, we exit, we are killed), the shell asks the child to stop and kills it if it
 * has not after the grace period. Ctrl-C in the terminal does not reach the child: we decide in which order things stop.
 */
public final class Lifeline implements AutoCloseable {
    /**
     * $1 signal that asks to stop, $2 grace in seconds, $3 file for the child's process id, then the command. Jobs in
     * the background of a shell ignore INT by POSIX, so only the shell itself needs the trap.
     */
    private static final String SCRIPT = """
            trap '' INT QUIT HUP
            exec 3<&0
            signal=$1 grace=$2 pidfile=$3
            shift 3
            "$@" </dev/null 3<&- &
            child=$!
            echo "$child" >"$pidfile"
            (
              while read -r ignored <&3; do :; done
              kill -s "$signal" "$child"
              while [ "$grace" -gt 0 ] && kill -0 "$child"; do
                sleep 1
                grace=$((grace - 1))
              done
              kill -s KILL "$child"
            ) 2>/dev/null &
            watcher=$!
            exec 3<&-
            trap 'kill -s "$signal" "$child"' TERM
            wait "$child"
            status=$?
            while kill -0 "$child" 2>/dev/null; do
              wait "$child"
              status=$?
            done
            kill -s KILL "$watcher" 2>/dev/null
            exit "$status"
            """;

    private static final Duration AFTER_GRACE = Duration.ofSeconds(5);
    private static final Duration PID_PAUSE = Duration.ofMillis(5);

    private final Child child;
    private final Process shell;
    /** Found once and kept, so that a later process with the same number is never taken for the child. */
    private final Optional<ProcessHandle> process;

    private Lifeline(Child child, Process shell, Optional<ProcessHandle> process) {
        this.child = child;
        this.shell = shell;
        this.process = process;
    }

    /**
     * What to run.
     *
     * @param name for people
     * @param environment added to our own
     * @param log where its output goes; replaced
     * @param stopSignal asks it to stop, such as {@code TERM}
     * @param grace how long it may take to stop before it is killed, in whole seconds
     */
    public record Child(
            String name,
            List<String> command,
            Map<String, String> environment,
            Path log,
            String stopSignal,
            Duration grace) {
        public Child {
            command = List.copyOf(command);
            environment = Map.copyOf(environment);
        }
    }

    /** Starts the child; returns as soon as it runs. */
    public static Lifeline start(Child child) throws IOException, InterruptedException {
        Files.createDirectories(child.log().resolveSibling("."));
        Path pidFile = child.log().resolveSibling(child.log().getFileName() + ".pid");
        Files.deleteIfExists(pidFile);
        var command = new ArrayList<>(List.of("sh", "-c", SCRIPT, "lifeline", child.stopSignal()));
        command.add(Long.toString(child.grace().toSeconds()));
        command.add(pidFile.toString());
        command.addAll(child.command());
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(child.log().toFile());
        builder.environment().putAll(child.environment());
        Process shell = builder.start();
        try {
            return new Lifeline(child, shell, child(shell, pidFile));
        } catch (IOException | InterruptedException failure) {
            shell.getOutputStream().close();
            throw failure;
        }
    }

    private static Optional<ProcessHandle> child(Process shell, Path pidFile) throws IOException, InterruptedException {
        while (shell.isAlive()) {
            String pid = Files.exists(pidFile) ? Files.readString(pidFile).strip() : "";
            if (!pid.isEmpty()) {
                Files.delete(pidFile);
                return ProcessHandle.of(Long.parseLong(pid));
            }
            Thread.sleep(PID_PAUSE);
        }
        return Optional.empty();
    }

    /** Runs the child to its end; refuses an exit code other than zero, with the end of its log. */
    public static void run(Child child, Duration atMost) throws IOException, InterruptedException {
        try (Lifeline line = start(child)) {
            if (!line.shell.waitFor(atMost.toSeconds(), TimeUnit.SECONDS)) {
                throw new IOException(child.name() + " did not end within " + atMost.toSeconds() + " seconds");
            }
            if (line.shell.exitValue() != 0) {
                throw new IOException(child.name() + " failed:\n" + line.lastLines(15));
            }
        }
    }

    public String name() {
        return child.name();
    }

    public Path log() {
        return child.log();
    }

    public boolean isAlive() {
        return shell.isAlive();
    }

    /** Runs {@code action} once when the child is gone, whatever the reason. */
    public void whenGone(Runnable action) {
        var unused = shell.onExit().thenRun(action);
    }

    /** The child itself; empty if it was gone before anybody could look. */
    public Optional<ProcessHandle> process() {
        return process;
    }

    /** Kills the child as {@code kill -9} would, and returns when it is gone. */
    public void killHard() throws InterruptedException {
        process().ifPresent(ProcessHandle::destroyForcibly);
        if (!shell.waitFor(AFTER_GRACE.toSeconds(), TimeUnit.SECONDS)) shell.destroyForcibly();
    }

    /** The end of the log, for an error message. */
    public String lastLines(int count) {
        try {
            List<String> lines = Files.readAllLines(child.log());
            return String.join("\n", lines.subList(Math.max(0, lines.size() - count), lines.size()));
        } catch (IOException unreadable) {
            return "(no log at " + child.log() + ")";
        }
    }

    /** Asks the child to stop and returns when it is gone, at the latest a little after the grace period. */
    @Override
    public void close() {
        try {
            shell.getOutputStream().close();
            if (!shell.waitFor(child.grace().plus(AFTER_GRACE).toSeconds(), TimeUnit.SECONDS)) killHard();
        } catch (IOException alreadyClosed) {
            process().ifPresent(ProcessHandle::destroyForcibly);
        } catch (InterruptedException hurry) {
            process().ifPresent(ProcessHandle::destroyForcibly);
            Thread.currentThread().interrupt();
        }
    }
}
