package org.waxwing.application.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.waxwing.application.rules.Rulebench.star;
import static org.waxwing.application.rules.Rulebench.written;
import static org.waxwing.domain.world.EmailBuilder.anEmail;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waxwing.application.change.UndoAction;
import org.waxwing.application.change.UndoAutomatic;
import org.waxwing.application.runtime.LiveUpdate;
import org.waxwing.application.runtime.MailEvent;
import org.waxwing.application.sorting.CorrectSorting;
import org.waxwing.application.world.House;
import org.waxwing.domain.account.Account;
import org.waxwing.domain.change.ActionLog;
import org.waxwing.domain.change.ActionLog.Automatic;
import org.waxwing.domain.history.HistoryLine;
import org.waxwing.domain.history.HistoryLine.Engine;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.MailboxRole;
import org.waxwing.domain.preferences.Preference;
import org.waxwing.domain.reading.EmailView;
import org.waxwing.domain.reading.ListPosition;
import org.waxwing.domain.reading.MailView;
import org.waxwing.domain.rules.Action;
import org.waxwing.domain.rules.Condition;
import org.waxwing.domain.rules.Rule;
import org.waxwing.domain.rules.text.TextTest;
import org.waxwing.domain.screening.Decision;
import org.waxwing.domain.sorting.Category;
import org.waxwing.domain.world.EmailBuilder;

/** What rules do to mail the moment it arrives, once. */
class RunRulesTest {
    private static final Condition LUNCH = new Condition.Subject(TextTest.contains("lunch"));
    private static final Keyword FOOD = new Keyword("food");

    private final House house = new House();
    private final Rulebench bench = Rulebench.in(house);
    private final Account account = house.connected();
    private final Editor ada = new Editor(account.owner(), false);
    private final Instant now = account.addedAt().plus(Duration.ofHours(1));

    @BeforeEach
    void an_account_that_was_read() {
        house.server().folder("Archive", MailboxRole.ARCHIVE);
        house.server().folder("Work", MailboxRole.NONE);
        house.world().run(account.owner(), () -> house.world().preferences().choose(
                account.owner(), Map.of(Preference.SCREENER, "off", Preference.TIME_ZONE, "Europe/Berlin")));
        house.sync(account);
        flow();
    }

    /** Does what events ask for until none waits; servers are not asked again. */
    private void flow() {
        while (!house.events().waiting().isEmpty()) {
            var waiting = house.events().waiting();
            house.events().clear();
            waiting.stream().filter(it -> !(it instanceof MailEvent.SyncWanted)).forEach(house.mailFlow()::handle);
        }
    }

    private EmailBuilder mail(String subject) {
        return anEmail().from("bob@example.net").subject(subject).received(now);
    }

    /** Stores mail; that it arrived is told later. */
    private List<MailEvent.EmailsArrived> arriveUnheard(EmailBuilder... mails) {
        List.of(mails).forEach(house.server().inbox()::deliver);
        house.sync(account);
        var arrived = house.waiting(MailEvent.EmailsArrived.class);
        house.events().clear();
        return arrived;
    }

    private void arrive(EmailBuilder... mails) {
        arriveUnheard(mails).forEach(house.mailFlow()::handle);
        flow();
    }

    private EmailView in(MailView view) {
        return house.emails(account, view).getFirst();
    }

    private List<HistoryLine> lines(EmailId email) {
        return house.as(account.owner(), () -> house.world().history().of(email, 20)).stream()
                .filter(it -> it.engine() == Engine.RULE)
                .toList();
    }

    private List<ActionLog.Logged> actions() {
        return house.listActions().list(account.owner(), ListPosition.START, 20).items();
    }

    @Test
    void labels_stars_marks_read_and_moves_what_matches() {
        var rule = bench.added(ada, written("Lunch", LUNCH,
                new Action.Label(FOOD), new Action.Star(), new Action.Read(), new Action.Archive()));

        arrive(mail("lunch today"), mail("order"));

        assertThat(house.subjects(account, MailView.IMBOX)).containsExactly("order");
        var archived = in(MailView.ARCHIVE);
        assertThat(archived.keywords()).contains(FOOD, Keyword.FLAGGED, Keyword.SEEN);
        assertThat(lines(archived.id())).extracting(HistoryLine::deed)
                .containsExactlyInAnyOrder("label", "star", "read", "archive");
        assertThat(lines(archived.id())).allSatisfy(it -> {
            assertThat(it.reference()).isEqualTo(rule.id().toString());
            assertThat(it.action()).containsExactly(actions().getFirst().id());
        });
        assertThat(actions()).singleElement().satisfies(it -> {
            assertThat(it.title()).isEqualTo(ActionLog.RULES);
            assertThat(it.detail()).isEqualTo("Lunch");
            assertThat(it.conversations()).isOne();
        });
        assertThat(house.waitingChanges(account)).isPositive();
    }

