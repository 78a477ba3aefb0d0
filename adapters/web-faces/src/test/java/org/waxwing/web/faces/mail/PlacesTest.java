package org.waxwing.web.faces.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.MailboxId;
import org.waxwing.domain.reading.MailView;
import org.waxwing.domain.reading.Scope;

class PlacesTest {
    private static final UUID ID = UUID.fromString("0190a0b0-0000-7000-8000-000000000001");

    @Test
    void opens_the_imbox_when_nothing_is_asked_for() {
        assertThat(Places.scope("", "", "", "")).contains(new Scope.AllAccounts(MailView.IMBOX));
    }

    @Test
    void reads_back_what_it_writes() {
        assertThat(Places.query(new Scope.AllAccounts(MailView.ALL))).isEqualTo("view=all");
        assertThat(Places.query(new Scope.OneAccount(new AccountId(ID), MailView.SENT)))
                .isEqualTo("view=sent&account=" + ID);
        assertThat(Places.query(new Scope.OneMailbox(new MailboxId(ID)))).isEqualTo("mailbox=" + ID);

        assertThat(Places.scope("sent", ID.toString(), "", ""))
                .contains(new Scope.OneAccount(new AccountId(ID), MailView.SENT));
        assertThat(Places.scope("", "", ID.toString(), "")).contains(new Scope.OneMailbox(new MailboxId(ID)));
    }

    @Test
    void knows_labels_as_lists() {
        var board = new Keyword("q&a board");

        assertThat(Places.query(new Scope.AllLabelled(board))).isEqualTo("label=q%26a+board");
        assertThat(Places.query(new Scope.OneLabelled(new AccountId(ID), board)))
                .isEqualTo("label=q%26a+board&account=" + ID);
        assertThat(Places.scope("", "", "", "Q&A board")).contains(new Scope.AllLabelled(board));
        assertThat(Places.scope("", ID.toString(), "", "q&a board"))
                .contains(new Scope.OneLabelled(new AccountId(ID), board));
        assertThat(Places.scope("", "x", "", "board")).isEmpty();
    }

    @Test
    void writes_what_is_looked_for_as_browsers_do() {
        assertThat(Places.search("a b&c", "")).isEqualTo("q=a+b%26c");
        assertThat(Places.search("größe", ID.toString())).isEqualTo("q=gr%C3%B6%C3%9Fe&account=" + ID);
    }

    @Test
    void has_a_definition_of_every_view() {
        for (var view : MailView.values())
            assertThat(Views.of(view).view()).isEqualTo(view);
        assertThat(Views.all()).extracting(ViewDefinition::shortcut).doesNotHaveDuplicates();
        assertThat(Views.all()).extracting(it -> it.texts().title()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"IMBOX,'',''", "nowhere,'',''", "imbox,x,''", "'','',x", "'','',1-1-1-1-1-1"})
    void finds_nothing_behind_what_makes_no_sense(String view, String account, String mailbox) {
        assertThat(Places.scope(view, account, mailbox, "")).isEmpty();
    }
}
