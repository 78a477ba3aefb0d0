package org.waxwing.application.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waxwing.application.change.Desk.mail;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.waxwing.application.runtime.LiveUpdate;
import org.waxwing.application.runtime.MailEvent;
import org.waxwing.application.world.House;
import org.waxwing.domain.change.ActionId;
import org.waxwing.domain.change.Deed;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.MailboxRole;
import org.waxwing.domain.mailbox.ThreadId;
import org.waxwing.domain.reading.MailView;
import org.waxwing.domain.sync.RemoteChange;

/** What each deed does, here at once and at the server with the next pass, and how it is undone. */
class ChangeMailTest {
    private static final Keyword LABEL = new Keyword("travel");

    private final House house = new House();
    private final Desk desk = Desk.in(house);

    /** A conversation of two received messages and an answer of the owner's, the latest being mail 3. */
    private void conversation(Keyword... marks) {
        var question = mail(1).marked(marks);
        var answer = mail(2).repliedTo(question).subject("mail 2").marked(marks);
        desk.inbox().deliver(question);
        desk.sent().deliver(answer);
        desk.inbox().deliver(mail(3).repliedTo(answer).subject("mail 3").marked(marks));
        desk.sync();
        house.events().clear();
    }

    private Set<Keyword> marks(int number) {
        return desk.email(number).keywords();
    }

    @Test
    void reads_a_whole_conversation() {
        conversation();

        var changed = desk.changeThreads(new Deed.Read(), desk.email(1));
        var here = house.threads(desk.account(), MailView.IMBOX).getFirst().unreadCount();
        desk.sync();

        assertThat(changed.changed()).isEqualTo(3);
        assertThat(here).isZero();
        assertThat(desk.inbox().uids()).allSatisfy(
                uid -> assertThat(desk.inbox().marksOf(uid)).containsExactly(Keyword.SEEN));
        assertThat(desk.sent().marksOf(desk.sent().uids().getFirst())).containsExactly(Keyword.SEEN);
        assertThat(house.waitingChanges(desk.account())).isZero();
    }

    @Test
    void asks_for_a_pass_and_tells_pages_when_something_changed() {
        conversation(Keyword.SEEN);
        house.live().clear();

        desk.changeThreads(new Deed.Read(), desk.email(1));
        var nothing = house.events().waiting();
        desk.changeThreads(new Deed.Star(), desk.email(1));

        assertThat(nothing).isEmpty();
        assertThat(house.events().waiting())
                .containsExactly(new MailEvent.SyncWanted(desk.account().owner(), desk.account().id()));
        assertThat(house.live().told(desk.account().owner(), LiveUpdate.MailChanged.class)).hasSize(1);
    }

    @Test
    void marks_the_latest_message_unread() {
        conversation(Keyword.SEEN);

        desk.changeThreads(new Deed.Unread(), desk.email(1));
        desk.sync();

        assertThat(marks(3)).isEmpty();
        assertThat(marks(2)).containsExactly(Keyword.SEEN);
        assertThat(desk.inbox().marksOf(desk.inbox().uids().getLast())).isEmpty();
    }

    @Test
    void marks_single_messages_that_were_named() {
        conversation(Keyword.SEEN);

        desk.change(new Deed.Unread(), desk.email(1));

        assertThat(marks(1)).isEmpty();
        assertThat(marks(3)).containsExactly(Keyword.SEEN);
    }

    @Test
    void puts_a_star_on_the_latest_and_takes_it_from_all() {
        conversation();
        desk.changeThreads(new Deed.Star(), desk.email(1));
        var starred = house.subjects(desk.account(), MailView.STARRED);
        desk.change(new Deed.Star(), desk.email(1));

        desk.changeThreads(new Deed.Unstar(), desk.email(2));
        desk.sync();

        assertThat(starred).hasSize(1).first().asString().endsWith("mail 3");
        assertThat(house.subjects(desk.account(), MailView.STARRED)).isEmpty();
        assertThat(desk.server().carriedOut()).isEmpty();
    }

    @Test
    void notes_what_was_answered() {
        conversation();

        desk.changeThreads(new Deed.Answered(), desk.email(1));
        desk.sync();

        assertThat(desk.inbox().marksOf(desk.inbox().uids().getLast())).containsExactly(Keyword.ANSWERED);
    }

