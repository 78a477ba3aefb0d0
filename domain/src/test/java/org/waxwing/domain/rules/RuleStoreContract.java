package org.waxwing.domain.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.identity.OrganisationId;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.MailboxId;
import org.waxwing.domain.rules.text.TextTest;
import org.waxwing.domain.sorting.Category;
import org.waxwing.domain.world.World;

/** What every {@link RuleStore} does. */
public interface RuleStoreContract {
    World world();

    RuleStore rules();

    private RuleBook read(PersonId actor, RuleOwner owner) {
        return world().as(actor, () -> rules().of(owner));
    }

    private Optional<RuleBook> keep(PersonId actor, RuleBook book) {
        return world().as(actor, () -> rules().keep(book));
    }

    private OrganisationId organisationOf(PersonId person) {
        return world().as(person, () -> world().people().person(person).orElseThrow().organisation());
    }

    private static Rule rule(RuleOwner owner, String name, Condition condition, Action... actions) {
        return new Rule(
                new RuleId(UUID.randomUUID()), owner, name, new Rule.Reach.EveryAccount(), condition,
                List.of(actions), true, false);
    }

    private static Rule dull(RuleOwner owner, String name) {
        return rule(owner, name, new Condition.Subject(TextTest.contains("lunch")), new Action.Star());
    }

    /** Another rule than those of other tests: the organisation's are everybody's. */
    private static Rule marked(RuleOwner owner) {
        return dull(owner, "Rule " + UUID.randomUUID());
    }

    @Test
    default void has_an_empty_book_for_whoever_never_had_a_rule() {
        var ada = world().somebody();
        var owner = new RuleOwner.Somebody(ada);

        assertThat(read(ada, owner)).isEqualTo(RuleBook.emptyOf(owner));
    }

    @Test
    default void keeps_rules_in_their_order_under_the_next_version() {
        var ada = world().somebody();
        var owner = new RuleOwner.Somebody(ada);
        var first = dull(owner, "First");
        var second = dull(owner, "Second").switchedOff();

        var kept = keep(ada, RuleBook.emptyOf(owner).with(second).with(first));

        assertThat(kept).contains(new RuleBook(owner, List.of(second, first), 1));
        assertThat(read(ada, owner)).isEqualTo(kept.orElseThrow());
    }

    @Test
    default void keeps_every_kind_of_condition_and_action() {
        var ada = world().somebody();
        var owner = new RuleOwner.Somebody(ada);
        var words = new TextTest(TextTest.Operator.REGEX, List.of("a+", "grüße|\\d"));
        var conditions = new ArrayList<Condition>(List.of(
                new Condition.Always(),
                new Condition.Not(new Condition.Any(List.of(new Condition.HasAttachment(), new Condition.Always()))),
                new Condition.Subject(words),
                new Condition.Body(TextTest.is("", "x")),
                new Condition.Header("X-Spam-Flag", TextTest.is("YES")),
                new Condition.HeaderPresent("List-Id"),
                new Condition.MailingList(TextTest.contains("dev")),
                new Condition.AttachmentName(new TextTest(TextTest.Operator.WILDCARD, List.of("*.pdf"))),
                new Condition.AttachmentType(new TextTest(TextTest.Operator.BEGINS_WITH, List.of("image/"))),
                new Condition.AtAccount(new AccountId(UUID.randomUUID())),
                new Condition.Labelled(new Keyword("travel")),
                new Condition.InLanguage("zh-Hant"),
                new Condition.FirstTimeSender(),
                new Condition.KnownSender(),
                new Condition.Ai("asks me for money")));
        for (var part : Condition.AddressPart.values()) {
            conditions.add(new Condition.Sender(part, words));
            for (var among : Condition.Recipients.values()) conditions.add(new Condition.Recipient(among, part, words));
        }
        for (var it : Condition.Weight.values()) conditions.add(new Condition.Size(it, 5_000_000_000L));
        for (var it : Condition.Distance.values()) conditions.add(new Condition.Age(it, Duration.ofDays(30)));
        for (var it : Category.values()) conditions.add(new Condition.InCategory(it));
        var rule = rule(
                owner, "Everything", new Condition.All(conditions),
                new Action.Label(new Keyword("a")), new Action.Unlabel(new Keyword("b")),
                new Action.Move(new Action.Folder.Named("Lists/Dev")),
                new Action.Move(new Action.Folder.Known(new MailboxId(UUID.randomUUID()))),
                new Action.Archive(), new Action.Trash(), new Action.Spam(), new Action.Star(), new Action.Read(),
                new Action.Categorise(Category.FEED), new Action.Snooze(new Action.Until.After(Duration.ofHours(3))),
                new Action.Snooze(new Action.Until.At(LocalTime.of(18, 30))), new Action.Forward("bob@example.org"),
                new Action.Reply("Away", "Back on Monday.\n\nAda", Duration.ofDays(4)), new Action.Notify(),
                new Action.Webhook(URI.create("https://hooks.example.org/mail?a=1")), new Action.Stop());
        var narrow = new Rule(
                rule.id(), owner, rule.name(), new Rule.Reach.OneAccount(new AccountId(UUID.randomUUID())),
                rule.condition(), rule.actions(), false, true);

        keep(ada, RuleBook.emptyOf(owner).with(narrow));

        assertThat(read(ada, owner).rules()).containsExactly(narrow);
    }

