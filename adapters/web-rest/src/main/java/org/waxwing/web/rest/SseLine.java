package org.waxwing.web.rest;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A listener over server-sent events. */
final class SseLine implements LiveLine {
    private static final long COME_BACK_MILLIS = 1_000;
    private static final long PATIENCE_SECONDS = 30;

    private final SseEventSink sink;
    private final Sse sse;

    SseLine(SseEventSink sink, Sse sse) {
        this.sink = sink;
        this.sse = sse;
    }

    @Override
    public void open(String position) throws IOException {
        var event = sse.newEventBuilder()
                .name("ready")
                .reconnectDelay(COME_BACK_MILLIS)
                .mediaType(MediaType.TEXT_PLAIN_TYPE)
                .data(String.class, "{}");
        write((position.isEmpty() ? event : event.id(position)).build());
    }

    @Override
    public void send(LiveFrame frame) throws IOException {
        write(sse.newEventBuilder()
                .id(frame.id())
                .name(frame.name())
                .mediaType(MediaType.TEXT_PLAIN_TYPE)
                .data(String.class, frame.data())
                .build());
    }

    @Override
    public void beat() throws IOException {
        write(sse.newEventBuilder().comment("beat").build());
    }

    @Override
    public void close() {
        sink.close();
    }

    private void write(OutboundSseEvent event) throws IOException {
        if (sink.isClosed()) throw new IOException("The listener has gone");
        try {
            sink.send(event).toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException | IllegalStateException e) {
            throw new IOException("The listener has gone", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }
}
