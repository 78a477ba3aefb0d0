package org.waxwing.application.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waxwing.domain.world.EmailBuilder.anEmail;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.waxwing.application.runtime.LiveUpdate;
import org.waxwing.application.runtime.MailEvent;
import org.waxwing.application.world.House;
import org.waxwing.domain.account.Account;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.Mailbox;
import org.waxwing.domain.mailbox.MailboxRole;
import org.waxwing.domain.reading.EmailView;
import org.waxwing.domain.reading.MailView;
import org.waxwing.domain.reading.MailboxRow;
import org.waxwing.domain.world.EmailBuilder;

/** Folders that come, go, change their names or their UIDs, and messages that move between them. */
class SyncAccountFoldersTest {
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
    void takes_the_same_message_in_two_folders_for_one() {
        var mail = mail(1);
        house.server().inbox().deliver(mail);
        house.server().folder("All Mail", MailboxRole.ALL).deliver(mail);

        house.sync(account);

        assertThat(only(MailView.ALL).mailboxes()).hasSize(2);
        assertThat(house.waiting(MailEvent.EmailsArrived.class)).hasSize(1);
    }

    @Test
    void keeps_a_message_that_moved_to_a_folder_whose_turn_comes_later() {
        var archive = house.server().folder("Archive", MailboxRole.ARCHIVE);
        var uid = house.server().inbox().deliver(mail(1));
        house.sync(account);
        var before = only(MailView.IMBOX);
        house.events().clear();

        house.server().inbox().move(uid, archive);
        house.sync(account);

        assertThat(inbox()).isEmpty();
        assertThat(only(MailView.ARCHIVE).id()).isEqualTo(before.id());
        assertThat(only(MailView.ARCHIVE).thread()).isEqualTo(before.thread());
        assertThat(house.waiting(MailEvent.EmailsArrived.class)).isEmpty();
    }

    @Test
    void keeps_a_message_that_moved_to_a_folder_whose_turn_comes_earlier() {
        var archive = house.server().folder("Archive", MailboxRole.ARCHIVE);
        var uid = archive.deliver(mail(1));
        house.sync(account);
        var before = only(MailView.ARCHIVE);

        archive.move(uid, house.server().inbox());
        house.sync(account);

        assertThat(house.subjects(account, MailView.ARCHIVE)).isEmpty();
        assertThat(only(MailView.IMBOX).id()).isEqualTo(before.id());
    }

    @Test
    void adds_folders() {
        house.sync(account);

        house.server().folder("Work/2026", MailboxRole.NONE).deliver(mail(1));
        house.sync(account);

        assertThat(mailboxes()).extracting(it -> it.mailbox().path()).containsExactly("INBOX", "Work/2026");
        assertThat(mailboxes().getLast().total()).isEqualTo(1);
    }

    @Test
    void removes_folders_with_what_only_they_showed() {
        house.server().folder("Work", MailboxRole.NONE).deliver(mail(1));
        house.server().inbox().deliver(mail(2));
        house.sync(account);
        house.live().clear();

        house.server().dropFolder("Work");
        house.sync(account);

        assertThat(mailboxes()).extracting(it -> it.mailbox().path()).containsExactly("INBOX");
        assertThat(house.subjects(account, MailView.ALL)).containsExactly("mail 2");
        assertThat(house.live().told(account.owner(), LiveUpdate.MailChanged.class)).isNotEmpty();
    }

    @Test
    void keeps_the_messages_of_a_folder_that_got_another_name() {
        house.server().folder("Work", MailboxRole.NONE).deliver(mail(1));
        house.sync(account);
        var before = only(MailView.ALL);
        house.events().clear();

        house.server().rename("Work", "Old work");
        house.sync(account);

        assertThat(mailboxes()).extracting(it -> it.mailbox().path()).containsExactly("INBOX", "Old work");
        assertThat(only(MailView.ALL).id()).isEqualTo(before.id());
        assertThat(house.waiting(MailEvent.EmailsArrived.class)).isEmpty();
    }

    @Test
    void does_not_fetch_a_folder_again_that_got_another_name() {
        var work = house.server().folder("Work", MailboxRole.NONE);
        IntStream.rangeClosed(1, 40).forEach(i -> work.deliver(mail(i)));
        house.sync(account);
        var before = house.folders(account).get("Work");

        house.server().rename("Work", "Old work");
        house.sync(account);
        house.server().folder("Old work", MailboxRole.NONE).deliver(mail(41));
        house.sync(account);

        // the three latest, to be sure that it is the same
        assertThat(house.server().fetched()).hasSize(40 + 3 + 1);
        assertThat(house.folders(account).get("Old work"))
                .extracting(Mailbox::id).isEqualTo(Optional.ofNullable(before).orElseThrow().id());
        assertThat(house.total(account, "Old work")).isEqualTo(41);
    }

    @Test
    void takes_no_folder_for_another_because_it_has_as_many_messages() {
        house.server().folder("Work", MailboxRole.NONE).deliver(mail(1));
        house.sync(account);
        var before = house.folders(account).get("Work");

        house.server().dropFolder("Work");
        house.server().folder("Play", MailboxRole.NONE).deliver(mail(2));
        house.sync(account);

        assertThat(house.folders(account).get("Play"))
                .extracting(Mailbox::id).isNotEqualTo(Optional.ofNullable(before).orElseThrow().id());
        assertThat(house.subjects(account, MailView.ALL)).containsExactly("mail 2");
    }

