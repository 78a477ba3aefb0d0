package org.waxwing.application.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.waxwing.application.rules.Rulebench.star;
import static org.waxwing.application.rules.Rulebench.written;
import static org.waxwing.domain.world.EmailBuilder.anEmail;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.waxwing.application.change.UndoAction;
import org.waxwing.application.jobs.Pieces;
import org.waxwing.application.rules.ApplyRule.Result;
import org.waxwing.application.runtime.MailEvent;
import org.waxwing.application.world.House;
import org.waxwing.domain.account.Account;
import org.waxwing.domain.jobs.Job;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.MailboxRole;
import org.waxwing.domain.reading.ListPosition;
import org.waxwing.domain.reading.MailView;
import org.waxwing.domain.rules.Action;
import org.waxwing.domain.rules.Condition;
import org.waxwing.domain.rules.Rule;
import org.waxwing.domain.rules.RuleId;
import org.waxwing.domain.rules.text.TextTest;

/** A rule is run on mail that is there, piece by piece. */
class ApplyRuleTest {
    private static final int MANY = Pieces.SIZE + 20;

    private final House house = new House();
    private final Rulebench bench = Rulebench.in(house);
    private final Account account = house.connected();
    private final Editor ada = new Editor(account.owner(), false);

    private void stored(String... subjects) {
        house.server().folder("Archive", MailboxRole.ARCHIVE);
        for (var it : subjects) deliver(it);
        house.sync(account);
        house.events().clear();
    }

    private void deliver(String subject) {
        house.server().inbox().deliver(
                anEmail().subject(subject).received(account.addedAt().minus(Duration.ofDays(9))));
    }

    private void many() {
        for (int i = 0; i < MANY; i++) deliver("lunch " + i);
        stored();
    }

    private Job begun(Rule rule) {
        if (house.applyRule().apply(ada.person(), rule.id()) instanceof Result.Begun(var jobs) && jobs.size() == 1)
            return jobs.getFirst();
        throw new AssertionError("Not one job");
    }

    private void work() {
        var due = house.waiting(MailEvent.JobDue.class);
        house.events().clear();
        due.forEach(house.mailFlow()::handle);
    }

    private Job latest() {
        return house.listJobs().list(ada.person()).getFirst();
    }

    private long starred() {
        return house.as(ada.person(), () -> house.world().sorting().mail(account.id(), List.of(), 2_000)).stream()
                .filter(it -> house.as(ada.person(), () -> house.world().ruleMail().those(List.of(it.id()))).getFirst()
                        .keywords().contains(Keyword.FLAGGED))
                .count();
    }

    @Test
    void does_to_stored_mail_what_the_rule_says_as_one_action() {
        stored("lunch today", "order", "lunch tomorrow");
        var rule = bench.added(ada, written("Lunch", new Condition.Subject(TextTest.contains("lunch")),
                new Action.Star(), new Action.Archive(), new Action.Notify(), new Action.Forward("eve@example.org")));
        bench.switchRule().turn(ada, rule.id(), false);

        var job = begun(rule);
        work();

        assertThat(house.subjects(account, MailView.IMBOX)).containsExactly("order");
        assertThat(house.subjects(account, MailView.ARCHIVE)).containsExactlyInAnyOrder("lunch today",
                "lunch tomorrow");
        assertThat(latest().state()).isEqualTo(Job.State.DONE);
        assertThat(List.of(latest().done(), latest().total(), latest().changed())).containsExactly(3L, 3L, 2L);
        assertThat(house.undoAction().undo(ada.person(), job.action()))
                .isInstanceOf(UndoAction.Result.Undone.class);
        assertThat(house.emails(account, MailView.IMBOX)).hasSize(3)
                .noneMatch(it -> it.keywords().contains(Keyword.FLAGGED));
    }

    @Test
    void goes_on_where_it_was_when_the_server_died() {
        many();
        begun(bench.added(ada, star("lunch")));
        var due = house.waiting(MailEvent.JobDue.class);
        // looking what it is, reading a piece and doing it are three transactions, and the next piece has two
        house.world().failCommit(5, new IllegalStateException("power"));
        assertThatThrownBy(() -> due.forEach(house.mailFlow()::handle)).hasMessage("power");
        var halfway = latest();
        long then = starred();

        due.forEach(house.mailFlow()::handle);
        due.forEach(house.mailFlow()::handle);

        assertThat(halfway.done()).isEqualTo(Pieces.SIZE);
        assertThat(then).isEqualTo(Pieces.SIZE);
        assertThat(latest().state()).isEqualTo(Job.State.DONE);
        assertThat(latest().changed()).isEqualTo(MANY);
        assertThat(starred()).isEqualTo(MANY);
        assertThat(house.listActions().list(ada.person(), ListPosition.START, 5).items()).singleElement()
                .satisfies(it -> assertThat(it.conversations()).isPositive());
    }

    @Test
    void ends_when_it_is_not_wanted_any_more() {
        many();
        var rule = bench.added(ada, star("lunch"));
        var job = begun(rule);

        assertThat(begun(rule)).isEqualTo(job);
        assertThat(house.cancelJob().cancel(ada.person(), job.id())).isTrue();
        work();

        assertThat(starred()).isZero();
        assertThat(latest().state()).isEqualTo(Job.State.CANCELLED);
    }

    @Test
    void ends_when_what_it_did_is_taken_back_or_its_rule_is_gone() {
        many();
        var rule = bench.added(ada, star("lunch"));
        var job = begun(rule);
        var due = house.waiting(MailEvent.JobDue.class);
        house.world().failCommit(5, new IllegalStateException("power"));
        assertThatThrownBy(() -> due.forEach(house.mailFlow()::handle)).hasMessage("power");
        house.undoAction().undo(ada.person(), job.action());

        work();

        assertThat(starred()).isZero();
        assertThat(latest().state()).isEqualTo(Job.State.CANCELLED);
        house.pass(Duration.ofSeconds(1));
        begun(rule);
        bench.removeRule().remove(ada, rule.id(), "");
        work();
        assertThat(starred()).isZero();
        assertThat(latest().state()).isEqualTo(Job.State.CANCELLED);
    }

    @Test
    void does_not_do_what_a_rule_before_it_stops() {
        stored("lunch today");
        bench.added(ada, written("Stop", new Condition.Always(), new Action.Stop()));
        begun(bench.added(ada, star("lunch")));

        work();

        assertThat(starred()).isZero();
        assertThat(latest().changed()).isZero();
    }

    @Test
    void there_is_nothing_to_run_without_a_rule() {
        assertThat(house.applyRule().apply(ada.person(), new RuleId(UUID.randomUUID())))
                .isEqualTo(new Result.NotThere());
        var rule = bench.added(ada, star("lunch"));
        assertThat(house.applyRule().apply(ada.person(), rule.id())).isEqualTo(new Result.Begun(List.of()));
    }
}