    @Test
    void puts_labels_on_all_and_takes_them_away() {
        conversation();

        desk.changeThreads(new Deed.Label(LABEL), desk.email(1));
        desk.sync();
        var labelled = desk.inbox().marksOf(desk.inbox().uids().getFirst());
        desk.changeThreads(new Deed.Unlabel(LABEL), desk.email(1));
        desk.sync();

        assertThat(labelled).containsExactly(LABEL);
        assertThat(desk.inbox().marksOf(desk.inbox().uids().getFirst())).isEmpty();
        assertThat(marks(1)).isEmpty();
    }

    @Test
    void archives_what_is_in_the_inbox_and_leaves_the_rest() {
        desk.archive();
        conversation();
        var before = desk.email(1);

        desk.changeThreads(new Deed.Archive(), before);
        var here = desk.shows("Archive");
        desk.sync();

        assertThat(here).hasSize(2);
        assertThat(desk.shows("INBOX")).isEmpty();
        assertThat(desk.shows("Sent")).hasSize(1);
        assertThat(desk.inbox().subjects()).isEmpty();
        assertThat(desk.archive().subjects()).hasSize(2);
        assertThat(desk.email(1).id()).isEqualTo(before.id());
        // the server told where they are: nothing is downloaded again
        assertThat(desk.server().fetched()).hasSize(3);
    }

    @Test
    void makes_the_archive_that_is_missing() {
        conversation();

        desk.changeThreads(new Deed.Archive(), desk.email(1));
        desk.sync();
        desk.sync();

        assertThat(desk.folder("Archive").role()).isEqualTo(MailboxRole.ARCHIVE);
        assertThat(desk.server().carriedOut()).first().isEqualTo(new RemoteChange.Create("Archive"));
        assertThat(desk.server().folder("Archive", MailboxRole.NONE).subjects()).hasSize(2);
        assertThat(house.subjects(desk.account(), MailView.ARCHIVE)).hasSize(2);
        assertThat(house.waitingChanges(desk.account())).isZero();
    }

    @Test
    void takes_the_folder_of_that_name_for_the_archive_rather_than_making_one() {
        desk.server().folder("archive", MailboxRole.NONE);
        conversation();

        desk.changeThreads(new Deed.Archive(), desk.email(1));
        desk.sync();

        assertThat(desk.server().folder("archive", MailboxRole.NONE).subjects()).hasSize(2);
        assertThat(desk.folder("archive").role()).isEqualTo(MailboxRole.ARCHIVE);
    }

    @Test
    void moves_everything_to_the_trash() {
        desk.trash();
        conversation();

        desk.changeThreads(new Deed.Trash(), desk.email(1));
        desk.sync();

        assertThat(desk.trash().subjects()).hasSize(3);
        assertThat(house.emails(desk.account(), MailView.ALL)).isEmpty();
        assertThat(house.emails(desk.account(), MailView.TRASH)).hasSize(3);
    }

    @Test
    void calls_spam_what_was_received_and_not_what_was_sent() {
        conversation();

        desk.changeThreads(new Deed.Spam(), desk.email(1));
        desk.sync();

        assertThat(house.emails(desk.account(), MailView.SPAM)).hasSize(2);
        assertThat(desk.sent().subjects()).hasSize(1);
        assertThat(desk.server().folder("Junk", MailboxRole.NONE).subjects()).hasSize(2);
    }

    @Test
    void moves_what_was_received_to_a_folder_out_of_the_trash_too() {
        desk.work();
        desk.trash().deliver(mail(9));
        conversation();

        desk.changeThreads(new Deed.Move(desk.folder("Work").id()), desk.email(1));
        desk.change(new Deed.Move(desk.folder("Work").id()), desk.email(9));
        desk.sync();

        assertThat(desk.work().subjects()).hasSize(3);
        assertThat(desk.sent().subjects()).hasSize(1);
        assertThat(desk.trash().subjects()).isEmpty();
    }

    @Test
    void deletes_for_good_what_is_in_the_trash_and_leaves_the_rest() {
        desk.trash().deliver(mail(8));
        desk.inbox().deliver(mail(9));
        desk.sync();

        var changed = desk.change(new Deed.Delete(), desk.email(8), desk.email(9));
        var here = desk.shows("Trash");
        desk.sync();

        assertThat(changed.changed()).isEqualTo(1);
        assertThat(changed.undoUntil()).isEqualTo(house.clock().instant());
        assertThat(here).isEmpty();
        assertThat(desk.trash().subjects()).isEmpty();
        assertThat(desk.inbox().subjects()).containsExactly("mail 9");
        assertThat(desk.shows("INBOX")).containsExactly("mail 9");
    }

