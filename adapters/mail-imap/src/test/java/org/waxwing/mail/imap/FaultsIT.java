package org.waxwing.mail.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jspecify.annotations.Nullable;
import org.waxwing.domain.account.ConnectionSecurity;
import org.waxwing.domain.account.Secret;
import org.waxwing.domain.account.ServerEndpoint;
import org.waxwing.domain.account.SignIn;
import org.waxwing.domain.sync.ConnectionProblem;
import org.waxwing.domain.sync.MailProvider;
import org.waxwing.domain.sync.MailProviderException;
import org.waxwing.domain.sync.RemoteChange;
import org.waxwing.domain.sync.Uid;

/** A real server behind a line that breaks. Skipped where Dovecot is not installed. */
@Timeout(120)
class FaultsIT {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final AtomicInteger USERS = new AtomicInteger();
    private static final ImapMailProvider PROVIDER = new ImapMailProvider(new ImapSettings(
            true,
            true,
            Duration.ofSeconds(5),
            Duration.ofSeconds(3),
            Duration.ofMinutes(1),
            Duration.ofSeconds(1)));
    private static @Nullable PrivateDovecot server;
    private String user = "";
    private @Nullable FaultyLine line;

    @BeforeAll
    static void start(@TempDir Path home) throws Exception {
        if (!PrivateDovecot.isInstalled())
            System.err.println("FaultsIT is skipped: there is no /usr/sbin/dovecot (Debian: dovecot-imapd)");
        Assumptions.assumeTrue(PrivateDovecot.isInstalled(), "Dovecot is not installed");
        server = PrivateDovecot.start(home, Certificate.forName("localhost", home));
    }

    @AfterAll
    static void stop() {
        if (server != null) server.close();
    }

    @BeforeEach
    void somebodyNewOnANewLine() throws IOException {
        user = "faulty" + USERS.incrementAndGet();
        line = FaultyLine.to(server().port());
    }

    @AfterEach
    void hangUp() throws IOException {
        line().close();
    }

    private static PrivateDovecot server() {
        if (server == null) throw new IllegalStateException("Dovecot has not been started");
        return server;
    }

    private FaultyLine line() {
        if (line == null) throw new IllegalStateException("There is no line");
        return line;
    }

    private SignIn signIn() {
        return new SignIn.Password(user, new Secret(PrivateDovecot.PASSWORD));
    }

    private MailProvider.Session session() {
        return PROVIDER.open(line().endpoint(), signIn());
    }

    private static String source(int number, int size) {
        return RealServerSpecs.message("m" + number,
                "0123456789abcde\r\n".repeat(size / 17) + "end of " + number + "\r\n");
    }

    private void deliver(int messages, int size) throws Exception {
        var direct = new ServerEndpoint("127.0.0.1", server().port(), ConnectionSecurity.NONE);
        new OtherProgram(direct, user, PrivateDovecot.PASSWORD).deliver(
                "INBOX", IntStream.rangeClosed(1, messages).mapToObj(i -> source(i, size)).toList(), NOON);
    }

    private static void assertProblem(ConnectionProblem expected, Attempt attempt) {
        assertThatThrownBy(attempt::run).isInstanceOfSatisfying(
                MailProviderException.class, e -> assertThat(e.problem()).isEqualTo(expected));
    }

    /** Something that may fail. */
    @FunctionalInterface
    private interface Attempt {
        void run() throws Exception;
    }

