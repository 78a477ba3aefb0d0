package org.waxwing.domain.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.change.CarryPlan.Command;
import org.waxwing.domain.change.CarryPlan.Step;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.MailboxId;
import org.waxwing.domain.sync.RemoteChange;
import org.waxwing.domain.sync.Uid;
import org.waxwing.domain.sync.UidValidity;

class CarryPlanTest {
    private static final UidValidity ONE = new UidValidity(1);
    private static final MailboxId INBOX = new MailboxId(UUID.randomUUID());
    private static final MailboxId WORK = new MailboxId(UUID.randomUUID());
    private static final EmailId ADA = new EmailId(UUID.randomUUID());
    private static final EmailId BOB = new EmailId(UUID.randomUUID());

    private static WaitingChange.At inInbox(long uid) {
        return new WaitingChange.At(INBOX, "INBOX", ONE, new Uid(uid));
    }

    private static WaitingChange.At inWork(long uid) {
        return new WaitingChange.At(WORK, "Work", ONE, new Uid(uid));
    }

    private static WaitingChange.Mark seen(long position, EmailId email, WaitingChange.At... at) {
        return new WaitingChange.Mark(position, false, email, Keyword.SEEN, true, List.of(at));
    }

    private static WaitingChange.Mark flagged(long position, EmailId email, WaitingChange.At... at) {
        return new WaitingChange.Mark(position, false, email, Keyword.FLAGGED, true, List.of(at));
    }

    private static WaitingChange.Move toWork(long position, EmailId email, WaitingChange.At... at) {
        return new WaitingChange.Move(position, false, email, WORK, "Work", List.of(at));
    }

    private static WaitingChange.CreateFolder create(long position) {
        return new WaitingChange.CreateFolder(position, false, new MailboxId(UUID.randomUUID()), "Plans");
    }

    private static List<Step> steps(WaitingChange... waiting) {
        return CarryPlan.steps(List.of(waiting));
    }

    private static Step marks(Set<Long> positions, Keyword keyword, String path, Map<Uid, Long> uids) {
        return new Step(positions, List.of(new Command(
                new RemoteChange.Mark(path, ONE, uids.keySet(), keyword, true), uids)));
    }

    @Test
    void nothing_waits_nothing_happens() {
        assertThat(steps()).isEmpty();
    }

    @Test
    void does_the_same_to_many_messages_by_one_command() {
        var steps = steps(seen(1, ADA, inInbox(7)), seen(2, BOB, inInbox(8)));

        assertThat(steps).containsExactly(
                marks(Set.of(1L, 2L), Keyword.SEEN, "INBOX", Map.of(new Uid(7), 1L, new Uid(8), 2L)));
    }

    @Test
    void marks_every_copy_of_a_message_in_one_step() {
        var steps = steps(seen(1, ADA, inInbox(7), inWork(9)));

        assertThat(steps).singleElement().satisfies(step -> {
            assertThat(step.positions()).containsExactly(1L);
            assertThat(step.commands()).extracting(Command::change).containsExactlyInAnyOrder(
                    new RemoteChange.Mark("INBOX", ONE, Set.of(new Uid(7)), Keyword.SEEN, true),
                    new RemoteChange.Mark("Work", ONE, Set.of(new Uid(9)), Keyword.SEEN, true));
        });
    }

    @Test
    void tells_keywords_and_folders_and_validities_apart() {
        var elsewhere = new WaitingChange.At(INBOX, "INBOX", new UidValidity(2), new Uid(7));

        var steps = steps(
                seen(1, ADA, inInbox(7)), flagged(2, BOB, inInbox(8)),
                seen(3, new EmailId(UUID.randomUUID()), elsewhere));

        assertThat(steps).hasSize(2);
        assertThat(steps.getFirst().positions()).containsExactlyInAnyOrder(1L, 3L);
        assertThat(steps.getFirst().commands()).hasSize(2);
    }