    @Test
    void does_not_download_again_what_the_server_calls_by_a_name_that_is_known() {
        house.server().tellsIds();
        var archive = house.server().folder("Archive", MailboxRole.ARCHIVE);
        var uid = house.server().inbox().deliver(mail(1).marked(Keyword.FLAGGED));
        house.sync(account);
        var before = only(MailView.IMBOX);

        house.server().inbox().move(uid, archive);
        house.sync(account);

        assertThat(house.server().fetched()).hasSize(1);
        assertThat(only(MailView.ARCHIVE).id()).isEqualTo(before.id());
        assertThat(only(MailView.ARCHIVE).keywords()).containsExactly(Keyword.FLAGGED);
        assertThat(inbox()).isEmpty();
    }

    @Test
    void downloads_a_message_once_that_many_folders_show() {
        house.server().tellsIds();
        var mail = mail(1);
        house.server().inbox().deliver(mail);
        house.server().folder("All Mail", MailboxRole.ALL).deliver(mail);
        house.server().folder("Label", MailboxRole.NONE).deliver(mail);

        house.sync(account);

        assertThat(house.server().fetched()).hasSize(1);
        assertThat(only(MailView.ALL).mailboxes()).hasSize(3);
    }

    @Test
    void empties_a_folder_that_cannot_be_opened_any_more() {
        house.server().folder("Work", MailboxRole.NONE).deliver(mail(1));
        house.server().folder("Work/2026", MailboxRole.NONE).deliver(mail(2));
        house.sync(account);

        house.server().makeUnselectable("Work");
        house.sync(account);

        assertThat(house.subjects(account, MailView.ALL)).containsExactly("mail 2");
        assertThat(mailboxes()).extracting(it -> it.mailbox().path()).containsExactly("INBOX", "Work", "Work/2026");
    }

    @Test
    void passes_over_folders_that_cannot_be_opened() {
        house.server().folder("[Mail]", MailboxRole.NONE);
        house.server().makeUnselectable("[Mail]");

        house.sync(account);
        house.sync(account);

        assertThat(house.status(account).passes()).isEqualTo(2);
    }

    @Test
    void keeps_the_same_messages_when_the_uids_were_voided() {
        IntStream.rangeClosed(1, 30).forEach(i -> house.server().inbox().deliver(mail(i)));
        house.sync(account);
        var before = house.emails(account, MailView.IMBOX);
        house.events().clear();

        house.server().inbox().renumber();
        house.sync(account);

        assertThat(house.emails(account, MailView.IMBOX)).isEqualTo(before);
        assertThat(house.waiting(MailEvent.EmailsArrived.class)).isEmpty();
        assertThat(mailboxes().getFirst().total()).isEqualTo(30);
    }

    @Test
    void never_shows_less_than_there_is_while_voided_uids_are_read_anew() {
        IntStream.rangeClosed(1, 60).forEach(i -> house.server().inbox().deliver(mail(i)));
        house.sync(account);
        house.server().inbox().renumber();
        var seen = new ArrayList<Integer>();
        for (int nth : new int[]{1, 26, 60})
            house.server().before(nth, () -> seen.add(inbox().size()));

        house.sync(account);

        assertThat(seen).containsExactly(60, 60, 60);
        assertThat(inbox()).hasSize(60);
    }

    @Test
    void removes_what_went_while_the_uids_were_voided() {
        var gone = house.server().inbox().deliver(mail(1));
        house.server().inbox().deliver(mail(2));
        house.sync(account);

        house.server().inbox().remove(gone);
        house.server().inbox().renumber();
        house.sync(account);
        house.sync(account);

        assertThat(inbox()).containsExactly("mail 2");
        assertThat(house.server().fetched()).hasSize(3);
    }

    @Test
    void keeps_showing_a_folder_that_closes_while_its_voided_uids_are_read_anew() {
        var shared = house.server().folder("Shared", MailboxRole.NONE);
        IntStream.rangeClosed(1, 600).forEach(i -> shared.deliver(mail(i)));
        house.sync(account);
        shared.renumber();
        house.server().before(10, shared::refuses);

        house.sync(account);

        assertThat(house.total(account, "Shared")).isEqualTo(600);
    }

    @Test
    void reads_voided_uids_anew_however_long_it_takes() {
        var archive = house.server().folder("Archive", MailboxRole.ARCHIVE);
        IntStream.rangeClosed(1, 1_200).forEach(i -> archive.deliver(mail(i)));
        house.sync(account);
        var before = house.emails(account, MailView.ARCHIVE);
        archive.renumber();
        for (int nth : new int[]{20, 620, 1_150})
            house.server().before(nth, () -> house.pass(Duration.ofSeconds(31)));

        house.sync(account);
        house.sync(account);

        assertThat(house.emails(account, MailView.ARCHIVE)).isEqualTo(before);
        assertThat(house.server().fetched()).hasSize(2_400);
    }
}
