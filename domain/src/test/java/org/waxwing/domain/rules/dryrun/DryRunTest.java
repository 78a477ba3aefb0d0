package org.waxwing.domain.rules.dryrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.waxwing.domain.world.MailFacts.aMessage;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.identity.OrganisationId;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.MailboxId;
import org.waxwing.domain.mailbox.MailboxRole;
import org.waxwing.domain.rules.Action;
import org.waxwing.domain.rules.Condition;
import org.waxwing.domain.rules.Rule;
import org.waxwing.domain.rules.RuleId;
import org.waxwing.domain.rules.RuleOwner;
import org.waxwing.domain.rules.RuleSet;
import org.waxwing.domain.rules.evaluation.Verdict.Matter;
import org.waxwing.domain.rules.text.TextTest;
import org.waxwing.domain.sorting.Category;

class DryRunTest {
    private static final Instant NOW = Instant.parse("2026-03-10T09:00:00Z");
    private static final Condition LUNCH = new Condition.Subject(TextTest.contains("lunch"));
    private static final RuleOwner ADA = new RuleOwner.Somebody(new PersonId(new UUID(0, 2)));
    private static final RuleOwner HOUSE = new RuleOwner.Organisation(new OrganisationId(new UUID(0, 3)));
    private static final MailboxId INBOX = new MailboxId(new UUID(4, 1));
    private static final Keyword TRAVEL = new Keyword("travel");

    private static Rule rule(RuleOwner owner, int number, Condition condition, Action... actions) {
        return new Rule(
                id(number), owner, "Rule " + number, new Rule.Reach.EveryAccount(), condition, List.of(actions), true,
                false);
    }

    private static RuleId id(int number) {
        return new RuleId(new UUID(1, number));
    }

    private static EmailId email(int number) {
        return new EmailId(new UUID(3, number));
    }

    private static List<EmailId> emails(int... numbers) {
        return IntStream.of(numbers).mapToObj(DryRunTest::email).toList();
    }

    private static DryRun run(Rule rule, Rule... others) {
        return new DryRun(rule, new RuleSet(Arrays.asList(others)), 5);
    }

    private static Present at(MailboxRole role, Keyword... keywords) {
        return new Present(INBOX, "INBOX", role, Set.of(keywords), Category.IMBOX, false, Set.of(), Set.of());
    }

    private static Present byHand(Present present, Set<Present.Deed> deeds, Keyword... labels) {
        return new Present(
                present.mailbox(), present.path(), present.role(), present.keywords(), present.category(),
                present.waiting(), deeds, Set.of(labels));
    }

    @Test
    void counts_what_would_match_and_what_each_action_would_change() {
        var run = run(rule(ADA, 1, LUNCH, new Action.Label(TRAVEL), new Action.Archive(), new Action.Stop()));

        run.look(email(1), aMessage(), at(MailboxRole.INBOX), NOW);
        run.look(email(2), aMessage().subject("Dinner"), at(MailboxRole.INBOX), NOW);
        run.look(email(3), aMessage(), at(MailboxRole.ARCHIVE), NOW);
        run.look(email(4), aMessage(), at(MailboxRole.INBOX, TRAVEL), NOW);

        var report = run.report();
        assertThat(report.looked()).isEqualTo(4);
        assertThat(report.matched()).isEqualTo(new Tally(3, emails(1, 3, 4)));
        assertThat(report.outcomes()).containsExactly(
                new DryRunReport.Outcome(
                        new Action.Label(TRAVEL), new Tally(3, emails(1, 3, 4)), new Tally(2, emails(1, 3))),
                new DryRunReport.Outcome(
                        new Action.Archive(), new Tally(3, emails(1, 3, 4)), new Tally(2, emails(1, 4))));
        assertThat(report.clashes()).isEmpty();
        assertThat(report.againstHand()).isEmpty();
    }

    @Test
    void knows_for_every_action_whether_it_would_change_anything() {
        var folder = new MailboxId(new UUID(4, 2));
        var full = new Present(
                folder, "Lists/Dev", MailboxRole.NONE, Set.of(TRAVEL, Keyword.SEEN, Keyword.FLAGGED), Category.FEED,
                true,
                Set.of(), Set.of());
        var bare = at(MailboxRole.INBOX);
        var snooze = new Action.Snooze(new Action.Until.After(Duration.ofHours(1)));
        var actions = List.of(
                new Action.Label(TRAVEL), new Action.Move(new Action.Folder.Known(folder)),
                new Action.Move(new Action.Folder.Named("Lists/Dev")), new Action.Star(), new Action.Read(),
                new Action.Categorise(Category.FEED), snooze);

        assertThat(actions).allSatisfy(it -> {
            assertThat(Change.makes(it, full)).isFalse();
            assertThat(Change.makes(it, bare)).isTrue();
        });
        assertThat(Change.makes(new Action.Unlabel(TRAVEL), full)).isTrue();
        assertThat(Change.makes(new Action.Unlabel(TRAVEL), bare)).isFalse();
        assertThat(Change.makes(new Action.Archive(), full)).isFalse();
        assertThat(Change.makes(new Action.Trash(), at(MailboxRole.TRASH))).isFalse();
        assertThat(Change.makes(new Action.Spam(), at(MailboxRole.JUNK))).isFalse();
        assertThat(Change.makes(new Action.Spam(), bare)).isTrue();
        assertThat(Change.makes(new Action.Trash(), full)).isTrue();
        assertThat(Change.makes(new Action.Notify(), full)).isTrue();
        assertThat(Change.makes(new Action.Stop(), bare)).isFalse();
    }