    @Test
    void what_is_told_twice_is_done_once() {
        bench.added(ada, star("lunch"));
        var arrived = arriveUnheard(mail("lunch today"));
        arrived.forEach(house.mailFlow()::handle);
        var email = in(MailView.IMBOX);
        house.undoAction().undo(account.owner(), actions().getFirst().id());

        arrived.forEach(house.mailFlow()::handle);

        assertThat(in(MailView.IMBOX).keywords()).doesNotContain(Keyword.FLAGGED);
        assertThat(lines(email.id())).hasSize(1);
        assertThat(actions()).hasSize(1);
    }

    @Test
    void what_a_crash_took_back_is_done_when_it_is_told_again() {
        bench.added(ada, written("Lunch", LUNCH, new Action.Star(), new Action.Categorise(Category.FEED)));
        var arrived = arriveUnheard(mail("lunch today"));
        // noting the sender is one transaction, reading another, and what is done the last
        house.world().failCommit(3, new IllegalStateException("disk"));
        assertThatThrownBy(() -> arrived.forEach(house.mailFlow()::handle)).hasMessage("disk");
        var before = in(MailView.IMBOX);

        arrived.forEach(house.mailFlow()::handle);

        assertThat(before.keywords()).doesNotContain(Keyword.FLAGGED);
        assertThat(in(MailView.FEED).keywords()).contains(Keyword.FLAGGED);
        assertThat(actions()).hasSize(1);
    }

    @Test
    void leaves_alone_what_came_before_the_account_and_what_came_to_other_folders() {
        bench.added(ada, star("lunch"));
        house.server().folder("Lists", MailboxRole.NONE).deliver(mail("lunch on a list"));

        arrive(mail("lunch long ago").received(account.addedAt().minus(Duration.ofDays(1))));

        assertThat(house.emails(account, MailView.ALL)).hasSize(2)
                .noneMatch(it -> it.keywords().contains(Keyword.FLAGGED));
        assertThat(actions()).isEmpty();
    }

    @Test
    void goes_by_rules_of_the_organisation_first_and_by_none_that_is_switched_off() {
        var boss = new Editor(account.owner(), true);
        bench.added(boss, Rulebench.forEverybody(written("House", LUNCH, new Action.Label(new Keyword("house")),
                new Action.Stop())));
        bench.added(ada, star("lunch"));
        var off = bench.added(ada, star("order"));
        bench.switchRule().turn(ada, off.id(), false);

        arrive(mail("lunch today"), mail("order"));

        var all = house.emails(account, MailView.IMBOX);
        assertThat(all).noneMatch(it -> it.keywords().contains(Keyword.FLAGGED));
        assertThat(all).filteredOn(it -> it.keywords().contains(new Keyword("house"))).hasSize(1);
    }

    @Test
    void what_a_rule_sorted_stays_there_until_its_owner_says_otherwise() {
        bench.added(ada, written("Lunch", LUNCH, new Action.Categorise(Category.FEED)));
        arrive(mail("lunch today"));
        house.sortAccount().sort(account.owner(), account.id());
        flow();
        var email = in(MailView.FEED);

        house.correctSorting().correct(account.owner(), new CorrectSorting.Command(
                Set.of(), Set.of(email.id()), Category.PAPER_TRAIL, Optional.of("message"), false));
        house.sortAccount().sort(account.owner(), account.id());
        flow();

        assertThat(lines(email.id())).singleElement()
                .satisfies(it -> assertThat(it.detail()).isEqualTo("FEED"));
        assertThat(house.subjects(account, MailView.PAPER_TRAIL)).containsExactly("lunch today");
    }

