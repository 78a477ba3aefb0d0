package org.waxwing.mail.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.waxwing.domain.world.EmailBuilder.anEmail;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.account.ConnectionSecurity;
import org.waxwing.domain.account.Secret;
import org.waxwing.domain.account.ServerEndpoint;
import org.waxwing.domain.account.SignIn;
import org.waxwing.domain.mailbox.MailboxRole;
import org.waxwing.domain.sync.ConnectionProblem;
import org.waxwing.domain.sync.MailProviderException;
import org.waxwing.domain.world.ScriptedMailServer;

class WarmSessionsTest {
    private static final ServerEndpoint SERVER = new ServerEndpoint("imap.example.org", 993, ConnectionSecurity.TLS);
    private static final SignIn ADA = new SignIn.Password("ada", new Secret("s3cret"));
    private static final SignIn CHANGED = new SignIn.Password("ada", new Secret("other"));

    private final ScriptedMailServer server = new ScriptedMailServer(() -> false);
    private final WarmSessions sessions = new WarmSessions(server, Duration.ofHours(1));

    @AfterEach
    void signOut() {
        sessions.close();
    }

    @Test
    void signs_in_once_for_a_burst() {
        for (int i = 0; i < 3; i++)
            try (var session = sessions.open(SERVER, ADA)) {
                assertThat(session.mailboxes()).hasSize(1);
                assertThat(session.whole("INBOX").messages()).isEmpty();
            }

        assertThat(server.opened()).isOne();
        assertThat(server.open()).isOne();
    }

    @Test
    void lists_anew_what_may_have_changed() {
        try (var session = sessions.open(SERVER, ADA)) {
            assertThat(session.mailboxes()).hasSize(1);
        }
        server.folder("Work", MailboxRole.NONE);

        try (var session = sessions.open(SERVER, ADA)) {
            assertThat(session.mailboxes()).hasSize(2);
            server.folder("Plans", MailboxRole.NONE);
            assertThat(session.mailboxes()).hasSize(3);
        }
    }

    @Test
    void two_at_once_have_a_session_each_and_one_is_kept() {
        try (var one = sessions.open(SERVER, ADA); var other = sessions.open(SERVER, ADA)) {
            assertThat(one.mailboxes()).isEqualTo(other.mailboxes());
        }

        assertThat(server.opened()).isEqualTo(2);
        assertThat(server.open()).isOne();
    }

    @Test
    void keeps_no_session_in_which_something_went_wrong() throws IOException {
        var uid = server.inbox().deliver(anEmail());
        try (var session = sessions.open(SERVER, ADA)) {
            var point = session.whole("INBOX").point();
            assertThatThrownBy(() -> session.fetch("INBOX", point.validity(), List.of(uid), (arrival, source) -> {
                throw new IOException("no room");
            })).isInstanceOf(IOException.class);
        }

        assertThat(server.open()).isZero();
    }

    @Test
    void replaces_a_session_that_the_server_has_ended() {
        try (var session = sessions.open(SERVER, ADA)) {
            assertThat(session.mailboxes()).hasSize(1);
        }
        server.endSessions();

        try (var session = sessions.open(SERVER, ADA)) {
            assertThat(session.mailboxes()).hasSize(1);
        }

        assertThat(server.opened()).isEqualTo(2);
    }

    @Test
    void uses_no_session_of_another_sign_in_and_proves_a_sign_in_anew() {
        sessions.open(SERVER, ADA).close();
        server.refuseNext(ConnectionProblem.SIGN_IN_REFUSED);

        assertThatThrownBy(() -> sessions.verify(SERVER, ADA)).isInstanceOf(MailProviderException.class);
        sessions.open(SERVER, CHANGED).close();

        assertThat(server.opened()).isEqualTo(2);
    }

    @Test
    void signs_out_of_everything_when_it_is_closed() {
        sessions.open(SERVER, ADA).close();
        var used = sessions.open(SERVER, CHANGED);

        sessions.close();
        assertThat(server.open()).isOne();
        used.close();

        assertThat(server.open()).isZero();
    }
}
