package org.waxwing.application.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waxwing.application.change.Desk.mail;

import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waxwing.application.runtime.MailEvent;
import org.waxwing.application.world.House;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.change.Deed;
import org.waxwing.domain.change.Refused;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.mailbox.MailboxId;
import org.waxwing.domain.mailbox.MailboxRole;
import org.waxwing.domain.reading.MailView;
import org.waxwing.domain.sync.ConnectionProblem;
import org.waxwing.domain.sync.RemoteChange;
import org.waxwing.domain.sync.RemoteChange.Refusal;

/** Folders that are made, renamed, removed and given a purpose here. */
class ChangeFoldersTest {
    private final House house = new House();
    private final Desk desk = Desk.in(house);

    private PersonId owner() {
        return desk.account().owner();
    }

    private CreateMailbox.Result create(String path) {
        return house.createMailbox().create(owner(), desk.account().id(), path);
    }

    private RenameMailbox.Result rename(String path, String other) {
        return house.renameMailbox().rename(owner(), desk.folder(path).id(), other);
    }

    private DropMailbox.Result drop(String path, boolean evenWithMail) {
        return house.dropMailbox().drop(owner(), desk.folder(path).id(), evenWithMail);
    }

    @Test
    void makes_a_folder_here_at_once_and_then_at_the_server() {
        desk.sync();
        house.events().clear();

        var created = create("Plans/2026");
        var here = desk.folder("Plans/2026").id();
        var asked = house.events().waiting();
        desk.sync();
        desk.sync();

        assertThat(created).isEqualTo(new CreateMailbox.Result.Created(here));
        assertThat(asked).containsExactly(new MailEvent.SyncWanted(owner(), desk.account().id()));
        assertThat(desk.server().carriedOut()).containsExactly(new RemoteChange.Create("Plans/2026"));
        assertThat(desk.folder("Plans/2026").id()).isEqualTo(here);
        assertThat(house.waitingChanges(desk.account())).isZero();
    }

