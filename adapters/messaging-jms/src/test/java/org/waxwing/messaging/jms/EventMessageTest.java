package org.waxwing.messaging.jms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.waxwing.application.runtime.MailEvent;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.mailbox.EmailId;

class EventMessageTest {
    private static final PersonId OWNER = new PersonId(new UUID(1, 2));
    private static final AccountId ACCOUNT = new AccountId(new UUID(3, 4));

    static List<MailEvent> events() {
        return List.of(
                new MailEvent.AccountAdded(OWNER, ACCOUNT),
                new MailEvent.AccountReconnected(OWNER, ACCOUNT),
                new MailEvent.AccountRemoved(OWNER, ACCOUNT),
                new MailEvent.SyncWanted(OWNER, ACCOUNT),
                new MailEvent.EmailsArrived(OWNER, ACCOUNT, List.of()),
                new MailEvent.EmailsArrived(
                        OWNER, ACCOUNT, List.of(new EmailId(new UUID(5, 6)), new EmailId(new UUID(7, 8)))));
    }

    @ParameterizedTest
    @MethodSource("events")
    void every_event_arrives_as_it_was_sent(MailEvent event) {
        assertThat(EventMessage.toEvent(EventMessage.of(event))).isEqualTo(event);
    }

    @Test
    void an_event_of_an_unknown_kind_is_refused() {
        var text = EventMessage.of(new MailEvent.SyncWanted(OWNER, ACCOUNT)).replace("sync-wanted", "sing-a-song");

        assertThatThrownBy(() -> EventMessage.toEvent(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
