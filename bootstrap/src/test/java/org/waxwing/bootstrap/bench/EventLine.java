package org.waxwing.bootstrap.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Listens to the server's events as a browser does. */
final class EventLine implements AutoCloseable {
    private final InputStream stream;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

    /**
     * An event.
     *
     * @param at {@link System#nanoTime} of its arrival
     */
    record Event(String name, String data, long at) {}

    EventLine(Api api) throws IOException, InterruptedException {
        stream = api.events();
        Thread.ofVirtual().start(this::listen);
    }

    /** What came, in the order in which it came. */
    BlockingQueue<Event> events() {
        return events;
    }

    private void listen() {
        var name = "";
        try (var in = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("event:")) name = line.substring(6).strip();
                if (line.startsWith("data:")) events.add(new Event(name, line.substring(5).strip(), System.nanoTime()));
            }
        } catch (IOException closed) {
            // the end of listening
        }
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
