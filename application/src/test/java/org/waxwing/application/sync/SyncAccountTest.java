package org.waxwing.application.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waxwing.domain.world.EmailBuilder.anEmail;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.waxwing.application.runtime.LiveUpdate;
import org.waxwing.application.runtime.MailEvent;
import org.waxwing.application.world.House;
import org.waxwing.domain.account.Account;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.MailboxRole;
import org.waxwing.domain.reading.EmailView;
import org.waxwing.domain.reading.MailView;
import org.waxwing.domain.reading.MailboxRow;
import org.waxwing.domain.sync.SyncStatus.Phase;
import org.waxwing.domain.sync.Uid;
import org.waxwing.domain.world.EmailBuilder;

/** What our copy of an account looks like after it was compared with the server. */
class SyncAccountTest {
    private final House house = new House();
    private final Account account = house.connected();

    private static EmailBuilder mail(int number) {
        return anEmail().subject("mail " + number).received(Instant.parse("2026-03-01T09:00:00Z").plusSeconds(number));
    }

    private List<String> inbox() {
        return house.subjects(account, MailView.IMBOX);
    }

    private EmailView only(MailView view) {
        assertThat(house.emails(account, view)).hasSize(1);
        return house.emails(account, view).getFirst();
    }

    private List<MailboxRow> mailboxes() {
        return house.as(account.owner(), house.world().reader()::mailboxes);
    }

    @Test
    void brings_in_everything_the_first_time() {
        house.server().inbox().deliver(mail(1).marked(Keyword.SEEN));
        house.server().folder("Archive", MailboxRole.ARCHIVE).deliver(mail(2));

        house.sync(account);

        assertThat(inbox()).containsExactly("mail 1");
        assertThat(only(MailView.IMBOX).keywords()).containsExactly(Keyword.SEEN);
        assertThat(house.subjects(account, MailView.ARCHIVE)).containsExactly("mail 2");
        assertThat(house.status(account).phase()).isEqualTo(Phase.IDLE);
        assertThat(house.status(account).passes()).isEqualTo(1);
        assertThat(house.status(account).lastSuccess()).contains(house.clock().instant());
        assertThat(house.server().open()).isZero();
    }

    @Test
    void fetches_the_inbox_first_and_in_each_folder_the_newest_first() {
        var trash = house.server().folder("Trash", MailboxRole.TRASH);
        var sent = house.server().folder("Sent", MailboxRole.SENT);
        trash.deliver(mail(1));
        sent.deliver(mail(2));
        house.server().inbox().deliver(mail(3));
        house.server().inbox().deliver(mail(4));
        var order = new ArrayList<String>();
        for (int nth = 1; nth <= 4; nth++)
            house.server().before(nth, () -> order.add(String.join(",", house.subjects(account, MailView.IMBOX))));

        house.sync(account);

        assertThat(house.server().fetched()).containsExactly(new Uid(2), new Uid(1), new Uid(1), new Uid(1));
        // by the time the other folders are fetched, the inbox can be read
        assertThat(order).containsExactly("", "", "mail 4,mail 3", "mail 4,mail 3");
    }

    @Test
    void shows_the_newest_screenful_before_the_rest_is_here() {
        IntStream.rangeClosed(1, 600).forEach(i -> house.server().inbox().deliver(mail(i)));
        var seen = new ArrayList<Long>();
        var told = new ArrayList<Integer>();
        house.server().before(1, () -> told.add(house.server().toldWhole()));
        house.server().before(51, () -> seen.add(house.total(account, "INBOX")));
        house.server().before(551, () -> seen.add(house.total(account, "INBOX")));

        house.sync(account);

        assertThat(told).containsExactly(0);
        assertThat(seen).containsExactly(50L, 550L);
        assertThat(house.total(account, "INBOX")).isEqualTo(600);
        assertThat(inbox()).startsWith("mail 600", "mail 599");
        assertThat(house.server().fetched()).hasSize(600);
    }

    @Test
    void tells_how_far_it_is() {
        IntStream.rangeClosed(1, 200).forEach(i -> house.server().inbox().deliver(mail(i)));
        house.server().folder("Archive", MailboxRole.ARCHIVE).deliver(mail(201));
        var seen = new ArrayList<String>();
        for (int nth : new int[]{51, 201})
            house.server().before(nth, () -> {
                var status = house.status(account);
                seen.add(status.phase() + " " + status.done() + "/" + status.total());
            });

        house.sync(account);

        assertThat(seen).containsExactly("SYNCING 50/201", "SYNCING 200/201");
    }

    @Test
    void writes_nothing_when_nothing_happened() {
        house.server().inbox().deliver(mail(1));
        house.server().folder("Archive", MailboxRole.ARCHIVE).deliver(mail(2));
        house.sync(account);
        house.events().clear();
        house.live().clear();
        var before = house.emails(account, MailView.ALL);

        house.sync(account);

        assertThat(house.emails(account, MailView.ALL)).isEqualTo(before);
        assertThat(house.events().waiting()).isEmpty();
        assertThat(house.live().told(account.owner(), LiveUpdate.MailChanged.class)).isEmpty();
        assertThat(house.server().fetched()).hasSize(2);
        assertThat(house.status(account).passes()).isEqualTo(2);
    }

