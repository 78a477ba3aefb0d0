package org.waxwing.bootstrap.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A folder that is expensive to make and depends on nothing but its inputs. It is made under another name and renamed
 * when it is whole, so a folder with the right name is always complete, however its maker ended. Folders of the same
 * kind made from other inputs are removed: a cache has one user at a time.
 */
public final class CachedFolder {
    private static final String DRAFT = ".draft";
    private static final int KEY_LENGTH = 16;

    private CachedFolder() {}

    /** Fills an empty folder. */
    @FunctionalInterface
    public interface Maker {
        void fill(Path empty) throws IOException, InterruptedException;
    }

    /** The folder {@code <kind>-<key>} in {@code cache}, made if it is not there. */
    public static Path get(Path cache, String kind, String key, Maker maker) throws IOException, InterruptedException {
        Path folder = cache.resolve(kind + "-" + key);
        if (Files.isDirectory(folder)) return folder;
        Files.createDirectories(cache);
        Path draft = cache.resolve(folder.getFileName() + DRAFT);
        deleteOthers(cache, kind);
        Files.createDirectory(draft);
        maker.fill(draft);
        return Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * A key over the inputs: small files by their bytes, archives by name and length (their version is in their name),
     * texts as they are.
     */
    public static String key(List<Path> archives, List<Path> files, List<String> texts) throws IOException {
        MessageDigest digest = sha256();
        for (Path archive : archives) {
            update(digest, archive.getFileName() + ":" + Files.size(archive));
        }
        for (Path file : files) {
            update(digest, file.getFileName().toString());
            digest.update(Files.readAllBytes(file));
        }
        for (String text : texts) {
            update(digest, text);
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, KEY_LENGTH);
    }

    /** Deletes a folder with all it holds; links are removed, not followed. Fine if it is not there. */
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException failure) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Copies a folder with all it holds into another. */
    public static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(to.resolve(from.relativize(visited).toString()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(
                        file,
                        to.resolve(from.relativize(file).toString()),
                        StandardCopyOption.REPLACE_EXISTING,
                        StandardCopyOption.COPY_ATTRIBUTES);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static void deleteOthers(Path cache, String kind) throws IOException {
        try (var found = Files.newDirectoryStream(cache, kind + "-*")) {
            for (Path other : found) {
                delete(other);
            }
        }
    }

    private static void update(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}
