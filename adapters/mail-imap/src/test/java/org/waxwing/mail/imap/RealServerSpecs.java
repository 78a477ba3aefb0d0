package org.waxwing.mail.imap;

import static java.time.temporal.ChronoUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.account.Secret;
import org.waxwing.domain.account.ServerEndpoint;
import org.waxwing.domain.account.SignIn;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.MailboxRole;
import org.waxwing.domain.sync.ConnectionProblem;
import org.waxwing.domain.sync.MailProvider;
import org.waxwing.domain.sync.MailProviderContract;
import org.waxwing.domain.sync.MailProviderException;
import org.waxwing.domain.sync.RemoteMailbox;
import org.waxwing.domain.sync.Uid;
import org.waxwing.domain.world.EmailBuilder;
import org.waxwing.domain.sync.UidValidity;

/** What has to work with every real server; each test starts with one account whose INBOX is empty. */
interface RealServerSpecs extends MailProviderContract {
    Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Override
    ServerEndpoint endpoint() throws Exception;

    String username();

    String password();

    default OtherProgram other() throws Exception {
        return new OtherProgram(endpoint(), username(), password());
    }

    @Override
    default void deliver(EmailBuilder email) throws Exception {
        other().deliver("INBOX", new String(email.source(), StandardCharsets.ISO_8859_1), NOON);
    }

    default ChronoUnit datePrecision() {
        return SECONDS;
    }

    @Override
    default MailProvider provider() {
        return new ImapMailProvider(ImapSettings.usual(true, true));
    }

    @Override
    default SignIn signIn() {
        return new SignIn.Password(username(), new Secret(password()));
    }

    default MailProvider.Session session() throws Exception {
        return provider().open(endpoint(), signIn());
    }

    static String message(String subject, String body) {
        return "From: Bob <bob@example.org>\r\nTo: alice@example.org\r\nSubject: " + subject
                + "\r\nMessage-ID: <" + subject + "@example.org>\r\n\r\n" + body;
    }

    /** A fetched message. */
    record Fetched(Set<Keyword> keywords, Instant receivedAt, String source) {}

    static Map<Uid, Fetched> fetchAll(MailProvider.Session session, String path) throws IOException {
        var snapshot = session.whole(path);
        var fetched = new LinkedHashMap<Uid, Fetched>();
        var failed = session.fetch(
                path,
                snapshot.point().validity(),
                snapshot.messages().keySet().stream().sorted().toList(),
                (arrival, source) -> fetched.put(
                        arrival.uid(),
                        new Fetched(
                                arrival.keywords(), arrival.receivedAt(),
                                new String(source.readAllBytes(), StandardCharsets.ISO_8859_1))));
        assertThat(failed).isEmpty();
        return fetched;
    }

    @Test
    default void verifies_settings_that_work() throws Exception {
        provider().verify(endpoint(), signIn());
    }

    @Test
    default void tells_a_wrong_password_from_everything_else() throws Exception {
        var endpoint = endpoint();

        assertThatThrownBy(() -> provider().verify(
                endpoint, new SignIn.Password(username(), new Secret("wrong"))))
                .isInstanceOfSatisfying(
                        MailProviderException.class,
                        e -> assertThat(e.problem()).isEqualTo(ConnectionProblem.SIGN_IN_REFUSED));
    }

    @Test
    default void lists_folders_with_their_roles_and_readable_names() throws Exception {
        other().createFolder("Entwürfe");
        other().createFolder("Corbeille");
        other().createFolder("Füße & 日本語");

        try (var session = session()) {
            var roles = new LinkedHashMap<String, MailboxRole>();
            for (var mailbox : session.mailboxes()) roles.put(mailbox.path(), mailbox.role());

            assertThat(roles)
                    .containsEntry("INBOX", MailboxRole.INBOX)
                    .containsEntry("Entwürfe", MailboxRole.DRAFTS)
                    .containsEntry("Corbeille", MailboxRole.TRASH)
                    .containsEntry("Füße & 日本語", MailboxRole.NONE);
        }
    }

    @Test
    default void opens_a_folder_whose_name_is_not_ascii() throws Exception {
        other().createFolder("Füße & 日本語");
        other().deliver("Füße & 日本語", message("one", "text\r\n"), NOON);

        try (var session = session()) {
            assertThat(session.whole("Füße & 日本語").messages()).hasSize(1);
            session.mailboxes();
            assertThat(session.whole("Füße & 日本語").messages()).hasSize(1);
        }
    }

    @Test
    default void shows_an_empty_folder_as_empty() throws Exception {
        try (var session = session()) {
            assertThat(session.whole("INBOX").messages()).isEmpty();
            assertThat(session.mailboxes()).filteredOn(RemoteMailbox::selectable).isNotEmpty();
        }
    }

    @Test
    default void shows_the_keywords_of_every_message_but_none_that_is_deleted() throws Exception {
        other().deliver("INBOX", message("plain", "x"), NOON);
        other().deliver("INBOX", message("marked", "x"), NOON, "\\Seen", "\\Flagged", "\\Answered", "Important");
        other().deliver("INBOX", message("deleted", "x"), NOON, "\\Deleted");

        try (var session = session()) {
            assertThat(session.whole("INBOX").messages().values())
                    .containsExactlyInAnyOrder(
                            Set.of(),
                            Set.of(Keyword.SEEN, Keyword.FLAGGED, Keyword.ANSWERED, new Keyword("important")));
        }
    }