    @Test
    void follows_marks() {
        var uid = house.server().inbox().deliver(mail(1));
        house.sync(account);
        var before = only(MailView.IMBOX);

        house.server().inbox().mark(uid, Keyword.SEEN, Keyword.FLAGGED);
        house.sync(account);

        assertThat(only(MailView.IMBOX).id()).isEqualTo(before.id());
        assertThat(only(MailView.IMBOX).keywords()).containsExactlyInAnyOrder(Keyword.SEEN, Keyword.FLAGGED);
        assertThat(house.server().fetched()).hasSize(1);
        assertThat(mailboxes().getFirst().unread()).isZero();
    }

    @Test
    void removes_what_vanished() {
        var uid = house.server().inbox().deliver(mail(1));
        house.server().inbox().deliver(mail(2));
        house.sync(account);

        house.server().inbox().remove(uid);
        house.sync(account);

        assertThat(inbox()).containsExactly("mail 2");
        assertThat(mailboxes().getFirst().total()).isEqualTo(1);
    }

    @Test
    void brings_in_what_is_new() {
        house.server().inbox().deliver(mail(1));
        house.sync(account);
        house.events().clear();

        house.server().inbox().deliver(mail(2));
        house.sync(account);

        assertThat(inbox()).containsExactly("mail 2", "mail 1");
        var id = house.emails(account, MailView.IMBOX).getFirst().id();
        assertThat(house.waiting(MailEvent.EmailsArrived.class))
                .containsExactly(new MailEvent.EmailsArrived(account.owner(), account.id(), List.of(id)));
    }

    @Test
    void puts_replies_into_the_conversation_they_answer_whatever_folder_they_are_in() {
        var question = mail(1);
        var answer = mail(2).repliedTo(question);
        house.server().inbox().deliver(question);
        house.server().folder("Sent", MailboxRole.SENT).deliver(answer);
        house.sync(account);

        house.server().inbox().deliver(mail(3).repliedTo(answer));
        house.sync(account);

        assertThat(house.threads(account, MailView.IMBOX)).hasSize(1);
        assertThat(house.threads(account, MailView.IMBOX).getFirst().messageCount()).isEqualTo(3);
    }

    @Test
    void takes_the_same_message_twice_in_a_folder_for_one() {
        var mail = mail(1);
        var first = house.server().inbox().deliver(mail);
        house.server().inbox().deliver(mail);
        house.sync(account);
        var both = only(MailView.IMBOX);

        house.server().inbox().remove(first);
        house.sync(account);

        assertThat(only(MailView.IMBOX)).isEqualTo(both);
    }

    @Test
    void brings_in_the_rest_when_one_message_cannot_be_delivered() {
        house.server().inbox().deliver(mail(1));
        var bad = house.server().inbox().deliver(mail(2));
        house.server().inbox().deliver(mail(3));
        house.server().inbox().cannotDeliver(bad);

        house.sync(account);
        var first = inbox();
        house.live().clear();
        house.sync(account);
        var toldMeanwhile = house.live().told(account.owner(), LiveUpdate.MailChanged.class);
        var undelivered = house.showSync().show(account.owner(), account.id()).orElseThrow().folders().getFirst();
        house.server().inbox().canDeliverAll();
        house.pass(Duration.ofMinutes(31));
        house.sync(account);

        assertThat(first).containsExactly("mail 3", "mail 1");
        assertThat(house.status(account).phase()).isEqualTo(Phase.IDLE);
        assertThat(toldMeanwhile).isEmpty();
        assertThat(undelivered.undelivered()).isEqualTo(1);
        assertThat(inbox()).containsExactly("mail 3", "mail 2", "mail 1");
    }

    @Test
    void passes_over_a_message_that_vanishes_while_it_is_fetched() {
        var uid = house.server().inbox().deliver(mail(1));
        house.server().inbox().deliver(mail(2));
        house.server().before(2, () -> house.server().inbox().remove(uid));

        house.sync(account);

        assertThat(inbox()).containsExactly("mail 2");
        assertThat(house.status(account).phase()).isEqualTo(Phase.IDLE);
    }

    @Test
    void announces_new_messages_one_by_one_but_not_a_folder_that_comes_in() {
        house.server().inbox().deliver(mail(1));
        house.sync(account);
        var first = house.live().told(account.owner(), LiveUpdate.NewMessage.class);

        house.server().inbox().deliver(mail(2));
        house.sync(account);

        var email = house.emails(account, MailView.IMBOX).getFirst();
        assertThat(first).isEmpty();
        assertThat(house.live().told(account.owner(), LiveUpdate.NewMessage.class))
                .containsExactly(new LiveUpdate.NewMessage(account.id(), email.thread(), email.id()));
    }

    @Test
    void keeps_accounts_apart_that_have_the_same_mail() {
        house.server().inbox().deliver(mail(1));
        var other = house.connected();

        house.sync(account);
        house.sync(other);

        assertThat(house.subjects(account, MailView.ALL)).containsExactly("mail 1");
        assertThat(house.subjects(other, MailView.ALL)).containsExactly("mail 1");
        assertThat(house.emails(other, MailView.ALL).getFirst().id()).isNotEqualTo(only(MailView.ALL).id());
    }
}
