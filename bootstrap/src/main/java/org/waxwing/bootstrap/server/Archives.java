package org.waxwing.bootstrap.server;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** Unpacks archives as streams, keeping what has to be executable executable. */
public final class Archives {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int OWNER_EXECUTE = 0100;

    private Archives() {}

    /** Unpacks a zip without its top folder; {@code wanted} sees names relative to that folder. */
    public static void unzip(Path zip, Path into, Predicate<String> wanted) throws IOException {
        try (var in = new ZipInputStream(new BufferedInputStream(Files.newInputStream(zip), BUFFER_BYTES))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                String name = withoutTopFolder(entry.getName());
                if (name.isEmpty() || !wanted.test(name)) continue;
                Path target = within(into, name);
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    write(in, target, name.endsWith(".sh"));
                }
            }
        }
    }

    /** Unpacks a gzipped tar without its top folder. */
    public static void untarGz(Path archive, Path into) throws IOException {
        try (var in = new GzipCompressorInputStream(
                new BufferedInputStream(Files.newInputStream(archive), BUFFER_BYTES))) {
            untar(in, into, true);
        }
    }

    /** Unpacks an xz-compressed tar as it is; closes the stream. */
    public static void untarXz(InputStream archive, Path into) throws IOException {
        try (var in = new XZCompressorInputStream(new BufferedInputStream(archive, BUFFER_BYTES))) {
            untar(in, into, false);
        }
    }

    private static void untar(InputStream stream, Path into, boolean dropTopFolder) throws IOException {
        var in = new TarArchiveInputStream(stream);
        for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
            String name = dropTopFolder ? withoutTopFolder(entry.getName()) : entry.getName();
            if (name.isEmpty()) continue;
            Path target = within(into, name);
            if (entry.isDirectory()) {
                Files.createDirectories(target);
            } else if (entry.isSymbolicLink()) {
                Path link = Path.of(entry.getLinkName());
                within(into, folderOf(target).resolve(link).toString());
                Files.createDirectories(folderOf(target));
                Files.deleteIfExists(target);
                Files.createSymbolicLink(target, link);
            } else {
                write(in, target, (entry.getMode() & OWNER_EXECUTE) != 0);
            }
        }
    }

    private static void write(InputStream in, Path target, boolean executable) throws IOException {
        Files.createDirectories(folderOf(target));
        Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
        if (executable && !target.toFile().setExecutable(true, false)) {
            throw new IOException("Could not make " + target + " executable");
        }
    }

    private static Path folderOf(Path file) {
        return Objects.requireNonNull(file.getParent());
    }

    private static String withoutTopFolder(String name) {
        return name.substring(name.indexOf('/') + 1);
    }

    private static Path within(Path folder, String name) throws IOException {
        Path target = folder.resolve(name).normalize();
        if (!target.startsWith(folder.normalize())) throw new IOException("Entry outside of its archive: " + name);
        return target;
    }
}