    @Test
    default void fetches_bytes_date_and_keywords_without_marking_anything_as_read() throws Exception {
        var source = message("bytes", "Grüße, 8 Bit: \u00e4\u00f6\u00fc\r\n.\r\n..\r\n");
        other().deliver("INBOX", source, NOON, "\\Flagged");

        try (var session = session()) {
            var fetched = fetchAll(session, "INBOX");

            assertThat(fetched.values()).singleElement().satisfies(it -> {
                assertThat(it.source()).isEqualTo(source);
                assertThat(it.receivedAt().truncatedTo(datePrecision()))
                        .isEqualTo(NOON.truncatedTo(datePrecision()));
                assertThat(it.keywords()).containsExactly(Keyword.FLAGGED);
            });
            assertThat(other().isSeen("INBOX", fetched.keySet().iterator().next().value())).isFalse();
        }
    }

    @Test
    default void fetches_many_small_messages_and_one_large_between_them() throws Exception {
        var messages = IntStream.range(0, 120).mapToObj(i -> message("m" + i, "body " + i + "\r\n")).toList();
        other().deliver("INBOX", messages, NOON);
        var large = message("large", "0123456789abcdef0123456789abcdef0123456789abcdef0123456789ab\r\n".repeat(18_500));
        other().deliver("INBOX", large, NOON);
        other().deliver("INBOX", message("last", "x"), NOON);

        try (var session = session()) {
            var fetched = fetchAll(session, "INBOX");

            assertThat(fetched).hasSize(122);
            assertThat(new ArrayList<>(fetched.values()).get(120).source()).isEqualTo(large);
            assertThat(new ArrayList<>(fetched.values()).get(121).source()).contains("Subject: last");
        }
    }

    @Test
    default void leaves_out_messages_that_do_not_exist() throws Exception {
        other().deliver("INBOX", message("one", "x"), NOON);

        try (var session = session()) {
            var snapshot = session.whole("INBOX");
            var there = snapshot.messages().keySet().iterator().next();
            var taken = new ArrayList<Uid>();
            var failed = session.fetch(
                    "INBOX",
                    snapshot.point().validity(),
                    List.of(new Uid(4_000_000_000L), there, new Uid(99_999)),
                    (arrival, source) -> taken.add(arrival.uid()));

            assertThat(taken).containsExactly(there);
            assertThat(failed).isEmpty();
        }
    }

    @Test
    default void refuses_to_fetch_what_was_voided() throws Exception {
        other().deliver("INBOX", message("one", "x"), NOON);

        try (var session = session()) {
            var snapshot = session.whole("INBOX");
            var other = new UidValidity(snapshot.point().validity().value() % 1000 + 1);
            assertThatThrownBy(() -> session.fetch(
                    "INBOX", other, List.copyOf(snapshot.messages().keySet()), (arrival, source) -> {}))
                    .isInstanceOfSatisfying(
                            MailProviderException.class,
                            e -> assertThat(e.problem()).isEqualTo(ConnectionProblem.CONNECTION_LOST));
        }
    }

    @Test
    default void passes_on_what_the_sink_throws() throws Exception {
        other().deliver("INBOX", message("one", "x"), NOON);

        try (var session = session()) {
            var snapshot = session.whole("INBOX");
            assertThatThrownBy(() -> session.fetch(
                    "INBOX", snapshot.point().validity(), List.copyOf(snapshot.messages().keySet()),
                    (arrival, source) -> {
                        throw new IOException("disk full");
                    }))
                    .isInstanceOf(IOException.class)
                    .hasMessage("disk full");
        }
    }

    @Test
    default void tells_a_watcher_of_every_new_mail_while_idle_is_renewed_again_and_again() throws Exception {
        var changes = new LinkedBlockingQueue<String>();
        var hasty = new ImapMailProvider(new ImapSettings(
                true,
                true,
                Duration.ofSeconds(10),
                Duration.ofSeconds(60),
                Duration.ofMillis(50),
                Duration.ofSeconds(60)));
        try (var watch = hasty.watch(endpoint(), signIn(), new MailProvider.WatchListener() {
            @Override
            public void changed() {
                changes.add("changed");
            }

            @Override
            public void ended(MailProviderException why) {
                changes.add("ended");
            }
        })) {
            assertThat(watch).isNotNull();
            for (int i = 0; i < 4; i++) {
                changes.clear();
                other().deliver("INBOX", message("new" + i, "x"), NOON);
                assertThat(changes.poll(20, TimeUnit.SECONDS)).isEqualTo("changed");
            }
        }
    }

    @Test
    default void tells_a_watcher_of_new_mail() throws Exception {
        var changed = new CountDownLatch(1);
        try (var watch = provider().watch(endpoint(), signIn(), new MailProvider.WatchListener() {
            @Override
            public void changed() {
                changed.countDown();
            }

            @Override
            public void ended(MailProviderException why) {}
        })) {
            other().deliver("INBOX", message("new", "x"), NOON);

            assertThat(watch).isNotNull();
            assertThat(changed.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }
}
