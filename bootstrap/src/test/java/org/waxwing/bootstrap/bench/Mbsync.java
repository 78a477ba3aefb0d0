package org.waxwing.bootstrap.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The peer: mbsync (Debian's isync), which copies a mailbox into files and nothing more. */
final class Mbsync {
    private final Path configuration;
    private final Path log;

    private Mbsync(Path configuration, Path log) {
        this.configuration = configuration;
        this.log = log;
    }

    static boolean isInstalled() {
        return Files.isExecutable(Path.of("/usr/bin/mbsync"));
    }

    /** A copy of all folders of that user that does not exist yet. */
    static Mbsync of(Path folder, int port, String user) throws IOException {
        var copy = Files.createDirectories(folder.resolve("copy"));
        var configuration = Files.writeString(folder.resolve("mbsyncrc"), """
                FSync no

                IMAPAccount bench
                Host 127.0.0.1
                Port %d
                User %s
                Pass %s
                SSLType None
                AuthMechs LOGIN

                IMAPStore there
                Account bench

                MaildirStore here
                Path %s/
                Inbox %s/INBOX
                SubFolders Verbatim

                Channel bench
                Far :there:
                Near :here:
                Patterns *
                Create Near
                SyncState *
                Sync Pull
                """.formatted(port, user, MailServer.PASSWORD, copy, copy));
        return new Mbsync(configuration, folder.resolve("mbsync.log"));
    }

    /** Brings the copy up to date; returns the seconds from the program's start to its end. */
    double pull() throws IOException, InterruptedException {
        var watch = new Stopwatch();
        var process = new ProcessBuilder("/usr/bin/mbsync", "-q", "-c", configuration.toString(), "bench")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        int code = process.waitFor();
        if (code != 0) throw new IOException("mbsync failed: " + Files.readString(log));
        return watch.seconds();
    }
}
