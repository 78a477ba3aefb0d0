package org.waxwing.persistence.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.waxwing.application.runtime.MailEvent;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.mailbox.EmailId;

class EventJsonTest {
    private static final PersonId ADA = PersonId.of("018f0000-0000-7000-8000-00000000000a");
    private static final AccountId ACCOUNT = AccountId.of("018f0000-0000-7000-8000-00000000000b");
    private static final EmailId EMAIL = EmailId.of("018f0000-0000-7000-8000-00000000000c");

    @Test
    void reads_what_it_wrote() {
        for (var event : List.of(
                new MailEvent.AccountAdded(ADA, ACCOUNT),
                new MailEvent.AccountReconnected(ADA, ACCOUNT),
                new MailEvent.AccountRemoved(ADA, ACCOUNT),
                new MailEvent.SyncWanted(ADA, ACCOUNT),
                new MailEvent.ErrandsDue(ADA, ACCOUNT),
                new MailEvent.EmailsArrived(ADA, ACCOUNT, List.of(EMAIL))))
            assertThat(EventJson.read(EventJson.write(event))).isEqualTo(event);
    }

    @Test
    void writes_the_form_of_version_one() {
        assertThat(EventJson.VERSION).isEqualTo(1);
        assertThat(EventJson.write(new MailEvent.EmailsArrived(ADA, ACCOUNT, List.of(EMAIL)))).isEqualTo("""
                {"owner":"018f0000-0000-7000-8000-00000000000a",\
                "account":"018f0000-0000-7000-8000-00000000000b","type":"emails-arrived",\
                "emails":["018f0000-0000-7000-8000-00000000000c"]}""");
    }

    @Test
    void refuses_a_type_it_does_not_know() {
        assertThatThrownBy(() -> EventJson.read("""
                {"owner":"018f0000-0000-7000-8000-00000000000a",
                "account":"018f0000-0000-7000-8000-00000000000b","type":"tea-served"}"""))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("tea-served");
    }
}