    @Test
    void finds_nothing_of_somebody_else_and_no_folder_of_another_account() {
        conversation();
        var other = house.connected();
        house.sync(other);
        var theirs = house.folders(other).get("INBOX");
        var email = desk.email(1);
        var eve = house.world().somebody();
        var command = new ChangeMail.Command(new Deed.Star(), Set.of(email.thread()), Set.of(email.id()));

        assertThat(house.changeMail().change(eve, command)).isEqualTo(new ChangeMail.Result.NothingThere());
        assertThat(house.changeMail().change(desk.account().owner(), new ChangeMail.Command(
                new Deed.Star(), Set.of(new ThreadId(UUID.randomUUID())), Set.of(new EmailId(UUID.randomUUID())))))
                .isEqualTo(new ChangeMail.Result.NothingThere());
        assertThat(theirs).isNotNull();
        if (theirs != null)
            assertThat(house.changeMail().change(desk.account().owner(), new ChangeMail.Command(
                    new Deed.Move(theirs.id()), Set.of(), Set.of(email.id()))))
                    .isEqualTo(new ChangeMail.Result.NoSuchMailbox());
        assertThat(marks(1)).isEmpty();
    }

    private UndoAction.Result undo(ActionId action) {
        return house.undoAction().undo(desk.account().owner(), action);
    }

    @Test
    void undoes_what_no_server_has_heard_of_without_a_word() {
        desk.archive();
        conversation();
        var archived = desk.changeThreads(new Deed.Archive(), desk.email(1));
        var read = desk.changeThreads(new Deed.Read(), desk.email(1));

        var undone = undo(read.action());
        undo(archived.action());
        desk.sync();

        assertThat(undone).isEqualTo(new UndoAction.Result.Undone(3));
        assertThat(desk.server().carriedOut()).isEmpty();
        assertThat(desk.shows("INBOX")).hasSize(2);
        assertThat(marks(1)).isEmpty();
    }

    @Test
    void undoes_what_the_server_has_done() {
        desk.archive();
        conversation();
        var before = desk.email(1);
        var archived = desk.changeThreads(new Deed.Archive(), before);
        var starred = desk.changeThreads(new Deed.Star(), before);
        desk.sync();

        undo(starred.action());
        undo(archived.action());
        desk.sync();

        assertThat(desk.inbox().subjects()).hasSize(2);
        assertThat(desk.archive().subjects()).isEmpty();
        assertThat(desk.inbox().uids()).allSatisfy(uid -> assertThat(desk.inbox().marksOf(uid)).isEmpty());
        assertThat(desk.email(1)).isEqualTo(before);
        assertThat(house.waitingChanges(desk.account())).isZero();
    }

    @Test
    void undoes_only_what_was_different_before() {
        desk.inbox().deliver(mail(1).marked(Keyword.SEEN));
        desk.inbox().deliver(mail(2));
        desk.sync();
        var read = desk.change(new Deed.Read(), desk.email(1), desk.email(2));

        undo(read.action());

        assertThat(marks(1)).containsExactly(Keyword.SEEN);
        assertThat(marks(2)).isEmpty();
    }

    @Test
    void undoes_a_move_to_where_each_message_was() {
        desk.work().deliver(mail(8));
        desk.inbox().deliver(mail(9));
        desk.trash();
        desk.sync();
        var trashed = desk.change(new Deed.Trash(), desk.email(8), desk.email(9));
        desk.sync();

        undo(trashed.action());
        desk.sync();

        assertThat(desk.work().subjects()).containsExactly("mail 8");
        assertThat(desk.inbox().subjects()).containsExactly("mail 9");
    }

    @Test
    void undoes_once() {
        conversation();
        var starred = desk.changeThreads(new Deed.Star(), desk.email(1));
        undo(starred.action());

        assertThat(undo(starred.action())).isEqualTo(new UndoAction.Result.TooLate());
    }

    @Test
    void undoes_nothing_that_was_long_ago() {
        conversation();
        var starred = desk.changeThreads(new Deed.Star(), desk.email(1));
        house.pass(Duration.ofDays(30).plusSeconds(1));

        assertThat(undo(starred.action())).isEqualTo(new UndoAction.Result.TooLate());
        assertThat(marks(3)).containsExactly(Keyword.FLAGGED);
    }

    @Test
    void undoes_nothing_of_somebody_else() {
        conversation();
        var starred = desk.changeThreads(new Deed.Star(), desk.email(1));

        assertThat(house.undoAction().undo(house.world().somebody(), starred.action()))
                .isEqualTo(new UndoAction.Result.NoSuchAction());
        assertThat(marks(3)).containsExactly(Keyword.FLAGGED);
    }
}
