package org.waxwing.bootstrap.demo.world;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** All the mail of the demo, made once for a seed and a moment: the same two give the same octets. */
public final class DemoWorld {
    private final Instant now;
    private final Fingerprint chance;
    private final List<Written> written;

    private DemoWorld(Instant now, Fingerprint chance, List<Written> written) {
        this.now = now;
        this.chance = chance;
        this.written = written;
    }

    /** The world in which the newest message is minutes old at {@code now}. Pictures on the web are nowhere. */
    public static DemoWorld of(long seed, Instant now) {
        return of(seed, now, "");
    }

    /**
     * The same world with pictures.
     *
     * @param pictures where the pictures of newsletters are, without a slash at its end; empty for nowhere
     */
    public static DemoWorld of(long seed, Instant now, String pictures) {
        var chance = new Fingerprint(seed);
        var timeline = new Timeline(now);
        var cast = new Cast(lines("people.txt"));
        var letters = new ArrayList<Letter>();
        for (var line : lines("index.txt")) {
            if (line.isBlank() || line.startsWith("#")) continue;
            letters.addAll(Script.letters(name(line), lines(line), cast, timeline));
        }
        letters.addAll(Script.letters("builds", new BuildNotices(chance).script(), cast, timeline));
        letters.addAll(Script.letters("orders", new ShopOrders(chance).script(), cast, timeline));
        letters.addAll(Script.letters("codes", new SignInCodes(chance).script(), cast, timeline));

        var writer = new LetterWriter(chance, timeline, pictures);
        var written = letters.stream()
                .flatMap(letter -> singly(letter).stream())
                .sorted(Comparator.comparing(Letter::date))
                .map(writer::write)
                .toList();
        return new DemoWorld(now, chance, written);
    }

    /** What a machine sends to several people, each of them gets alone. */
    private static List<Letter> singly(Letter letter) {
        if (letter.first("T").isEmpty() || letter.to().size() < 2) return List.of(letter);
        return letter.to().stream().map(letter::addressedOnlyTo).toList();
    }

    /** The messages of one mailbox, oldest first. */
    public List<DemoMessage> messages(DemoOwner owner) {
        return new MailboxView(owner, now, chance, written).messages();
    }

    private static String name(String file) {
        return file.substring(file.lastIndexOf('/') + 1, file.lastIndexOf('.'));
    }

    static List<String> lines(String resource) {
        try (var in = DemoWorld.class.getResourceAsStream("/demo/" + resource)) {
            if (in == null) throw new IllegalStateException("The demo resource " + resource + " is missing");
            return new String(in.readAllBytes(), UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The demo resource " + resource + " cannot be read", e);
        }
    }
}
