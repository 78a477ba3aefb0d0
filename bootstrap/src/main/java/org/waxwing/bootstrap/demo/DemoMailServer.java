package org.waxwing.bootstrap.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waxwing.bootstrap.demo.server.MailHost;
import org.waxwing.bootstrap.demo.world.DemoMessage;
import org.waxwing.bootstrap.demo.world.DemoOwner;
import org.waxwing.bootstrap.demo.world.DemoWorld;

/**
 * The demo mail server: IMAP and SMTP in the clear on 127.0.0.1 for alice, bob and studio, passwords like the logins.
 *
 * <p>Mail by SMTP to {@code alice@waxwing.example} and the others lands in their INBOX and is announced to those who
 * IDLE; other recipients are refused. The pictures of newsletters are served over HTTP one port above SMTP, if it is free. Mail and flags are kept in the data directory from one start to the next.
 */
public final class DemoMailServer implements AutoCloseable {
    private static final long SEED = 20_211L;

    private final MailHost host;
    private final DemoPictures pictures;

    private DemoMailServer(MailHost host, DemoPictures pictures) {
        this.host = host;
        this.pictures = pictures;
    }

    /**
     * Starts the server; at the very first start in this directory the demo world is made, with now as its present.
     *
     * @param dataDir {@code mail/} is made in it
     * @param imapPort 0 for any free port, likewise {@code smtpPort}
     * @throws IOException when a port is taken (the message says which) or the directory cannot be used
     */
    public static DemoMailServer start(Path dataDir, int imapPort, int smtpPort) throws IOException {
        return start(dataDir, imapPort, smtpPort, Clock.systemUTC());
    }

    static DemoMailServer start(Path dataDir, int imapPort, int smtpPort, Clock clock) throws IOException {
        var directory = Files.createDirectories(dataDir.resolve("mail"));
        var pictures = DemoPictures.start(smtpPort == 0 ? 0 : smtpPort + 1);
        var world = new World(birth(directory, clock), pictures.address());
        return new DemoMailServer(MailHost.start(directory, imapPort, smtpPort, world::messages), pictures);
    }

    /** Written first, so that a start cut short is completed with the same world. */
    private static Instant birth(Path directory, Clock clock) throws IOException {
        var file = directory.resolve("made-at");
        if (Files.exists(file)) return Instant.parse(Files.readString(file).strip());
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var fresh = Files.writeString(directory.resolve("made-at.new"), now + "\n");
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        return now;
    }

    /** Makes the world when the first mailbox turns out to be empty, and only then. */
    private static final class World {
        private final Instant now;
        private final String pictures;
        private @Nullable DemoWorld made;

        World(Instant now, String pictures) {
            this.now = now;
            this.pictures = pictures;
        }

        List<DemoMessage> messages(DemoOwner owner) {
            var world = made;
            if (world == null) {
                world = DemoWorld.of(SEED, now, pictures);
                made = world;
            }
            return world.messages(owner);
        }
    }

    public int imapPort() {
        return host.imapPort();
    }

    public int smtpPort() {
        return host.smtpPort();
    }

    /** Stops both servers and saves what is not saved yet. */
    @Override
    public void close() {
        host.close();
        pictures.close();
    }
}
