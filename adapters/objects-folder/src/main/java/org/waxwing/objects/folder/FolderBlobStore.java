package org.waxwing.objects.folder;

import java.io.IOException;
import java.io.InputStream;
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
import org.jspecify.annotations.Nullable;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.mailbox.BlobId;
import org.waxwing.domain.mailbox.BlobStore;
import org.waxwing.domain.mailbox.RawMessage;

/**
 * Keeps bytes as files named by their SHA-256 in a folder of the account, so that removing an account removes a folder,
 * and no account can learn from another what it holds. Written under another name and moved when complete. Thread-safe,
 * also between processes.
 */
public class FolderBlobStore implements BlobStore {
    private static final String INCOMING = "incoming";

    private final Path root;

    /**
     * A store in {@code root}, which is made when it is not there.
     *
     * @throws IOException it cannot be made
     */
    public FolderBlobStore(Path root) throws IOException {
        this.root = Files.createDirectories(root);
    }

    @Override
    public Stored store(AccountId account, InputStream bytes) throws IOException {
        var incoming = Files.createDirectories(folder(account).resolve(INCOMING));
        var draft = Files.createTempFile(incoming, "", "");
        try {
            var digest = sha256();
            long size;
            try (var out = Files.newOutputStream(draft)) {
                size = new DigestInputStream(bytes, digest).transferTo(out);
            }
            var id = new BlobId(HexFormat.of().formatHex(digest.digest()));
            keep(draft, file(account, id));
            return new Stored(id, size);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    @Override
    public InputStream open(AccountId account, BlobId id, long offset) throws IOException {
        var channel = Files.newByteChannel(file(account, id), StandardOpenOption.READ);
        channel.position(offset);
        return Channels.newInputStream(channel);
    }

    @Override
    public RawMessage message(AccountId account, BlobId id) throws IOException {
        var file = file(account, id);
        var size = Files.size(file);
        return new RawMessage() {
            @Override
            public InputStream open() throws IOException {
                return Files.newInputStream(file);
            }

            @Override
            public long size() {
                return size;
            }
        };
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

    private static void keep(Path draft, Path file) throws IOException {
        if (Files.exists(file)) return;
        var folder = file.getParent();
        if (folder != null) Files.createDirectories(folder);
        try {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw new IOException("The object store must be on one file system", e);
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
