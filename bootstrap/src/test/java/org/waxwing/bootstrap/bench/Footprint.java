package org.waxwing.bootstrap.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.waxwing.bootstrap.server.JavaProcess;

/**
 * What a JVM takes at a moment.
 *
 * @param threads of the operating system
 * @param heapMegabytes in use
 * @param residentMegabytes of memory that the whole process holds
 * @param peakResidentMegabytes the most it has held since its start
 */
record Footprint(int threads, long heapMegabytes, long residentMegabytes, long peakResidentMegabytes) {
    private static final Pattern USED = Pattern.compile("used (\\d+)K");
    private static final Pattern BEFORE_COLLECTION = Pattern.compile("(\\d+)M->\\d+M\\(");
    private static final long KILOBYTES = 1024;

    static boolean canBeTaken() {
        return Files.isReadable(Path.of("/proc/self/status"));
    }

    /** After everything that nobody needs was collected. */
    static Footprint afterCollection(long pid) throws IOException, InterruptedException {
        jcmd(pid, "GC.run");
        jcmd(pid, "GC.run");
        return now(pid);
    }

    static Footprint now(long pid) throws IOException, InterruptedException {
        var heap = USED.matcher(jcmd(pid, "GC.heap_info"));
        long used = heap.find() ? Long.parseLong(heap.group(1)) / KILOBYTES : 0;
        var status = Files.readString(Path.of("/proc/" + pid + "/status"));
        return new Footprint(
                (int) value(status, "Threads"),
                used,
                value(status, "VmRSS") / KILOBYTES,
                value(status, "VmHWM") / KILOBYTES);
    }

    /** The largest heap before a collection, in megabytes, from a log written by {@code -Xlog:gc}. */
    static long peakHeap(Path log) throws IOException {
        long peak = 0;
        var collections = BEFORE_COLLECTION.matcher(Files.readString(log));
        while (collections.find()) peak = Math.max(peak, Long.parseLong(collections.group(1)));
        return peak;
    }

    /** Asks a running JVM something; returns its answer. */
    static String jcmd(long pid, String... question) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                JavaProcess.home().resolve("bin").resolve("jcmd").toString(), Long.toString(pid)));
        command.addAll(List.of(question));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) throw new IOException("jcmd " + String.join(" ", question) + ": " + answer);
        return answer;
    }

    private static long value(String status, String name) throws IOException {
        var line = status.lines().filter(it -> it.startsWith(name + ":")).findFirst();
        if (line.isEmpty()) throw new IOException("The system does not tell " + name);
        return Long.parseLong(line.get().replaceAll("\\D", ""));
    }
}