    @Test
    default void puts_a_changed_book_in_the_place_of_the_last() {
        var ada = world().somebody();
        var owner = new RuleOwner.Somebody(ada);
        var first = dull(owner, "First");
        var second = dull(owner, "Second");
        var before = keep(ada, RuleBook.emptyOf(owner).with(first).with(second)).orElseThrow();

        var after = keep(ada, before.without(first.id()).with(second.switchedOff())).orElseThrow();

        assertThat(after.version()).isEqualTo(2);
        assertThat(read(ada, owner)).isEqualTo(after);
        assertThat(after.rules()).containsExactly(second.switchedOff());
    }

    @Test
    default void keeps_nothing_that_was_made_from_an_older_version() {
        var ada = world().somebody();
        var owner = new RuleOwner.Somebody(ada);
        var seen = keep(ada, RuleBook.emptyOf(owner).with(dull(owner, "First"))).orElseThrow();
        var meanwhile = keep(ada, seen.with(dull(owner, "Second"))).orElseThrow();

        assertThat(keep(ada, seen.with(dull(owner, "Third")))).isEmpty();
        assertThat(keep(ada, RuleBook.emptyOf(owner))).isEmpty();
        assertThat(read(ada, owner)).isEqualTo(meanwhile);
    }

    @Test
    default void shows_nobody_elses_rules_and_lets_nobody_else_change_them() {
        var ada = world().somebody();
        var eve = world().somebody();
        var owner = new RuleOwner.Somebody(ada);
        var kept = keep(ada, RuleBook.emptyOf(owner).with(dull(owner, "Hers"))).orElseThrow();

        world().attempt(eve, () -> rules().keep(kept.with(dull(owner, "Not hers"))));

        assertThat(read(eve, owner)).isEqualTo(RuleBook.emptyOf(owner));
        assertThat(read(ada, owner)).isEqualTo(kept);
    }

    @Test
    default void shows_the_rules_of_an_organisation_to_everybody_in_it() {
        var ada = world().somebody();
        var bob = world().somebody();
        var owner = new RuleOwner.Organisation(organisationOf(ada));
        var rule = marked(owner);

        var kept = keep(ada, read(ada, owner).with(rule)).orElseThrow();

        assertThat(read(bob, owner)).isEqualTo(kept);
        assertThat(kept.rules()).contains(rule);
        assertThat(read(ada, new RuleOwner.Somebody(ada)).rules()).isEmpty();
    }

    @Test
    default void keeps_nothing_when_the_transaction_is_taken_back() {
        var ada = world().somebody();
        var owner = new RuleOwner.Somebody(ada);

        world().attempt(ada, () -> {
            rules().keep(RuleBook.emptyOf(owner).with(dull(owner, "First")));
            throw new IllegalStateException("something else went wrong");
        });

        assertThat(read(ada, owner)).isEqualTo(RuleBook.emptyOf(owner));
    }
}
