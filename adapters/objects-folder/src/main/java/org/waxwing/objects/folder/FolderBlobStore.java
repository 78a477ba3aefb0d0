package org.waxwing.objects.folder;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.channels.Channels;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.mailbox.BlobId;
import org.waxwing.domain.mailbox.BlobStore;
import org.waxwing.domain.mailbox.MissingBlobException;
import org.waxwing.domain.mailbox.RawMessage;

/**
 * Keeps bytes as files named by their SHA-256 in a folder of the account, so that removing an account removes a folder,
 * and no account can learn from another what it holds. Written under another name and moved when complete. Thread-safe,
 * also between processes.
 */
public class FolderBlobStore implements BlobStore {
    private static final String INCOMING = "incoming";
    // a disk that is not mounted is an empty folder, in which nothing would seem to be missing for good
    private static final String HERE = "here";
    private static final int IN_MEMORY = 256 << 10;

    private final Path root;
    private final LongSupplier keptFree;
    // other processes have other names; the counter tells our own drafts apart
    private final String drafts = UUID.randomUUID() + "-";
    private final AtomicLong draft = new AtomicLong();

    /**
     * A store in {@code root}, which is made when it is not there.
     *
     * @param keptFree bytes of the disk that are left to others: nothing is stored when less than that is free
     * @throws IOException it cannot be made
     */
    public FolderBlobStore(Path root, LongSupplier keptFree) throws IOException {
        this.root = Files.createDirectories(root);
        var here = root.resolve(HERE);
        if (!Files.exists(here)) Files.write(here, new byte[0]);
        this.keptFree = keptFree;
    }

    @Override
    public Stored store(AccountId account, InputStream bytes) throws IOException {
        if (root.toFile().getUsableSpace() < keptFree.getAsLong())
            throw new IOException("There is no room left in the object store");
        var start = bytes.readNBytes(IN_MEMORY);
        return start.length < IN_MEMORY ? small(account, start) : large(account, start, bytes);
    }

    /** What is there already is not written again: most files come more than once. */
    private Stored small(AccountId account, byte[] bytes) throws IOException {
        var id = new BlobId(HexFormat.of().formatHex(sha256().digest(bytes)));
        var file = file(account, id);
        if (!Files.exists(file)) {
            var written = write(account, new ByteArrayInputStream(bytes), sha256());
            keep(written, file);
        }
        return new Stored(id, bytes.length);
    }

    private Stored large(AccountId account, byte[] start, InputStream rest) throws IOException {
        var digest = sha256();
        var written = write(account, new SequenceInputStream(new ByteArrayInputStream(start), rest), digest);
        long size = Files.size(written);
        var id = new BlobId(HexFormat.of().formatHex(digest.digest()));
        keep(written, file(account, id));
        return new Stored(id, size);
    }

    private Path write(AccountId account, InputStream bytes, MessageDigest digest) throws IOException {
        var incoming = folder(account).resolve(INCOMING);
        var file = incoming.resolve(drafts + draft.incrementAndGet());
        boolean complete = false;
        try (var out = created(incoming, file)) {
            new DigestInputStream(bytes, digest).transferTo(out);
            complete = true;
        } finally {
            if (!complete) Files.deleteIfExists(file);
        }
        return file;
    }

    private static OutputStream created(Path folder, Path file) throws IOException {
        try {
            return Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (NoSuchFileException e) {
            Files.createDirectories(folder);
            return Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        }
    }

    @Override
    public InputStream open(AccountId account, BlobId id, long offset) throws IOException {
        try {
            var channel = Files.newByteChannel(file(account, id), StandardOpenOption.READ);
            channel.position(offset);
            return Channels.newInputStream(channel);
        } catch (NoSuchFileException e) {
            throw missing(id, e);
        }
    }

    @Override
    public RawMessage message(AccountId account, BlobId id) throws IOException {
        var file = file(account, id);
        long size;
        try {
            size = Files.size(file);
        } catch (NoSuchFileException e) {
            throw missing(id, e);
        }
        return new RawMessage() {
            @Override
            public InputStream open() throws IOException {
                try {
                    return Files.newInputStream(file);
                } catch (NoSuchFileException e) {
                    throw missing(id, e);
                }
            }

            @Override
            public long size() {
                return size;
            }
        };
    }

    private IOException missing(BlobId id, NoSuchFileException cause) {
        return Files.exists(root.resolve(HERE))
                ? new MissingBlobException(id)
                : new IOException("The object store is not where it was", cause);
    }

    @Override
    public void forget(AccountId account) throws IOException {
        try {
            Files.walkFileTree(folder(account), new Removal());
        } catch (NoSuchFileException e) {
            // nothing was ever stored, or it is forgotten already
            return;
        }
    }

    private static void keep(Path written, Path file) throws IOException {
        try {
            if (!Files.exists(file)) move(written, file);
        } catch (AtomicMoveNotSupportedException e) {
            throw new IOException("The object store must be on one file system", e);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    private static void move(Path written, Path file) throws IOException {
        try {
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            var folder = file.getParent();
            if (folder == null) throw e;
            Files.createDirectories(folder);
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private Path folder(AccountId account) {
        return root.resolve(account.toString());
    }

    // a folder with a hundred thousand files is slow to list and to back up
    private Path file(AccountId account, BlobId id) {
        return folder(account).resolve(id.sha256().substring(0, 2)).resolve(id.sha256());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static final class Removal extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException problem) throws IOException {
            if (problem != null) throw problem;
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
