package org.waxwing.preview.pdfbox;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.waxwing.domain.mailbox.RawMessage;
import org.waxwing.domain.preview.Drawing;
import org.waxwing.domain.preview.PagePainter;
import org.waxwing.domain.preview.Picture;

/**
 * Draws with PDFBox and the JDK's image readers in one other process, which begins with the first drawing, ends a while
 * after the last, and is ended at once when a file takes too long. A file that fills its memory, never ends or finds a
 * hole in a library costs a picture, not the server.
 */
public final class ProcessPainter implements PagePainter, AutoCloseable {
    private static final System.Logger LOG = System.getLogger(ProcessPainter.class.getName());
    private static final long LARGEST_FILE = 40L << 20;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(12);
    private static final Duration IDLE = Duration.ofSeconds(90);

    private final Duration longest;
    private final Semaphore turn = new Semaphore(1, true);
    private final AtomicLong drawn = new AtomicLong();
    private final Hopeless hopeless = new Hopeless();
    private @Nullable Installation program;
    private @Nullable OtherProcess process;

    /** A painter whose process is started when it is needed. */
    public ProcessPainter() {
        this(Duration.ofSeconds(10));
    }

    ProcessPainter(Duration longest) {
        this.longest = longest;
    }

    @Override
    public Optional<Picture> paint(Drawing drawing, RawMessage file) {
        if (file.size() > LARGEST_FILE || file.size() < 1 || hopeless.has(drawing)) return Optional.empty();
        try {
            if (!turn.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            var painted = running().paint(drawing, file, longest);
            if (painted.isEmpty()) hopeless.add(drawing);
            return painted;
        } catch (IOException e) {
            hopeless.add(drawing);
            LOG.log(System.Logger.Level.INFO, "No picture of {0}: {1}", drawing.content().sha256(),
                    e.getClass().getSimpleName());
            end();
            return Optional.empty();
        } finally {
            turn.release();
            endWhenIdle(drawn.incrementAndGet());
        }
    }

    private OtherProcess running() throws IOException {
        var known = process;
        if (known != null && known.isAlive()) return known;
        end();
        var installed = program;
        if (installed == null) program = installed = Installation.make();
        var started = OtherProcess.start(installed);
        process = started;
        return started;
    }

    private void endWhenIdle(long after) {
        CompletableFuture.delayedExecutor(IDLE.toMillis(), TimeUnit.MILLISECONDS).execute(() -> {
            if (drawn.get() != after || !turn.tryAcquire()) return;
            try {
                end();
            } finally {
                turn.release();
            }
        });
    }

    private void end() {
        var known = process;
        process = null;
        if (known != null) known.close();
    }

    @Override
    public void close() {
        turn.acquireUninterruptibly();
        try {
            end();
            var installed = program;
            program = null;
            if (installed != null) installed.remove();
        } finally {
            turn.release();
        }
    }
}
