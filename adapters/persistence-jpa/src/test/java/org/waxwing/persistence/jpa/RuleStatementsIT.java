package org.waxwing.persistence.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waxwing.domain.world.EmailBuilder.anEmail;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.waxwing.application.change.ActForOwner;
import org.waxwing.application.change.Deeds;
import org.waxwing.application.change.FolderChoice;
import org.waxwing.application.change.Stands;
import org.waxwing.application.rules.Lookup;
import org.waxwing.application.rules.RuleEffects;
import org.waxwing.application.rules.RuleErrands;
import org.waxwing.application.rules.RunRules;
import org.waxwing.application.runtime.MailEvent;
import org.waxwing.application.sorting.FileByRule;
import org.waxwing.application.sorting.Refile;
import org.waxwing.application.sorting.Sorter;
import org.waxwing.application.sorting.Unsort;
import org.waxwing.domain.account.Account;
import org.waxwing.domain.mailbox.Email;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.MailboxRole;
import org.waxwing.domain.rules.Action;
import org.waxwing.domain.rules.Condition;
import org.waxwing.domain.rules.Rule;
import org.waxwing.domain.rules.RuleBook;
import org.waxwing.domain.rules.RuleId;
import org.waxwing.domain.rules.RuleOwner;
import org.waxwing.domain.rules.text.TextTest;
import org.waxwing.domain.sorting.Category;
import org.waxwing.domain.world.EmailBuilder;
import org.waxwing.domain.world.InMemoryBlobStore;
import org.waxwing.domain.world.PlainMessageParser;
import org.waxwing.domain.world.PlainSendingKeys;

/** How often the database is asked while rules are run: as often for many messages as for one. */
class RuleStatementsIT {
    private static final JpaWorld WORLD = JpaWorld.WORLD;
    private static final Clock CLOCK = Clock.systemUTC();

    private static RunRules runRules() {
        var refile = new Refile(
                WORLD.transactions(),
                new Sorter(WORLD.accounts(), WORLD.statuses(), WORLD.book(), WORLD.lessons(), WORLD.decisions(),
                        WORLD.habits(), WORLD.preferences()),
                WORLD.sorting(), WORLD.mail(), WORLD.history(), (person, updates) -> {}, CLOCK);
        var folders = new FolderChoice(WORLD.reader(), WORLD.folderQueue(), UUID::randomUUID);
        var deeds = new Deeds(
                WORLD.transactions(), folders, WORLD.changes(), WORLD.mail(), new Stands(WORLD.standings()),
                new Unsort(WORLD.sorting(), WORLD.mail(), WORLD.lessons(), WORLD.decisions()), event -> {},
                (person, updates) -> {});
        var mail = new JpaRuleMail(WORLD.database());
        return new RunRules(
                WORLD.transactions(), WORLD.rules(), WORLD.people(), WORLD.accounts(), WORLD.mail(), mail,
                new JpaRuleRuns(WORLD.database()),
                new Lookup(WORLD.transactions(), mail, WORLD.decisions(), new InMemoryBlobStore(),
                        new PlainMessageParser()),
                new RuleEffects(
                        WORLD.transactions(), new ActForOwner(WORLD.scope(), folders, deeds, WORLD.actions()),
                        new FileByRule(WORLD.sorting(), refile), new RuleErrands(
                                WORLD.accounts(), new JpaForwardingAddresses(WORLD.database()),
                                new JpaAnswerLog(WORLD.database()), new JpaErrandStore(WORLD.database()),
                                new PlainSendingKeys(), event -> {}, UUID::randomUUID),
                        WORLD.history(), WORLD.mail(), WORLD.preferences(), (person, updates) -> {}, CLOCK),
                UUID::randomUUID, CLOCK);
    }

    private static void rule(Account account) {
        var owner = new RuleOwner.Somebody(account.owner());
        var rule = new Rule(new RuleId(UUID.randomUUID()), owner, "Everything", new Rule.Reach.EveryAccount(),
                new Condition.Any(List.of(new Condition.Body(TextTest.contains("noon")), new Condition.KnownSender())),
                List.of(new Action.Label(new Keyword("board")), new Action.Star(),
                        new Action.Categorise(Category.FEED), new Action.Archive(),
                        new Action.Snooze(new Action.Until.After(Duration.ofHours(2))), new Action.Notify(),
                        new Action.Webhook(URI.create("https://example.org/hook")),
                        new Action.Reply("", "Back on Monday.", Duration.ofDays(7))),
                true, false);
        WORLD.run(account.owner(), () -> WORLD.rules().keep(RuleBook.emptyOf(owner).with(rule)));
    }

    private static List<String> asked(int messages) {
        var account = WORLD.accountOf(WORLD.somebody());
        var inbox = WORLD.inbox(account);
        WORLD.folder(account, MailboxRole.ARCHIVE, "Archive");
        rule(account);
        var arriving = IntStream.range(0, messages)
                .mapToObj(i -> anEmail().text("At noon?").received(account.addedAt().plusSeconds(i)))
                .toArray(EmailBuilder[]::new);
        var emails = WORLD.deliverAll(account, inbox, arriving).stream().map(Email::id).toList();
        var rules = runRules();
        var arrived = new MailEvent.EmailsArrived(account.owner(), account.id(), emails);
        var asked = HeardConnections.during(() -> rules.run(arrived));
        assertThat(WORLD.as(account.owner(), () -> WORLD.sorting().mail(account.id(), emails)))
                .hasSize(messages)
                .allMatch(it -> it.filing().placement().category() == Category.FEED);
        return asked;
    }

    @Test
    void rules_ask_as_often_for_sixty_messages_as_for_one() {
        var one = asked(1);
        var sixty = asked(60);

        assertThat(sixty).containsExactlyElementsOf(one);
        assertThat(one).hasSizeLessThanOrEqualTo(90);
    }
}
