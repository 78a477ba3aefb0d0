package org.waxwing.domain.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.waxwing.domain.world.EmailBuilder.anEmail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.account.ServerEndpoint;
import org.waxwing.domain.account.SignIn;
import org.waxwing.domain.mailbox.MailboxRole;
import org.waxwing.domain.world.EmailBuilder;

/** What every {@link MailProvider} does with a mailbox that nothing is wrong with. */
public interface MailProviderContract {
    MailProvider provider();

    ServerEndpoint endpoint() throws Exception;

    SignIn signIn();

    /** Puts a message into the inbox at the server. */
    void deliver(EmailBuilder email) throws Exception;

    private MailProvider.Session signedIn() throws Exception {
        return provider().open(endpoint(), signIn());
    }

    private static List<Uid> newestFirst(MailboxNews.Whole snapshot) {
        return snapshot.messages().keySet().stream().sorted(Comparator.reverseOrder()).toList();
    }

    @Test
    default void accepts_a_sign_in_that_works() throws Exception {
        var endpoint = endpoint();

        provider().verify(endpoint, signIn());
    }

    @Test
    default void lists_the_inbox_as_one() throws Exception {
        try (var session = signedIn()) {
            assertThat(session.mailboxes())
                    .filteredOn(it -> it.role() == MailboxRole.INBOX)
                    .singleElement()
                    .satisfies(inbox -> assertThat(inbox.selectable()).isTrue());
        }
    }

    @Test
    default void delivers_every_message_asked_for_once() throws Exception {
        deliver(anEmail().subject("the first"));
        deliver(anEmail().subject("the second"));

        try (var session = signedIn()) {
            var snapshot = session.whole("INBOX");
            var sources = new ArrayList<String>();
            var failed = session.fetch("INBOX", snapshot.point().validity(), newestFirst(snapshot),
                    (arrival, source) -> sources.add(
                            new String(source.readAllBytes(), StandardCharsets.UTF_8)));

            assertThat(failed).isEmpty();
            assertThat(sources)
                    .hasSize(2)
                    .anyMatch(source -> source.contains("the first"))
                    .anyMatch(source -> source.contains("the second"));
        }
    }

    @Test
    default void leaves_out_a_message_that_is_not_there() throws Exception {
        deliver(anEmail().subject("alone"));

        try (var session = signedIn()) {
            var snapshot = session.whole("INBOX");
            var there = newestFirst(snapshot).getFirst();
            var fetched = new ArrayList<Uid>();
            var failed = session.fetch("INBOX", snapshot.point().validity(), List.of(new Uid(there.value() + 7), there),
                    (arrival, source) -> fetched.add(arrival.uid()));

            assertThat(failed).isEmpty();
            assertThat(fetched).containsExactly(there);
        }
    }

    @Test
    default void fetches_nothing_under_a_validity_that_is_void() throws Exception {
        deliver(anEmail().subject("alone"));

        try (var session = signedIn()) {
            var snapshot = session.whole("INBOX");
            var other = new UidValidity(snapshot.point().validity().value() == 1 ? 2 : 1);

            assertThatThrownBy(() -> session.fetch("INBOX", other, newestFirst(snapshot),
                    (arrival, source) -> source.readAllBytes()))
                    .isInstanceOf(MailProviderException.class);
        }
    }

    @Test
    default void passes_on_that_a_message_could_not_be_kept() throws Exception {
        deliver(anEmail().subject("alone"));

        try (var session = signedIn()) {
            var snapshot = session.whole("INBOX");

            assertThatThrownBy(() -> session.fetch("INBOX", snapshot.point().validity(), newestFirst(snapshot),
                    (arrival, source) -> {
                        throw new IOException("no room");
                    })).isInstanceOf(IOException.class);
        }
    }
}