    @Test
    void makes_no_folder_twice() {
        desk.work();
        desk.sync();

        assertThat(create("Work")).isEqualTo(new CreateMailbox.Result.AlreadyThere(desk.folder("Work").id()));
        create("Plans");
        assertThat(create("Plans")).isEqualTo(new CreateMailbox.Result.AlreadyThere(desk.folder("Plans").id()));
        assertThat(house.waitingChanges(desk.account())).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "a//b", "a%", "*", "a\u0007b", "#shared", "a/../b", "\\a"})
    void makes_no_folder_that_no_server_could_call_that(String path) {
        desk.sync();

        assertThat(create(path)).isEqualTo(new CreateMailbox.Result.NotAName());
    }

    @Test
    void makes_no_folder_for_somebody_else() {
        assertThat(house.createMailbox().create(house.world().somebody(), desk.account().id(), "Hers"))
                .isEqualTo(new CreateMailbox.Result.NoSuchAccount());
        assertThat(house.createMailbox().create(owner(), new AccountId(UUID.randomUUID()), "Hers"))
                .isEqualTo(new CreateMailbox.Result.NoSuchAccount());
    }

    @Test
    void a_refused_folder_is_gone_and_what_was_moved_there_is_back() {
        desk.inbox().deliver(mail(1));
        desk.sync();
        create("Plans");
        desk.change(new Deed.Move(desk.folder("Plans").id()), desk.email(1));
        desk.server().refuses(RemoteChange.Create.class, Refusal.NOT_PERMITTED);

        desk.sync();

        assertThat(house.folders(desk.account())).doesNotContainKey("Plans");
        assertThat(desk.shows("INBOX")).containsExactly("mail 1");
        assertThat(desk.inbox().subjects()).containsExactly("mail 1");
        assertThat(desk.refusals()).extracting(Refused::what).contains(Refused.What.CREATE_FOLDER);
        assertThat(house.waitingChanges(desk.account())).isZero();
    }

    @Test
    void a_folder_that_was_made_and_filled_while_the_server_was_away_is_made_and_filled_there() {
        desk.inbox().deliver(mail(1));
        desk.sync();
        desk.server().refuseNext(ConnectionProblem.UNREACHABLE);
        create("Plans");
        desk.change(new Deed.Move(desk.folder("Plans").id()), desk.email(1));
        var before = desk.email(1);
        rename("Plans", "Ideas");
        desk.sync();
        var meanwhile = desk.shows("Ideas");

        desk.sync();
        desk.sync();

        assertThat(meanwhile).containsExactly("mail 1");
        assertThat(desk.server().folder("Ideas", MailboxRole.NONE).subjects()).containsExactly("mail 1");
        assertThat(desk.shows("Ideas")).containsExactly("mail 1");
        assertThat(desk.email(1).id()).isEqualTo(before.id());
        assertThat(house.waitingChanges(desk.account())).isZero();
    }

    @Test
    void renames_a_folder_without_fetching_it_again() {
        IntStream.rangeClosed(1, 40).forEach(i -> desk.work().deliver(mail(i)));
        desk.sync();
        var before = desk.folder("Work").id();

        var renamed = rename("Work", "Play");
        var here = desk.folder("Play").id();
        desk.sync();
        desk.sync();

        assertThat(renamed).isEqualTo(new RenameMailbox.Result.Renamed());
        assertThat(here).isEqualTo(before);
        assertThat(desk.server().folder("Play", MailboxRole.NONE).subjects()).hasSize(40);
        assertThat(desk.folder("Play").id()).isEqualTo(before);
        assertThat(house.folders(desk.account())).doesNotContainKey("Work");
        assertThat(desk.server().fetched()).hasSize(40);
    }

    @Test
    void a_refused_name_is_taken_back_and_what_came_after_it_is_done() {
        desk.work();
        desk.inbox().deliver(mail(1));
        desk.sync();
        rename("Work", "Play");
        desk.change(new Deed.Move(desk.folder("Play").id()), desk.email(1));
        desk.server().refuses(RemoteChange.Rename.class, Refusal.NOT_PERMITTED);

        desk.sync();

        assertThat(desk.work().subjects()).containsExactly("mail 1");
        assertThat(desk.shows("Work")).containsExactly("mail 1");
        assertThat(desk.refusals()).extracting(Refused::what).containsExactly(Refused.What.RENAME_FOLDER);
        assertThat(house.waitingChanges(desk.account())).isZero();
    }

    @Test
    void what_comes_after_a_rename_finds_the_folder_by_its_new_name() {
        desk.work();
        desk.inbox().deliver(mail(1));
        desk.sync();
        rename("Work", "Play");
        desk.change(new Deed.Move(desk.folder("Play").id()), desk.email(1));

        desk.sync();

        assertThat(desk.server().folder("Play", MailboxRole.NONE).subjects()).containsExactly("mail 1");
        assertThat(desk.refusals()).isEmpty();
        assertThat(house.waitingChanges(desk.account())).isZero();
    }

    @Test
    void renames_neither_the_inbox_nor_to_what_is_there_nor_below_itself_nor_for_somebody_else() {
        desk.work();
        desk.archive();
        desk.sync();

        assertThat(rename("INBOX", "Outbox")).isEqualTo(new RenameMailbox.Result.NotAllowed());
        assertThat(rename("Work", "Archive")).isEqualTo(new RenameMailbox.Result.AlreadyThere());
        assertThat(rename("Work", "Work/2026")).isEqualTo(new RenameMailbox.Result.NotAName());
        assertThat(rename("Work", "a//b")).isEqualTo(new RenameMailbox.Result.NotAName());
        assertThat(rename("Work", "Work")).isEqualTo(new RenameMailbox.Result.Renamed());
        assertThat(house.renameMailbox().rename(house.world().somebody(), desk.folder("Work").id(), "Hers"))
                .isEqualTo(new RenameMailbox.Result.NoSuchMailbox());
        assertThat(house.waitingChanges(desk.account())).isZero();
    }

    @Test
    void drops_an_empty_folder() {
        desk.work();
        desk.sync();

        var dropped = drop("Work", false);
        var here = house.folders(desk.account());
        desk.sync();

        assertThat(dropped).isEqualTo(new DropMailbox.Result.Dropped());
        assertThat(here).doesNotContainKey("Work");
        assertThat(desk.server().carriedOut()).containsExactly(new RemoteChange.Drop("Work"));
        assertThat(house.folders(desk.account())).doesNotContainKey("Work");
    }

    @Test
    void drops_a_folder_with_mail_only_when_told_so_and_puts_that_into_the_trash() {
        desk.work().deliver(mail(1));
        desk.work().deliver(mail(2));
        desk.trash();
        desk.sync();

        var asked = drop("Work", false);
        var dropped = drop("Work", true);
        desk.sync();
        desk.sync();

        assertThat(asked).isEqualTo(new DropMailbox.Result.NotEmpty(2));
        assertThat(dropped).isEqualTo(new DropMailbox.Result.Dropped());
        assertThat(desk.trash().subjects()).containsExactlyInAnyOrder("mail 1", "mail 2");
        assertThat(desk.shows("Trash")).hasSize(2);
        assertThat(house.folders(desk.account())).doesNotContainKey("Work");
        assertThat(desk.server().carriedOut()).last().isEqualTo(new RemoteChange.Drop("Work"));
    }

    @Test
    void what_came_into_a_dropped_folder_meanwhile_goes_with_it_and_what_was_saved_stays() {
        desk.work().deliver(mail(1));
        desk.trash();
        desk.sync();
        drop("Work", true);
        desk.change(new Deed.Move(desk.folder("INBOX").id()), desk.email(1));

        desk.sync();
        desk.sync();

        assertThat(desk.inbox().subjects()).containsExactly("mail 1");
        assertThat(desk.shows("INBOX")).containsExactly("mail 1");
        assertThat(house.waitingChanges(desk.account())).isZero();
    }

    @Test
    void a_folder_that_the_server_keeps_comes_back() {
        desk.work();
        desk.sync();
        desk.server().refuses(RemoteChange.Drop.class, Refusal.NOT_PERMITTED);
        drop("Work", false);

        desk.sync();

        assertThat(house.folders(desk.account())).containsKey("Work");
        assertThat(desk.refusals()).extracting(Refused::what).containsExactly(Refused.What.DROP_FOLDER);
    }

    @Test
    void drops_no_folder_that_is_needed_or_has_others_below_or_is_of_somebody_else() {
        desk.trash();
        desk.work();
        desk.server().folder("Work/2026", MailboxRole.NONE);
        desk.sync();

        assertThat(drop("INBOX", true)).isEqualTo(new DropMailbox.Result.NotAllowed());
        assertThat(drop("Trash", true)).isEqualTo(new DropMailbox.Result.NotAllowed());
        assertThat(drop("Work", true)).isEqualTo(new DropMailbox.Result.NotAllowed());
        assertThat(house.dropMailbox().drop(house.world().somebody(), desk.folder("Work/2026").id(), true))
                .isEqualTo(new DropMailbox.Result.NoSuchMailbox());
    }

    @Test
    void a_folder_gets_another_purpose_and_keeps_it() {
        desk.trash().deliver(mail(1));
        desk.work().deliver(mail(2));
        desk.sync();

        var chosen = house.chooseRole().choose(owner(), desk.folder("Work").id(), MailboxRole.TRASH);
        desk.sync();

        assertThat(chosen).isTrue();
        assertThat(desk.folder("Work").role()).isEqualTo(MailboxRole.TRASH);
        assertThat(desk.folder("Trash").role()).isEqualTo(MailboxRole.NONE);
        assertThat(house.subjects(desk.account(), MailView.TRASH)).containsExactly("mail 2");
        assertThat(house.subjects(desk.account(), MailView.ALL)).containsExactly("mail 1");
    }

    @Test
    void no_folder_becomes_the_inbox_and_the_inbox_nothing_else() {
        desk.work();
        desk.sync();
        var chooseRole = house.chooseRole();

        assertThat(chooseRole.choose(owner(), desk.folder("Work").id(), MailboxRole.INBOX)).isFalse();
        assertThat(chooseRole.choose(owner(), desk.folder("INBOX").id(), MailboxRole.TRASH)).isFalse();
        assertThat(chooseRole.choose(owner(), new MailboxId(UUID.randomUUID()), MailboxRole.TRASH)).isFalse();
        assertThat(chooseRole.choose(
                house.world().somebody(), desk.folder("Work").id(), MailboxRole.TRASH)).isFalse();
        assertThat(desk.folder("Work").role()).isEqualTo(MailboxRole.NONE);
    }
}