    @Test
    void undoing_puts_everything_back_and_lets_it_be_sorted_as_ever() {
        bench.added(ada, written("Lunch", LUNCH, new Action.Categorise(Category.FEED), new Action.Star()));
        arrive(mail("lunch today"));

        var undone = house.undoAction().undo(account.owner(), actions().getFirst().id());
        house.sortAccount().sort(account.owner(), account.id());
        flow();

        assertThat(undone).isInstanceOf(UndoAction.Result.Undone.class);
        assertThat(in(MailView.IMBOX).keywords()).doesNotContain(Keyword.FLAGGED);
        assertThat(house.emails(account, MailView.FEED)).isEmpty();
    }

    @Test
    void moves_to_folders_by_name_and_makes_those_that_are_missing() {
        bench.added(ada, written("Lunch", LUNCH, new Action.Move(new Action.Folder.Named("Food/Lunch"))));
        bench.added(ada, written("Work", new Condition.Subject(TextTest.contains("tender")),
                new Action.Move(new Action.Folder.Known(
                        Optional.ofNullable(house.folders(account).get("Work")).orElseThrow().id()))));

        arrive(mail("lunch today"), mail("lunch tomorrow"), mail("tender"));

        assertThat(house.total(account, "Food/Lunch")).isEqualTo(2);
        assertThat(house.total(account, "Work")).isOne();
        assertThat(house.emails(account, MailView.IMBOX)).isEmpty();
    }

    @Test
    void snoozes_until_the_clock_of_its_owner_shows_a_time() {
        bench.added(ada, written("Lunch", LUNCH, new Action.Snooze(new Action.Until.At(LocalTime.of(12, 0)))));

        arrive(mail("lunch today"));

        assertThat(house.emails(account, MailView.IMBOX)).isEmpty();
        assertThat(lines(in(MailView.SNOOZED).id())).singleElement()
                .satisfies(it -> assertThat(it.detail()).isEqualTo("2026-03-01T11:00:00Z"));
    }

    @Test
    void tells_its_owner() {
        bench.added(ada, written("Lunch", LUNCH, new Action.Notify()));

        arrive(mail("lunch today"));

        var email = in(MailView.IMBOX);
        assertThat(house.live().told(account.owner(), LiveUpdate.Notice.class))
                .containsExactly(new LiveUpdate.Notice(account.id(), email.thread(), email.id()));
        assertThat(lines(email.id())).extracting(HistoryLine::deed, HistoryLine::detail, HistoryLine::action)
                .containsExactly(tuple("notify", "", List.of()));
        assertThat(actions()).isEmpty();
    }

    @Test
    void asks_in_which_language_somebody_wrote() {
        bench.added(ada, written("German", new Condition.InLanguage("de"), new Action.Star()));

        arrive(
                mail("deutsch")
                        .text("Ich habe den Plan gelesen, und wir können uns gerne am Freitag darüber unterhalten."),
                mail("english").text("I have read the plan, and we can talk about it on Friday if you like."),
                mail("short").text("Danke dir!"));

        assertThat(house.emails(account, MailView.IMBOX)).filteredOn(it -> it.keywords().contains(Keyword.FLAGGED))
                .extracting(it -> it.headers().subject().value()).containsExactly("deutsch");
    }

    @Test
    void whoever_was_let_in_is_known() {
        bench.added(ada, written("Known", new Condition.KnownSender(), new Action.Star()));
        house.world().run(account.owner(), () -> house.world().decisions().decide(List.of(
                new Decision("example.net", Decision.Verdict.IN, now))));

        arrive(mail("from somebody let in"), mail("from a stranger").from("eve@example.com"));

        assertThat(house.emails(account, MailView.IMBOX)).filteredOn(it -> it.keywords().contains(Keyword.FLAGGED))
                .extracting(it -> it.headers().subject().value()).containsExactly("from somebody let in");
    }