    private static List<Uid> uids(int messages) {
        return IntStream.rangeClosed(1, messages).mapToObj(Uid::new).toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {2_000, 2_000_000})
    void fetches_every_message_whole_and_once_though_the_line_is_cut_within_one(int size) throws Exception {
        deliver(5, size);
        try (var session = session()) {
            var validity = session.whole("INBOX").point().validity();
            line().cutInLiteral(3, 1_000);
            var whole = new TreeMap<Long, String>();
            var twice = new ArrayList<Uid>();
            var failed = session.fetch("INBOX", validity, uids(5), (arrival, in) -> {
                var source = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
                if (whole.put(arrival.uid().value(), source) != null) twice.add(arrival.uid());
            });

            assertThat(failed).isEmpty();
            assertThat(twice).isEmpty();
            for (int i = 1; i <= 5; i++) assertThat(whole).containsEntry((long) i, source(i, size));
            assertThat(line().connections()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2_000, 2_000_000})
    void says_that_the_connection_is_lost_when_the_server_does_not_come_back(int size) throws Exception {
        deliver(5, size);
        try (var session = session()) {
            var validity = session.whole("INBOX").point().validity();
            line().cutInLiteral(3, 1_000);
            line().refuseSignIn("NO [UNAVAILABLE] Restarting");
            var whole = new TreeMap<Long, String>();

            assertProblem(ConnectionProblem.THROTTLED, () -> session.fetch("INBOX", validity, uids(5), (
                    arrival, in) -> whole.put(
                            arrival.uid().value(), new String(in.readAllBytes(), StandardCharsets.ISO_8859_1))));
            assertThat(whole).containsOnlyKeys(1L, 2L);
            assertThat(whole).containsEntry(1L, source(1, size)).containsEntry(2L, source(2, size));
        }
    }

    @Test
    void takes_no_mail_for_gone_because_of_a_wrong_number() throws Exception {
        deliver(5, 100);
        try (var session = session()) {
            line().lieAboutExists(there -> there * 10);
            assertProblem(ConnectionProblem.CONNECTION_LOST, () -> session.whole("INBOX"));
            line().lieAboutExists(there -> 0);
            assertProblem(ConnectionProblem.CONNECTION_LOST, () -> session.whole("INBOX"));
            line().lieAboutExists(there -> there - 2);
            assertThat(session.whole("INBOX").messages()).hasSize(5);
            assertThat(session.newest("INBOX", 2).uids()).containsExactly(new Uid(5), new Uid(4));
            line().lieAboutExists(there -> there + 3);
            assertThat(session.whole("INBOX").messages()).hasSize(5);
        }
    }

    @Test
    void hears_a_goodbye_in_place_of_a_folder() throws Exception {
        deliver(1, 100);
        line().sayGoodbyeOnOpening();
        try (var session = session()) {
            assertProblem(ConnectionProblem.CONNECTION_LOST, () -> session.whole("INBOX"));
            assertProblem(ConnectionProblem.CONNECTION_LOST, () -> session.whole("INBOX"));
        }
        line().mend();
        try (var session = session()) {
            assertThat(session.whole("INBOX").messages()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"NO [LIMIT] Not so fast", "NO [UNAVAILABLE] Maximum number of connections exceeded"})
    void tells_a_server_that_is_too_busy_to_sign_in_from_one_that_refuses(String answer) {
        line().refuseSignIn(answer);

        assertProblem(ConnectionProblem.THROTTLED, () -> session().close());
        assertProblem(ConnectionProblem.THROTTLED, () -> PROVIDER.verify(line().endpoint(), signIn()));
        line().mend();
        PROVIDER.verify(line().endpoint(), signIn());
    }

    @Test
    void does_not_wait_for_a_server_that_drips() throws Exception {
        deliver(20, 100);
        try (var session = session()) {
            var validity = session.whole("INBOX").point().validity();
            line().slowDownTo(5);
            long before = System.nanoTime();

            assertProblem(ConnectionProblem.CONNECTION_LOST, () -> session.fetch(
                    "INBOX", validity, uids(20), (arrival, in) -> in.readAllBytes()));
            assertProblem(ConnectionProblem.NOT_A_MAIL_SERVER, () -> session().close());
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(60));
        }
    }

    @Test
    void says_at_once_that_a_watch_has_ended_when_the_server_restarts() throws Exception {
        var events = new LinkedBlockingQueue<String>();
        try (var watch = PROVIDER.watch(line().endpoint(), signIn(), new MailProvider.WatchListener() {
            @Override
            public void changed() {
                events.add("changed");
            }

            @Override
            public void ended(MailProviderException why) {
                events.add(why.problem().name());
            }
        })) {
            assertThat(watch).isNotNull();
            server().restart();

            assertThat(events.poll(10, TimeUnit.SECONDS)).isEqualTo("CONNECTION_LOST");
        }
        assertThat(events).isEmpty();
    }

    @Test
    void moves_nothing_twice_when_the_answer_to_a_move_was_lost() throws Exception {
        deliver(2, 100);
        try (var session = session()) {
            session.carryOut(new RemoteChange.Create("Filed"));
            var validity = session.whole("INBOX").point().validity();
            line().loseAnswerTo("UID MOVE");
            assertProblem(ConnectionProblem.CONNECTION_LOST, () -> session.carryOut(
                    new RemoteChange.Move("INBOX", validity, Set.copyOf(uids(2)), "Filed", false)));
        }
        try (var session = session()) {
            var validity = session.whole("INBOX").point().validity();
            assertThat(session.carryOut(new RemoteChange.Move("INBOX", validity, Set.copyOf(uids(2)), "Filed", true)))
                    .isInstanceOf(RemoteChange.Outcome.Done.class);
            assertThat(session.whole("INBOX").messages()).isEmpty();
            assertThat(session.whole("Filed").messages()).hasSize(2);
        }
    }
}
