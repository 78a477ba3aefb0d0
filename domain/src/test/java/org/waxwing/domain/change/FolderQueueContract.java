package org.waxwing.domain.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waxwing.domain.world.EmailBuilder.anEmail;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.mailbox.Mailbox;
import org.waxwing.domain.mailbox.MailboxRole;
import org.waxwing.domain.reading.ListQuery;
import org.waxwing.domain.reading.Scope;
import org.waxwing.domain.reading.MailView;
import org.waxwing.domain.reading.ListPosition;
import org.waxwing.domain.sync.RemoteChange.Refusal;
import org.waxwing.domain.sync.Uid;
import org.waxwing.domain.world.World;

/** What every {@link FolderQueue} does, together with the {@link ChangeQueue} that its changes wait in. */
public interface FolderQueueContract {
    World world();

    @Test
    default void makes_a_folder_here_and_waits() {
        var out = Outgoing.in(world());

        var plans = out.create("Plans/Été & 'Co'");

        assertThat(out.folders()).containsEntry("Plans/Été & 'Co'", plans);
        assertThat(out.atServer()).doesNotContain(plans);
        assertThat(out.only()).isEqualTo(new WaitingChange.CreateFolder(
                out.only().position(), false, plans.id(), "Plans/Été & 'Co'"));
    }

    @Test
    default void a_folder_that_was_made_is_at_the_server() {
        var out = Outgoing.in(world());
        var plans = out.create("Plans");

        out.done(out.only());

        assertThat(out.waiting()).isEmpty();
        assertThat(out.atServer()).contains(plans);
        assertThat(out.folders()).containsEntry("Plans", plans);
    }

    @Test
    default void a_new_folder_shows_what_is_moved_there() {
        var out = Outgoing.in(world());
        var email = out.deliver(anEmail());
        var plans = out.create("Plans");

        out.move(email, out.inbox(), plans);

        assertThat(out.shown(email)).containsExactly(plans.id());
        assertThat(out.waiting().getLast()).isInstanceOfSatisfying(
                WaitingChange.Move.class, move -> assertThat(move.targetPath()).isEqualTo("Plans"));
    }

    @Test
    default void a_folder_that_was_refused_is_gone_and_what_was_moved_there_is_back() {
        var out = Outgoing.in(world());
        var email = out.deliver(anEmail());
        var plans = out.create("Plans");
        out.move(email, out.inbox(), plans);

        var touched = out.refused(Refusal.NOT_PERMITTED, out.waiting().getFirst());

        assertThat(touched).containsExactly(email.id());
        assertThat(out.folders()).doesNotContainKey("Plans");
        assertThat(out.shown(email)).containsExactly(out.inbox().id());
        assertThat(out.waiting()).isEmpty();
        assertThat(out.refusals()).anySatisfy(refused -> {
            assertThat(refused.what()).isEqualTo(Refused.What.CREATE_FOLDER);
            assertThat(refused.why()).isEqualTo(Refusal.NOT_PERMITTED);
            assertThat(refused.subject().value()).isEqualTo("Plans");
        });
    }

    @Test
    default void renames_here_and_waits() {
        var out = Outgoing.in(world());
        var email = world().deliver(out.account(), out.work(), anEmail());

        out.rename(out.work(), "Play");

        assertThat(out.folders()).containsKey("Play").doesNotContainKey("Work");
        assertThat(out.folders().values()).filteredOn(it -> it.id().equals(out.work().id())).hasSize(1);
        assertThat(out.atServer()).contains(out.work());
        assertThat(out.only()).isEqualTo(new WaitingChange.RenameFolder(
                out.only().position(), false, out.work().id(), "Work", "Play"));
        assertThat(out.shown(email)).containsExactly(out.work().id());
    }

    @Test
    default void renames_what_is_below_too() {
        var out = Outgoing.in(world());
        var below = world().folder(out.account(), MailboxRole.NONE, "Work/2026");
        world().folder(out.account(), MailboxRole.NONE, "Workshop");

        out.rename(out.work(), "Old/Work");
        var here = out.folders().keySet();
        out.done(out.only());

        assertThat(here).containsExactlyInAnyOrder("INBOX", "Archive", "Old/Work", "Old/Work/2026", "Workshop");
        assertThat(out.atServer()).extracting(Mailbox::path)
                .containsExactlyInAnyOrder("INBOX", "Archive", "Old/Work", "Old/Work/2026", "Workshop");
        assertThat(out.atServer()).filteredOn(it -> it.id().equals(below.id()))
                .extracting(Mailbox::path).containsExactly("Old/Work/2026");
        assertThat(out.waiting()).isEmpty();
    }

    @Test
    default void a_refused_name_is_taken_back() {
        var out = Outgoing.in(world());
        world().folder(out.account(), MailboxRole.NONE, "Work/2026");
        out.rename(out.work(), "Play");

        out.refused(Refusal.ALREADY_EXISTS, out.only());

        assertThat(out.folders()).containsKeys("Work", "Work/2026").doesNotContainKey("Play");
        assertThat(out.waiting()).isEmpty();
        assertThat(out.refusals()).extracting(Refused::what).containsExactly(Refused.What.RENAME_FOLDER);
    }

    @Test
    default void names_that_cancel_out_leave_nothing_to_do() {
        var out = Outgoing.in(world());

        out.rename(out.work(), "Play");
        out.rename(out.work(), "Work");

        assertThat(out.waiting()).isEmpty();
        assertThat(out.folders()).containsKey("Work").doesNotContainKey("Play");
    }

