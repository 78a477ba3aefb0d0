package org.waxwing.preview.pdfbox;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.waxwing.domain.mailbox.RawMessage;
import org.waxwing.domain.preview.Drawing;
import org.waxwing.domain.preview.Picture;
import org.waxwing.preview.pdfbox.worker.Worker;

/** A JVM that draws: little memory, nothing in its environment, and no second chance. Used by one thread at a time. */
final class OtherProcess implements AutoCloseable {
    private static final int LARGEST_ANSWER = 64 << 20;
    private static final int MOST_PAGES = 1_000_000;

    private final Process process;
    private final DataOutputStream orders;
    private final DataInputStream answers;

    private OtherProcess(Process process) {
        this.process = process;
        this.orders = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        this.answers = new DataInputStream(new BufferedInputStream(process.getInputStream()));
    }

    static OtherProcess start(Installation program) throws IOException {
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx320m",
                "-Xss2m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + program.folder(),
                "-Duser.home=" + program.folder(),
                "-cp",
                program.classPath(),
                Worker.class.getName());
        var builder = new ProcessBuilder(command)
                .directory(program.folder().toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        // what the server was told to keep to itself is nobody else's business
        builder.environment().clear();
        return new OtherProcess(builder.start());
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /**
     * The drawing, or nothing. After an exception, or when it took longer, this process is at its end.
     *
     * @throws IOException it ended while it worked
     */
    Optional<Picture> paint(Drawing drawing, RawMessage file, Duration atMost) throws IOException {
        var done = new AtomicBoolean();
        Executor later = CompletableFuture.delayedExecutor(atMost.toMillis(), TimeUnit.MILLISECONDS);
        later.execute(() -> {
            if (!done.get()) process.destroyForcibly();
        });
        try {
            order(drawing, file);
            return answer();
        } finally {
            done.set(true);
        }
    }

    private void order(Drawing drawing, RawMessage file) throws IOException {
        orders.write(switch (drawing.kind()) {
            case IMAGE -> Worker.IMAGE;
            case PDF -> Worker.PDF;
        });
        orders.writeInt(drawing.page());
        orders.writeInt(drawing.edge());
        orders.writeInt((int) file.size());
        try (var in = file.open()) {
            if (in.transferTo(orders) != file.size()) throw new IOException("The file is not as long as it should be");
        }
        orders.flush();
    }

    private Optional<Picture> answer() throws IOException {
        int pages = answers.readInt();
        int length = answers.readInt();
        // it may not be itself any more
        if (pages < 0 || pages > MOST_PAGES || length < 0 || length > LARGEST_ANSWER)
            throw new IOException("No answer that makes sense");
        var png = answers.readNBytes(length);
        if (png.length != length) throw new IOException("Half an answer");
        return pages == 0 || length == 0 ? Optional.empty() : Optional.of(new Picture(png, pages));
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