    @Test
    void keeps_the_order_of_what_happens_to_one_message() {
        var unseen = new WaitingChange.Mark(2, false, ADA, Keyword.SEEN, false, List.of(inInbox(7)));

        var steps = steps(seen(1, ADA, inInbox(7)), unseen, seen(3, ADA, inInbox(7)), seen(4, BOB, inInbox(8)));

        assertThat(steps).extracting(Step::positions)
                .containsExactly(Set.of(1L, 4L), Set.of(2L), Set.of(3L));
    }

    @Test
    void marks_before_it_moves_and_waits_for_the_new_place_before_it_marks_again() {
        var steps = steps(
                seen(1, ADA, inInbox(7)), toWork(2, ADA, inInbox(7)), flagged(3, ADA, inInbox(7)),
                flagged(4, BOB, inInbox(8)));

        assertThat(steps).extracting(Step::positions).containsExactly(Set.of(1L), Set.of(4L), Set.of(2L));
    }

    @Test
    void does_not_touch_a_message_that_is_on_its_way() {
        var steps = steps(seen(1, ADA), flagged(2, ADA, inInbox(7)), seen(3, BOB, inInbox(8)));

        assertThat(steps).extracting(Step::positions).containsExactly(Set.of(3L));
    }

    @Test
    void says_of_a_move_whether_it_was_tried_before() {
        var tried = new WaitingChange.Move(1, true, ADA, WORK, "Work", List.of(inInbox(7)));

        var steps = steps(tried, toWork(2, BOB, inInbox(8)));

        assertThat(steps).extracting(it -> it.commands().getFirst().change()).containsExactlyInAnyOrder(
                new RemoteChange.Move("INBOX", ONE, Set.of(new Uid(7)), "Work", true),
                new RemoteChange.Move("INBOX", ONE, Set.of(new Uid(8)), "Work", false));
    }

    @Test
    void deletes_for_good() {
        var steps = steps(new WaitingChange.Delete(1, false, ADA, List.of(inInbox(7))));

        assertThat(steps).containsExactly(new Step(Set.of(1L), List.of(new Command(
                new RemoteChange.Expunge("INBOX", ONE, Set.of(new Uid(7))), Map.of(new Uid(7), 1L)))));
    }

    @Test
    void changes_a_folder_when_everything_before_is_done_and_plans_the_rest_anew() {
        var steps = steps(seen(1, ADA, inInbox(7)), create(2), toWork(3, BOB, inInbox(8)));

        assertThat(steps).extracting(Step::positions).containsExactly(Set.of(1L), Set.of(2L));
        assertThat(steps.getLast().commands())
                .containsExactly(new Command(new RemoteChange.Create("Plans"), Map.of()));
    }

    @Test
    void does_not_change_a_folder_as_long_as_something_before_it_has_to_wait() {
        var drop = new WaitingChange.DropFolder(3, false, INBOX, "Old");

        var steps = steps(toWork(1, ADA), seen(2, BOB, inInbox(8)), drop);

        assertThat(steps).extracting(Step::positions).containsExactly(Set.of(2L));
    }

    @Test
    void does_not_change_a_folder_in_the_same_plan_as_moves_before_it() {
        var drop = new WaitingChange.DropFolder(2, false, INBOX, "Old");

        assertThat(steps(toWork(1, ADA, inInbox(7)), drop)).extracting(Step::positions).containsExactly(Set.of(1L));
    }

    @Test
    void names_folders_as_they_are_to_be() {
        var rename = new WaitingChange.RenameFolder(1, false, WORK, "Work", "Play");

        assertThat(steps(rename)).containsExactly(new Step(Set.of(1L), List.of(
                new Command(new RemoteChange.Rename("Work", "Play"), Map.of()))));
    }

    @Test
    void carries_thousands_in_few_steps() {
        var waiting = new WaitingChange[10_000];
        Arrays.setAll(waiting, i -> seen(i, new EmailId(new UUID(1, i)), inInbox(i + 1)));

        assertThat(steps(waiting)).hasSize(1);
    }
}