    @Test
    void takes_back_what_rules_did_to_a_message_by_a_rule_or_in_a_time() {
        Rule food = bench.added(ada, written("Lunch", LUNCH, new Action.Label(FOOD), new Action.Archive()));
        bench.added(ada, star("lunch"));
        arrive(mail("lunch today"), mail("lunch tomorrow"));
        var today = house.emails(account, MailView.ARCHIVE).stream()
                .filter(it -> it.headers().subject().value().equals("lunch today")).findFirst().orElseThrow();

        var ofMessage = house.undoAutomatic().undo(account.owner(), new Automatic.ToMessage(today.id()));

        assertThat(ofMessage.actions()).isEqualTo(2);
        assertThat(house.subjects(account, MailView.IMBOX)).containsExactly("lunch today");
        assertThat(in(MailView.IMBOX).keywords()).doesNotContain(FOOD, Keyword.FLAGGED);
        assertThat(in(MailView.ARCHIVE).keywords()).contains(FOOD, Keyword.FLAGGED);

        var ofRule = house.undoAutomatic().undo(account.owner(), new Automatic.ByRule(food.id().toString()));
        assertThat(ofRule.actions()).isOne();
        assertThat(house.emails(account, MailView.ARCHIVE)).isEmpty();
        assertThat(house.emails(account, MailView.IMBOX)).filteredOn(it -> it.keywords().contains(Keyword.FLAGGED))
                .hasSize(1);

        house.pass(Duration.ofMinutes(1));
        var until = house.clock().instant();
        var ofTime = house.undoAutomatic().undo(
                account.owner(), new Automatic.Within(until.minus(Duration.ofHours(1)), until));
        assertThat(ofTime.actions()).isOne();
        assertThat(house.emails(account, MailView.IMBOX)).hasSize(2)
                .noneMatch(it -> it.keywords().contains(Keyword.FLAGGED));
        assertThat(house.undoAutomatic().undo(account.owner(), new Automatic.ToMessage(today.id())))
                .isEqualTo(new UndoAutomatic.Undone(0, 0));
    }

    @Test
    void takes_back_what_one_rule_did_to_a_message_and_says_of_which_that_can_be_done() {
        bench.added(ada, written("Lunch", LUNCH, new Action.Label(FOOD)));
        bench.added(ada, star("lunch"));
        arrive(mail("lunch today"), mail("lunch tomorrow"));
        var today = house.emails(account, MailView.IMBOX).stream()
                .filter(it -> it.headers().subject().value().equals("lunch today")).findFirst().orElseThrow();
        var before = house.explainSorting().explain(account.owner(), today.id()).orElseThrow();
        var labelled = before.history().stream().filter(it -> it.deed().equals("label")).findFirst().orElseThrow()
                .action().getFirst();

        var undone = house.undoAutomatic().undo(account.owner(), new Automatic.OfAction(labelled, today.id()));

        assertThat(undone).isEqualTo(new UndoAutomatic.Undone(1, 1));
        assertThat(house.emails(account, MailView.IMBOX)).filteredOn(it -> it.keywords().contains(FOOD))
                .extracting(it -> it.headers().subject().value()).containsExactly("lunch tomorrow");
        assertThat(house.emails(account, MailView.IMBOX)).allMatch(it -> it.keywords().contains(Keyword.FLAGGED));
        assertThat(before.undoable()).hasSize(2).contains(labelled);
        assertThat(house.explainSorting().explain(account.owner(), today.id()).orElseThrow().undoable())
                .hasSize(1).doesNotContain(labelled);
    }

    @Test
    void a_message_whose_source_is_gone_has_no_fields_and_rules_wait_for_a_store_out_of_reach() {
        bench.added(ada,
                written("List", new Condition.Header("Subject", TextTest.contains("lunch")), new Action.Star()));
        var lost = mail("lunch lost");
        var arrived = arriveUnheard(lost, mail("lunch kept"));
        house.blobs().lose(account.id(), EmailBuilder.sha256(lost.source()));

        house.blobs().beOutOfReach(true);
        assertThatThrownBy(() -> arrived.forEach(house.mailFlow()::handle)).isInstanceOf(UncheckedIOException.class);
        house.blobs().beOutOfReach(false);
        arrived.forEach(house.mailFlow()::handle);

        assertThat(house.emails(account, MailView.IMBOX)).filteredOn(it -> it.keywords().contains(Keyword.FLAGGED))
                .extracting(it -> it.headers().subject().value()).containsExactly("lunch kept");
    }

    @Test
    void nothing_is_taken_back_after_thirty_days() {
        bench.added(ada, star("lunch"));
        arrive(mail("lunch today"));
        var email = in(MailView.IMBOX);
        house.pass(Duration.ofDays(31));

        assertThat(house.undoAutomatic().undo(account.owner(), new Automatic.ToMessage(email.id())))
                .isEqualTo(new UndoAutomatic.Undone(0, 0));
    }
}
