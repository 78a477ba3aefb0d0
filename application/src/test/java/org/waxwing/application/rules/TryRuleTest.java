package org.waxwing.application.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waxwing.application.rules.Rulebench.star;
import static org.waxwing.application.rules.Rulebench.written;
import static org.waxwing.domain.world.EmailBuilder.anEmail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.waxwing.application.rules.TryRule.Result;
import org.waxwing.application.rules.TryRule.Trial;
import org.waxwing.application.rules.TryRule.Watcher;
import org.waxwing.application.runtime.MailEvent;
import org.waxwing.application.world.House;
import org.waxwing.domain.account.Account;
import org.waxwing.domain.mailbox.Mailbox;
import org.waxwing.domain.rules.Action;
import org.waxwing.domain.rules.Condition;
import org.waxwing.domain.rules.RuleProblem;
import org.waxwing.domain.rules.dryrun.DryRunReport;
import org.waxwing.domain.rules.json.WrittenRule;
import org.waxwing.domain.rules.text.TextTest;
import org.waxwing.domain.world.EmailBuilder;

class TryRuleTest {
    private static final Instant FIRST = Instant.parse("2026-01-01T09:00:00Z");
    private static final Watcher TO_THE_END = (looked, total) -> true;

    private final House house = new House();
    private final Rulebench bench = Rulebench.in(house);
    private final Account account = house.connected();
    private final Editor ada = new Editor(account.owner(), false);

    private Result.Tried tried(WrittenRule rule) {
        return tried(new Trial(rule, List.of()), TO_THE_END);
    }

    private Result.Tried tried(Trial trial, Watcher watcher) {
        var result = bench.tryRule().run(ada.person(), trial, watcher);
        if (result instanceof Result.Tried tried) return tried;
        throw new AssertionError("Not tried: " + result);
    }

    private void deliver(String... subjects) {
        var inbox = house.server().inbox();
        for (int i = 0; i < subjects.length; i++)
            inbox.deliver(anEmail().subject(subjects[i]).text("About " + subjects[i] + ".")
                    .received(FIRST.plusSeconds(i)));
        house.sync(account);
    }

    private static List<String> subjects(Result.Tried tried, DryRunReport report) {
        return report.matched().samples().stream()
                .map(tried.samples()::get)
                .map(it -> it == null ? "gone" : it.subject().value())
                .toList();
    }

    @Test
    void counts_what_a_rule_would_do_and_shows_some_of_it() {
        deliver("lunch today", "order", "lunch tomorrow");

        var tried = tried(star("lunch"));

        assertThat(tried.complete()).isTrue();
        assertThat(tried.total()).isEqualTo(3);
        assertThat(tried.report().looked()).isEqualTo(3);
        assertThat(tried.report().matched().count()).isEqualTo(2);
        assertThat(subjects(tried, tried.report())).containsExactly("lunch tomorrow", "lunch today");
        assertThat(tried.report().outcomes()).singleElement()
                .satisfies(it -> assertThat(it.changed().count()).isEqualTo(2));
        assertThat(bench.own(ada.person())).isEmpty();
    }

    @Test
    void reads_words_and_fields_where_rules_ask_for_them() {
        deliver("lunch", "order");
        bench.added(ada, written("Words first", new Condition.Body(TextTest.contains("About lunch")),
                new Action.Archive(), new Action.Stop()));

        var bodies = tried(written("B", new Condition.Body(TextTest.contains("about order")), new Action.Star()));
        var fields = tried(written("F", new Condition.Header("Subject", TextTest.is("order")), new Action.Star()));
        var unreached = tried(star("lunch"));

        assertThat(bodies.report().matched().count()).isOne();
        assertThat(fields.report().matched().count()).isOne();
        assertThat(unreached.report().matched().count()).isZero();
        assertThat(unreached.report().unreached()).singleElement()
                .satisfies(it -> assertThat(it.messages().count()).isOne());
    }

    @Test
    void knows_newcomers() {
        deliver("first", "second");
        house.waiting(MailEvent.EmailsArrived.class)
                .forEach(house.learnSenders()::learn);

        var tried = tried(written("New", new Condition.FirstTimeSender(), new Action.Star()));

        assertThat(subjects(tried, tried.report())).containsExactly("first");
    }

    @Test
    void tries_a_changed_rule_in_the_place_of_the_one_it_was() {
        deliver("lunch", "order");
        var first = bench.added(ada, written("All", new Condition.Always(), new Action.Archive()));
        bench.added(ada, written("Orders", new Condition.Subject(TextTest.is("order")), new Action.Trash()));

        var tried = tried(new Trial(written("All", new Condition.Always(), new Action.Spam()), List.of(first.id())),
                TO_THE_END);

        assertThat(tried.report().matched().count()).isEqualTo(2);
        assertThat(tried.report().clashes()).singleElement().satisfies(it -> assertThat(it.wins()).isTrue());
    }

    @Test
    void leaves_out_the_mail_of_others() {
        deliver("lunch");
        var other = house.connected();
        house.sync(other);

        assertThat(tried(star("lunch")).total()).isOne();
    }

    @Test
    void goes_through_everything_page_by_page_and_ends_when_told() {
        var inbox = house.world().inbox(account);
        deliverMany(inbox, 2 * TryRule.PAGE + 100);
        var seen = new ArrayList<Long>();

        var all = tried(new Trial(star("mail"), List.of()), (looked, total) -> seen.add(looked));
        var some = tried(new Trial(star("mail"), List.of()), (looked, total) -> looked == 0);

        assertThat(seen).containsExactly(0L, 500L, 1000L);
        assertThat(all.report().matched().count()).isEqualTo(1_100);
        assertThat(all.complete()).isTrue();
        assertThat(some.report().matched().count()).isEqualTo(500);
        assertThat(some.complete()).isFalse();
        assertThat(some.total()).isEqualTo(1_100);
    }

    private void deliverMany(Mailbox inbox, int count) {
        var mail = new EmailBuilder[count];
        for (int i = 0; i < count; i++) mail[i] = anEmail().subject("mail " + i).received(FIRST.plusSeconds(i / 2));
        house.world().deliverAll(account, inbox, mail);
    }

    @Test
    void tries_nothing_that_cannot_be_run() {
        var result = bench.tryRule().run(ada.person(),
                new Trial(written("", new Condition.Always(), new Action.Star()), List.of()), TO_THE_END);

        assertThat(result).isInstanceOfSatisfying(Result.Invalid.class, it -> assertThat(it.problems())
                .extracting(RuleProblem::reason).containsExactly(RuleProblem.Reason.NAME_MISSING));
    }
}
