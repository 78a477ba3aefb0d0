package org.waxwing.bootstrap.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Everything a local run keeps, held by one run at a time; the system lets go of it however the run ends. */
public final class DataFolder implements AutoCloseable {
    private final Path path;
    private final FileChannel lock;

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Takes the folder for this run, and makes it if need be.
     *
     * @throws LocalRunException another run has it
     */
    public static DataFolder open(Path folder) throws IOException {
        Path path = Files.createDirectories(folder.toAbsolutePath().normalize()).toRealPath();
        FileChannel channel = FileChannel.open(
                path.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (lock(channel) == null) {
            channel.close();
            throw new LocalRunException("Another run is using the data folder " + path
                    + "; stop it, or set WAXWING_DATA to another folder and the ports to others.");
        }
        return new DataFolder(path, channel);
    }

    public Path path() {
        return path;
    }

    Path logs() {
        return path.resolve("logs");
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException inThisJvm) {
            return null;
        }
    }
}