    @Test
    void finds_what_other_rules_want_differently_and_who_wins() {
        var house = rule(HOUSE, 2, LUNCH, new Action.Spam());
        var later = rule(ADA, 3, LUNCH, new Action.Categorise(Category.FEED));
        var tested = rule(ADA, 1, LUNCH, new Action.Archive(), new Action.Categorise(Category.PAPER_TRAIL));
        var run = run(tested, house, tested.switchedOff(), later);

        run.look(email(1), aMessage(), at(MailboxRole.INBOX), NOW);

        var report = run.report();
        assertThat(report.clashes()).containsExactlyInAnyOrder(
                new DryRunReport.Clash(
                        Matter.PLACE, new Action.Archive(), id(2), new Action.Spam(), false, new Tally(1, emails(1))),
                new DryRunReport.Clash(
                        Matter.CATEGORY, new Action.Categorise(Category.PAPER_TRAIL), id(3),
                        new Action.Categorise(Category.FEED), true, new Tally(1, emails(1))));
        assertThat(report.outcomes().getFirst().done()).isEqualTo(Tally.NONE);
        assertThat(report.outcomes().getLast().changed().count()).isEqualTo(1);
    }

    @Test
    void finds_messages_that_a_rule_before_it_stops() {
        var stopping = rule(HOUSE, 2, LUNCH, new Action.Star(), new Action.Stop());
        var run = run(rule(ADA, 1, LUNCH, new Action.Archive()), stopping);

        run.look(email(1), aMessage(), at(MailboxRole.INBOX), NOW);

        assertThat(run.report().matched()).isEqualTo(Tally.NONE);
        assertThat(run.report().unreached())
                .containsExactly(new DryRunReport.Unreached(id(2), new Tally(1, emails(1))));
    }

    @Test
    void finds_what_would_undo_what_somebody_did_by_hand() {
        var run = run(rule(
                ADA, 1, LUNCH, new Action.Archive(), new Action.Star(), new Action.Read(), new Action.Label(TRAVEL),
                new Action.Categorise(Category.FEED)));
        var allDeeds = Set.of(Present.Deed.values());

        run.look(email(1), aMessage(), byHand(at(MailboxRole.INBOX), Set.of(Present.Deed.PLACE)), NOW);
        run.look(email(2), aMessage(), byHand(at(MailboxRole.INBOX), allDeeds, TRAVEL), NOW);
        run.look(email(3), aMessage(), byHand(at(MailboxRole.ARCHIVE, Keyword.SEEN, Keyword.FLAGGED, TRAVEL), allDeeds,
                TRAVEL), NOW);
        run.look(email(4), aMessage(), at(MailboxRole.INBOX), NOW);

        assertThat(run.report().againstHand()).containsExactly(
                new DryRunReport.AgainstHand(new Action.Archive(), new Tally(2, emails(1, 2))),
                new DryRunReport.AgainstHand(new Action.Star(), new Tally(1, emails(2))),
                new DryRunReport.AgainstHand(new Action.Read(), new Tally(1, emails(2))),
                new DryRunReport.AgainstHand(new Action.Label(TRAVEL), new Tally(1, emails(2))),
                new DryRunReport.AgainstHand(new Action.Categorise(Category.FEED), new Tally(2, emails(2, 3))));
    }

    @Test
    void counts_what_is_open_until_a_model_answers() {
        var run = run(rule(ADA, 1, new Condition.Ai("about food"), new Action.Star()));

        run.look(email(1), aMessage(), at(MailboxRole.INBOX), NOW);
        run.look(email(2), aMessage().answered("about food", true), at(MailboxRole.INBOX), NOW);

        assertThat(run.report().open()).isEqualTo(new Tally(1, emails(1)));
        assertThat(run.report().matched()).isEqualTo(new Tally(1, emails(2)));
    }

    @Test
    void tries_a_rule_that_is_switched_off_as_if_it_were_on() {
        var run = run(rule(ADA, 1, LUNCH, new Action.Star()).switchedOff());

        run.look(email(1), aMessage(), at(MailboxRole.INBOX), NOW);

        assertThat(run.report().matched().count()).isEqualTo(1);
    }

    @Test
    void runs_no_unsound_rule() {
        assertThatThrownBy(() -> run(rule(ADA, 1, new Condition.Any(List.of()), new Action.Star())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("GROUP_EMPTY");
    }

    @Test
    void keeps_the_first_the_last_and_evenly_spread_samples() {
        for (int size : new int[]{1, 2, 4, 5, 6, 10, 11, 12, 99, 1_000, 12_345}) {
            var counter = new Counter(5);
            for (int i = 0; i < size; i++) counter.add(email(i));

            var tally = counter.tally();

            assertThat(tally.count()).isEqualTo(size);
            assertThat(tally.samples()).hasSize(Math.min(5, size)).doesNotHaveDuplicates();
            assertThat(tally.samples().getFirst()).isEqualTo(email(0));
            assertThat(tally.samples().getLast()).isEqualTo(email(size - 1));
            var places = tally.samples().stream().map(it -> (int) it.value().getLeastSignificantBits()).toList();
            for (int i = 1; i < places.size(); i++)
                assertThat(places.get(i) - places.get(i - 1)).isBetween(1, Math.max(2, size / 2));
        }
    }
}
