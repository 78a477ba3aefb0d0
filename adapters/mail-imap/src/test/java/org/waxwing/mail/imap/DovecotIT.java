package org.waxwing.mail.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jspecify.annotations.Nullable;
import org.waxwing.domain.account.ConnectionSecurity;
import org.waxwing.domain.account.ServerEndpoint;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.MailboxRole;
import org.waxwing.domain.sync.ConnectionProblem;
import org.waxwing.domain.sync.MailProvider;
import org.waxwing.domain.sync.MailProviderException;
import org.waxwing.domain.sync.MailboxNews;
import org.waxwing.domain.sync.RemoteChange;
import org.waxwing.domain.sync.SyncPoint;
import org.waxwing.domain.sync.Uid;

/** The server most people's mail lies on: SPECIAL-USE, PLAIN, STARTTLS and TLS. Skipped where it is not installed. */
class DovecotIT implements RealServerSpecs {
    private static final AtomicInteger USERS = new AtomicInteger();
    private static @Nullable PrivateDovecot server;
    private String user = "";

    @BeforeAll
    static void start(@TempDir Path home) throws Exception {
        if (!PrivateDovecot.isInstalled())
            System.err.println("DovecotIT is skipped: there is no /usr/sbin/dovecot (Debian: dovecot-imapd)");
        Assumptions.assumeTrue(PrivateDovecot.isInstalled(), "Dovecot is not installed");
        server = PrivateDovecot.start(home, Certificate.forName("localhost", home));
    }

    @AfterAll
    static void stop() {
        if (server != null) server.close();
    }

    @BeforeEach
    void somebodyNew() {
        user = "user" + USERS.incrementAndGet();
    }

    private static PrivateDovecot server() {
        if (server == null) throw new IllegalStateException("Dovecot has not been started");
        return server;
    }

    @Override
    public ServerEndpoint endpoint() {
        return new ServerEndpoint("localhost", server().tlsPort(), ConnectionSecurity.TLS);
    }

    @Override
    public String username() {
        return user;
    }

    @Override
    public String password() {
        return PrivateDovecot.PASSWORD;
    }

    @Test
    void takes_roles_from_the_server_before_names() throws Exception {
        other().createFolder("Sent");

        try (var session = session()) {
            assertThat(session.mailboxes())
                    .anySatisfy(it -> {
                        assertThat(it.path()).isEqualTo("Postausgang");
                        assertThat(it.role()).isEqualTo(MailboxRole.SENT);
                    })
                    .anySatisfy(it -> {
                        assertThat(it.path()).isEqualTo("Ablage");
                        assertThat(it.role()).isEqualTo(MailboxRole.ARCHIVE);
                    })
                    .anySatisfy(it -> {
                        assertThat(it.path()).isEqualTo("Sent");
                        assertThat(it.role()).isEqualTo(MailboxRole.NONE);
                    });
        }
    }

    @Test
    void tells_only_what_happened_and_takes_what_is_marked_as_deleted_for_gone() throws Exception {
        for (int i = 0; i < 4; i++) other().deliver("INBOX", RealServerSpecs.message("m" + i, "x"), NOON);
        try (var session = session(); var elsewhere = session()) {
            var before = session.whole("INBOX").point();
            var validity = before.validity();
            elsewhere.carryOut(new RemoteChange.Mark("INBOX", validity, Set.of(new Uid(1)), Keyword.SEEN, true));
            elsewhere.carryOut(new RemoteChange.Expunge("INBOX", validity, Set.of(new Uid(2))));
            other().mark("INBOX", 3, "\\Deleted", true);
            var news = session.since("INBOX", before);
            other().mark("INBOX", 3, "\\Deleted", false);

            assertThat(news).isInstanceOfSatisfying(MailboxNews.Since.class, since -> {
                assertThat(since.present()).isEqualTo(Map.of(new Uid(1), Set.of(Keyword.SEEN)));
                assertThat(since.vanished()).containsExactlyInAnyOrder(new Uid(2), new Uid(3));
            });
            assertThat(session.since("INBOX", news.point())).isInstanceOfSatisfying(
                    MailboxNews.Since.class,
                    since -> assertThat(since.present()).isEqualTo(Map.of(new Uid(3), Set.of())));
        }
    }

    @Test
    void tells_where_folders_stand_without_opening_them() throws Exception {
        other().createFolder("Filed");
        other().deliver("Filed", RealServerSpecs.message("one", "x"), NOON);
        try (var session = session()) {
            var before = pointOf(session, "Filed");
            assertThat(before.isCertainlyStill(pointOf(session, "Filed"))).isTrue();
            other().mark("Filed", 1, "\\Seen", true);

            assertThat(before.isCertainlyStill(pointOf(session, "Filed"))).isFalse();
        }
    }

    private static SyncPoint pointOf(MailProvider.Session session, String path) {
        session.mailboxes();
        return Optional.ofNullable(session.points().get(path)).orElseThrow();
    }

    @Test
    void tells_a_watcher_of_other_folders_too() throws Exception {
        other().createFolder("Filed");
        var changed = new CountDownLatch(1);
        try (var watch = provider().watch(endpoint(), signIn(), new MailProvider.WatchListener() {
            @Override
            public void changed() {
                changed.countDown();
            }

            @Override
            public void ended(MailProviderException why) {}
        })) {
            other().deliver("Filed", RealServerSpecs.message("new", "x"), NOON);

            assertThat(watch).isNotNull();
            assertThat(changed.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void upgrades_by_starttls() throws Exception {
        provider().verify(
                new ServerEndpoint("localhost", server().port(), ConnectionSecurity.STARTTLS), signIn());
    }

    @Test
    void refuses_a_certificate_that_nobody_vouches_for() {
        var strict = new ImapMailProvider(ImapSettings.usual(true, false));

        for (var endpoint : List.of(
                endpoint(), new ServerEndpoint("localhost", server().port(), ConnectionSecurity.STARTTLS)))
            assertProblem(ConnectionProblem.TLS_REFUSED, () -> strict.verify(endpoint, signIn()));
    }

    @Test
    void tells_tls_on_a_port_without_it() {
        assertProblem(ConnectionProblem.NOT_A_MAIL_SERVER, () -> provider().verify(
                new ServerEndpoint("localhost", server().port(), ConnectionSecurity.TLS), signIn()));
    }

    @Test
    void streams_a_40_megabyte_message_in_pieces() throws Exception {
        var line = "The quick brown fox jumps over the lazy dog, again and again and again....\r\n";
        var large = RealServerSpecs.message("huge", line.repeat((40 << 20) / line.length()));
        other().deliver("INBOX", large, NOON);

        try (var session = session()) {
            var snapshot = session.whole("INBOX");
            var digest = MessageDigest.getInstance("SHA-256");
            session.fetch(
                    "INBOX", snapshot.point().validity(), List.copyOf(snapshot.messages().keySet()),
                    (arrival, source) -> {
                        try (var in = new DigestInputStream(source, digest)) {
                            in.transferTo(OutputStream.nullOutputStream());
                        }
                    });

            assertThat(digest.digest()).isEqualTo(
                    MessageDigest.getInstance("SHA-256").digest(large.getBytes(StandardCharsets.ISO_8859_1)));
        }
    }

    private static void assertProblem(ConnectionProblem expected, Runnable attempt) {
        assertThatThrownBy(attempt::run).isInstanceOfSatisfying(
                MailProviderException.class, e -> assertThat(e.problem()).isEqualTo(expected));
    }
}