    @Test
    default void drops_here_and_waits() {
        var out = Outgoing.in(world());

        out.drop(out.work());

        assertThat(out.folders()).doesNotContainKey("Work");
        assertThat(out.atServer()).contains(out.work());
        assertThat(out.only()).isEqualTo(new WaitingChange.DropFolder(
                out.only().position(), false, out.work().id(), "Work"));
    }

    @Test
    default void a_folder_that_was_dropped_is_gone() {
        var out = Outgoing.in(world());
        out.drop(out.work());

        out.done(out.only());

        assertThat(out.atServer()).doesNotContain(out.work());
        assertThat(out.waiting()).isEmpty();
        assertThat(out.as(() -> world().states().snapshot(out.account().id(), out.work().id()))).isEmpty();
    }

    @Test
    default void a_folder_that_the_server_keeps_comes_back() {
        var out = Outgoing.in(world());
        out.drop(out.work());

        out.refused(Refusal.NOT_PERMITTED, out.only());

        assertThat(out.folders()).containsEntry("Work", out.work());
        assertThat(out.waiting()).isEmpty();
        assertThat(out.refusals()).extracting(Refused::what).containsExactly(Refused.What.DROP_FOLDER);
    }

    @Test
    default void what_was_moved_out_of_a_dropped_folder_goes_first() {
        var out = Outgoing.in(world());
        var email = world().deliver(out.account(), out.work(), anEmail());
        out.move(email, out.work(), out.archive());
        out.drop(out.work());

        out.done(out.waiting().getFirst(), 7);
        out.done(out.only());

        assertThat(out.shown(email)).containsExactly(out.archive().id());
        assertThat(out.snapshot(out.archive()).messages()).containsOnlyKeys(new Uid(7));
        assertThat(out.folders()).doesNotContainKey("Work");
    }

    @Test
    default void a_new_folder_that_nobody_has_heard_of_is_dropped_without_a_word() {
        var out = Outgoing.in(world());
        var plans = out.create("Plans");

        out.drop(plans);

        assertThat(out.waiting()).isEmpty();
        assertThat(out.folders()).doesNotContainKey("Plans");
    }

    @Test
    default void a_new_folder_that_was_tried_is_dropped_at_the_server_too() {
        var out = Outgoing.in(world());
        var plans = out.create("Plans");
        out.tried(out.only());

        out.drop(plans);

        assertThat(out.folders()).doesNotContainKey("Plans");
        assertThat(out.waiting()).extracting(it -> it.getClass().getSimpleName())
                .containsExactly("CreateFolder", "DropFolder");
    }

    @Test
    default void a_chosen_role_counts_whatever_the_server_says() {
        var out = Outgoing.in(world());

        out.choose(out.work(), MailboxRole.ARCHIVE);
        out.run(() -> world().mail().keepMailboxes(
                out.account().id(), List.of(out.inbox(), out.archive(), out.work())));

        assertThat(roles(out)).isEqualTo(Map.of(
                "INBOX", MailboxRole.INBOX, "Archive", MailboxRole.NONE, "Work", MailboxRole.ARCHIVE));
        assertThat(out.atServer()).contains(out.archive(), out.work());
        assertThat(out.waiting()).isEmpty();
    }

    @Test
    default void a_folder_can_be_for_nothing() {
        var out = Outgoing.in(world());

        out.choose(out.archive(), MailboxRole.NONE);

        assertThat(roles(out)).containsEntry("Archive", MailboxRole.NONE);
    }

    @Test
    default void choices_can_be_changed() {
        var out = Outgoing.in(world());
        out.choose(out.work(), MailboxRole.ARCHIVE);

        out.choose(out.archive(), MailboxRole.ARCHIVE);

        assertThat(roles(out)).isEqualTo(Map.of(
                "INBOX", MailboxRole.INBOX, "Archive", MailboxRole.ARCHIVE, "Work", MailboxRole.NONE));
    }

    @Test
    default void a_chosen_role_decides_what_is_listed_where() {
        var out = Outgoing.in(world());
        var email = world().deliver(out.account(), out.work(), anEmail());

        out.choose(out.work(), MailboxRole.TRASH);
        out.run(() -> world().mail().settle(out.account().id(), Set.of(email.id())));

        assertThat(out.as(() -> world().reader().emails(all(out))).items()).isEmpty();
    }

    private static ListQuery all(Outgoing out) {
        return new ListQuery(
                new Scope.OneAccount(
                        out.account().id(), MailView.ALL),
                false, ListPosition.START, 10);
    }

    private static Map<String, MailboxRole> roles(Outgoing out) {
        var roles = new HashMap<String, MailboxRole>();
        out.folders().forEach((path, mailbox) -> roles.put(path, mailbox.role()));
        return roles;
    }

    @Test
    default void changes_nothing_for_somebody_else() {
        var out = Outgoing.in(world());
        var before = out.folders();
        var eve = world().somebody();
        var queue = world().folderQueue();
        var account = out.account().id();
        var hers = out.newFolder("Hers");

        world().attempt(eve, () -> queue.create(hers));
        world().attempt(eve, () -> queue.rename(account, out.work().id(), "Hers"));
        world().attempt(eve, () -> queue.drop(account, out.work().id()));
        world().attempt(eve, () -> queue.chooseRole(account, out.work().id(), MailboxRole.TRASH));

        assertThat(out.folders()).isEqualTo(before);
        assertThat(out.waiting()).isEmpty();
    }
}
