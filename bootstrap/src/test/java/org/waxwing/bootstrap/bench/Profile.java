package org.waxwing.bootstrap.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** Where the server's processor time goes, by the JVM's flight recorder. */
final class Profile {
    private static final int LINES = 25;

    private final long pid;

    private Profile(long pid) {
        this.pid = pid;
    }

    static Profile begin(long pid) throws IOException, InterruptedException {
        Footprint.jcmd(pid, "JFR.start", "name=bench", "settings=profile");
        return new Profile(pid);
    }

    /** Writes the recording into a file and returns the hottest methods as text. */
    String end(Path file) throws IOException, InterruptedException {
        Files.deleteIfExists(file);
        Footprint.jcmd(pid, "JFR.stop", "name=bench", "filename=" + file.toAbsolutePath());
        var top = new HashMap<String, Integer>();
        var ours = new HashMap<String, Integer>();
        var nearest = new HashMap<String, Integer>();
        var threads = new HashMap<String, Integer>();
        int samples = 0;
        try (var recording = new RecordingFile(file)) {
            while (recording.hasMoreEvents()) {
                var event = recording.readEvent();
                if (!event.getEventType().getName().equals("jdk.ExecutionSample")) continue;
                var stack = event.getStackTrace();
                if (stack == null || stack.getFrames().isEmpty()) continue;
                samples++;
                count(top, name(stack.getFrames().getFirst()));
                var seen = new HashSet<String>();
                for (var frame : stack.getFrames()) {
                    var method = name(frame);
                    if (!method.startsWith("org.waxwing.")) continue;
                    if (seen.isEmpty()) count(nearest, method + ":" + frame.getLineNumber());
                    if (seen.add(method)) count(ours, method);
                }
                var thread = event.getThread("sampledThread");
                if (thread != null) count(threads, String.valueOf(thread.getJavaName()).replaceAll("\\d+", "#"));
            }
        }
        return "Samples: " + samples + "\n" + list("Threads", threads, samples)
                + list("Methods that ran themselves", top, samples)
                + list("Lines of Waxwing with what they called outside of it", nearest, samples)
                + list("Methods of Waxwing with all that they called", ours, samples);
    }

    private static void count(Map<String, Integer> counts, String name) {
        counts.merge(name, 1, Integer::sum);
    }

    private static String name(RecordedFrame frame) {
        return frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
    }

    private static String list(String title, Map<String, Integer> counts, int samples) {
        var out = new StringBuilder("\n" + title + "\n");
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                .limit(LINES)
                .forEach(entry -> out.append(String.format(
                        Locale.ROOT, "%6.1f %%  %s%n", 100.0 * entry.getValue() / samples, entry.getKey())));
        return out.toString();
    }
}
