package org.waxwing.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.waxwing.application.runtime.LiveUpdate;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.ThreadId;

class LiveFrameTest {
    private static final AccountId ACCOUNT = new AccountId(new UUID(0, 1));

    private static LiveUpdate newMessage(long number) {
        return new LiveUpdate.NewMessage(ACCOUNT, new ThreadId(new UUID(0, 2)), new EmailId(new UUID(0, number)));
    }

    @Test
    void tells_of_new_messages_by_their_ids_and_of_counts_once_at_the_end() {
        assertThat(LiveFrame.said(List.of(newMessage(3), newMessage(4))))
                .containsExactly(
                        new LiveFrame.Said(
                                "message",
                                "{\"accountId\":\"00000000-0000-0000-0000-000000000001\","
                                        + "\"threadId\":\"00000000-0000-0000-0000-000000000002\","
                                        + "\"id\":\"00000000-0000-0000-0000-000000000003\"}"),
                        new LiveFrame.Said(
                                "message",
                                "{\"accountId\":\"00000000-0000-0000-0000-000000000001\","
                                        + "\"threadId\":\"00000000-0000-0000-0000-000000000002\","
                                        + "\"id\":\"00000000-0000-0000-0000-000000000004\"}"),
                        new LiveFrame.Said("counts", "{}"));
    }

    @Test
    void tells_each_change_once() {
        assertThat(LiveFrame.said(
                List.of(new LiveUpdate.MailChanged(ACCOUNT), new LiveUpdate.MailChanged(ACCOUNT))))
                .extracting(LiveFrame.Said::name)
                .containsExactly("thread", "counts");
    }

    @Test
    void tells_of_a_refused_change() {
        assertThat(LiveFrame.said(List.of(new LiveUpdate.ChangeRefused(ACCOUNT))))
                .containsExactly(
                        new LiveFrame.Said("refusal", "{\"accountId\":\"00000000-0000-0000-0000-000000000001\"}"));
    }

    @Test
    void knows_that_synchronising_alone_changes_no_count() {
        assertThat(LiveFrame.said(List.of(new LiveUpdate.SyncChanged(ACCOUNT))))
                .containsExactly(
                        new LiveFrame.Said("sync", "{\"accountId\":\"00000000-0000-0000-0000-000000000001\"}"));
    }
}
