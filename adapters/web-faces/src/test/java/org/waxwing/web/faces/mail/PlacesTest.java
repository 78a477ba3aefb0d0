package org.waxwing.web.faces.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.mailbox.MailboxId;
import org.waxwing.domain.reading.MailView;
import org.waxwing.domain.reading.Scope;

class PlacesTest {
    private static final UUID ID = UUID.fromString("0190a0b0-0000-7000-8000-000000000001");

    @Test
    void opens_the_imbox_when_nothing_is_asked_for() {
        assertThat(Places.scope("", "", "")).contains(new Scope.AllAccounts(MailView.IMBOX));
    }

    @Test
    void reads_back_what_it_writes() {
        assertThat(Places.query(new Scope.AllAccounts(MailView.ALL))).isEqualTo("view=all");
        assertThat(Places.query(new Scope.OneAccount(new AccountId(ID), MailView.SENT)))
                .isEqualTo("view=sent&account=" + ID);
        assertThat(Places.query(new Scope.OneMailbox(new MailboxId(ID)))).isEqualTo("mailbox=" + ID);

        assertThat(Places.scope("sent", ID.toString(), ""))
                .contains(new Scope.OneAccount(new AccountId(ID), MailView.SENT));
        assertThat(Places.scope("", "", ID.toString())).contains(new Scope.OneMailbox(new MailboxId(ID)));
    }

    @ParameterizedTest
    @CsvSource({"IMBOX,'',''", "nowhere,'',''", "imbox,x,''", "'','',x", "'','',1-1-1-1-1-1"})
    void finds_nothing_behind_what_makes_no_sense(String view, String account, String mailbox) {
        assertThat(Places.scope(view, account, mailbox)).isEmpty();
    }
}
