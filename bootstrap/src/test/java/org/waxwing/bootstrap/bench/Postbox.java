package org.waxwing.bootstrap.bench;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waxwing.bootstrap.bench.corpus.Corpus;
import org.waxwing.bootstrap.bench.corpus.Letter;

/**
 * The mailbox that is synchronised, by us and by the peer.
 *
 * @param peer none where mbsync is not installed
 */
record Postbox(String user, Maildir maildir, int messages, @Nullable Mbsync peer) {
    private static final long SEED = 1;

    /** Fills a mailbox and lets the mail server get to know it. */
    static Postbox filled(Scene scene, Wanted wanted) throws IOException, InterruptedException {
        var user = "post";
        var maildir = scene.mail().mailbox(user);
        var given = wanted.maildir();
        int messages = wanted.messages();
        if (given != null) messages = maildir.copy(given);
        else new Corpus(SEED).realistic(messages, maildir::keep);
        scene.mail().own();
        // so that neither of us pays for its first look
        try (var line = ImapLine.signedIn(scene.mail().imapPort(), user)) {
            line.select("INBOX");
        }
        var peer = Mbsync.isInstalled()
                ? Mbsync.of(scene.clientFolder("mbsync"), scene.mail().imapPort(), user)
                : null;
        return new Postbox(user, maildir, messages, peer);
    }

    /** Messages of this moment with that word in their subjects, oldest first. */
    static List<Letter> fresh(int count, String word, long seed) {
        var out = new ArrayList<Letter>();
        new Corpus(seed).small(count, word, Instant.now().truncatedTo(ChronoUnit.SECONDS), out::add);
        return out;
    }
}
