package org.waxwing.bootstrap.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.waxwing.bootstrap.bench.corpus.Letter;

/** A mailbox in files, as delivery agents write them: lines end with LF, the wire adds the CR. */
final class Maildir {
    private final Path path;
    private int number;

    private Maildir(Path path) {
        this.path = path;
    }

    static Maildir at(Path path) throws IOException {
        for (var part : List.of("cur", "new", "tmp")) Files.createDirectories(path.resolve(part));
        return new Maildir(path);
    }

    Path path() {
        return path;
    }

    /** Puts a message in that has been seen by a mail program. */
    void keep(Letter letter) throws IOException {
        write(path.resolve("cur"), letter, ":2," + letter.flags());
    }

    /** Hands over messages prepared by {@link #prepare}, all at once. */
    void deliver(List<Path> prepared) throws IOException {
        for (var file : prepared)
            Files.move(file, path.resolve("new").resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Writes a message where nobody looks yet. */
    Path prepare(Letter letter) throws IOException {
        return write(path.resolve("tmp"), letter, "");
    }

    /** Puts in what another one has; returns how many messages that was. */
    int copy(Path other) throws IOException {
        int count = 0;
        for (var part : List.of("cur", "new")) {
            try (var files = Files.list(other.resolve(part))) {
                for (var file : (Iterable<Path>) files::iterator) {
                    var target = path.resolve(part).resolve(file.getFileName());
                    Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
                    count++;
                }
            }
        }
        return count;
    }

    private Path write(Path folder, Letter letter, String suffix) throws IOException {
        var content = withLineFeeds(letter.source());
        var at = letter.receivedAt();
        var name = at.getEpochSecond() + ".M" + ++number + "P" + ProcessHandle.current().pid() + ".bench,S="
                + content.length + ",W=" + letter.source().length + suffix;
        var file = Files.write(folder.resolve(name), content);
        Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(at.getEpochSecond())));
        return file;
    }

    private static byte[] withLineFeeds(byte[] source) {
        var out = new ByteArrayOutputStream(source.length);
        for (int i = 0; i < source.length; i++) {
            boolean beforeLineFeed = source[i] == '\r' && i + 1 < source.length && source[i + 1] == '\n';
            if (!beforeLineFeed) out.write(source[i]);
        }
        return out.toByteArray();
    }
}
