package org.waxwing.domain.rules.dryrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waxwing.domain.world.EmailBuilder.anEmail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.account.Account;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.change.ActionId;
import org.waxwing.domain.change.ActionLog;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.mailbox.Email;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.Mailbox;
import org.waxwing.domain.mailbox.MailboxRole;
import org.waxwing.domain.reading.ListPosition;
import org.waxwing.domain.rules.Rule.Reach;
import org.waxwing.domain.rules.RuleSubject;
import org.waxwing.domain.rules.dryrun.Present.Deed;
import org.waxwing.domain.screening.Correspondence;
import org.waxwing.domain.screening.Correspondence.Direction;
import org.waxwing.domain.sorting.Category;
import org.waxwing.domain.sorting.Lesson;
import org.waxwing.domain.sorting.LessonId;
import org.waxwing.domain.sorting.LessonStore;
import org.waxwing.domain.triage.Standing;
import org.waxwing.domain.world.World;

/** What every {@link RuleMail} does. */
public interface RuleMailContract {
    Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
    Reach ALL = new Reach.EveryAccount();

    World world();

    RuleMail ruleMail();

    LessonStore lessons();

    private Account account() {
        return world().accountOf(world().somebody());
    }

    private List<StoredMail> all(PersonId person, Reach reach, int limit) {
        var all = new ArrayList<StoredMail>();
        var after = ListPosition.START;
        boolean more = true;
        while (more) {
            var from = after;
            var window = world().as(person, () -> ruleMail().page(reach, from, limit));
            assertThat(window.items().size()).isLessThanOrEqualTo(limit);
            all.addAll(window.items());
            more = window.more();
            if (more) after = window.items().getLast().position();
        }
        return all;
    }

    private List<EmailId> ids(PersonId person, Reach reach) {
        return all(person, reach, 50).stream().map(StoredMail::email).toList();
    }

    private Present present(Account account, Email email) {
        var present = world().as(account.owner(), () -> ruleMail().present(Set.of(email.id())));
        assertThat(present).containsOnlyKeys(email.id());
        return present.values().iterator().next();
    }

    private void did(Account account, boolean takenBack, ActionLog.Entry... entries) {
        world().run(account.owner(), () -> {
            var action = new ActionId(UUID.randomUUID());
            world().actions().record(action, account.owner(), new ActionLog.Story("star", "", 1, List.of()),
                    List.of(entries), NOW, NOW.plusSeconds(60), NOW.minusSeconds(60));
            if (takenBack) world().actions().take(action, NOW);
        });
    }

    @Test
    default void has_nothing_of_whoever_has_no_mail() {
        var ada = world().somebody();

        assertThat(all(ada, ALL, 5)).isEmpty();
        assertThat(world().as(ada, () -> ruleMail().count(ALL))).isZero();
        assertThat(world().as(ada, () -> ruleMail().words(Set.of()))).isEmpty();
        assertThat(world().as(ada, () -> ruleMail().present(Set.of()))).isEmpty();
        assertThat(world().as(ada, () -> ruleMail().senders(Set.of()))).isEmpty();
    }

    @Test
    default void tells_everything_of_a_message_that_is_stored_beside_its_words() {
        var account = account();
        var email = world().deliver(account, world().inbox(account), anEmail()
                .from("Bob <bob@example.org>").to("ada@example.org", "eve@example.org").cc("carl@example.org")
                .bcc("dora@example.org").subject("Two files").attached("a.pdf", "application/pdf").inlined("logo")
                .attached("b.txt", "text/plain").marked(Keyword.SEEN, new Keyword("board")).received(NOW));

        var found = all(account.owner(), ALL, 5).getFirst();

        var headers = email.message().headers();
        assertThat(found).isEqualTo(new StoredMail(
                email.id(), account.id(), email.source(), headers.from(), headers.to(), headers.cc(), headers.bcc(),
                new UntrustedText("Two files"), List.of(
                        new RuleSubject.File(new UntrustedText("a.pdf"), "application/pdf"),
                        new RuleSubject.File(new UntrustedText("b.txt"), "text/plain")),
                email.size(), NOW, Set.of(Keyword.SEEN, new Keyword("board")), Category.IMBOX));
        assertThat(world().as(account.owner(), () -> ruleMail().those(Set.of(email.id())))).containsExactly(found);
        assertThat(world().as(world().somebody(), () -> ruleMail().those(Set.of(email.id())))).isEmpty();
    }

    @Test
    default void goes_through_all_that_came_latest_first() {
        var account = account();
        var inbox = world().inbox(account);
        var archive = world().folder(account, MailboxRole.ARCHIVE, "Archive");
        var expected = new ArrayList<EmailId>();
        for (int i = 0; i < 7; i++)
            expected.addFirst(world().deliver(account, i % 2 == 0 ? inbox : archive,
                    anEmail().received(NOW.plusSeconds(i / 3))).id());

        var found = all(account.owner(), ALL, 3);

        assertThat(found).extracting(StoredMail::email).containsExactlyInAnyOrderElementsOf(expected);
        for (int i = 1; i < found.size(); i++)
            assertThat(found.get(i).position().isBehind(found.get(i - 1).position())).isTrue();
        assertThat(world().as(account.owner(), () -> ruleMail().count(ALL))).isEqualTo(7);
    }

    @Test
    default void leaves_out_what_its_owner_wrote_and_what_was_thrown_away() {
        var account = account();
        var inbox = world().inbox(account);
        var sent = world().folder(account, MailboxRole.SENT, "Sent");
        var all = world().folder(account, MailboxRole.ALL, "All");
        world().deliver(account, sent, anEmail());
        world().deliver(account, world().folder(account, MailboxRole.DRAFTS, "Drafts"), anEmail());
        world().deliver(account, world().folder(account, MailboxRole.JUNK, "Spam"), anEmail());
        world().deliver(account, world().folder(account, MailboxRole.TRASH, "Trash"), anEmail());
        var copied = world().deliver(account, sent, anEmail());
        world().show(account, all, copied.id());
        var toMyself = world().deliver(account, sent, anEmail().received(NOW.plusSeconds(1)));
        world().show(account, inbox, toMyself.id());
        var archived = world().deliver(account, all, anEmail().received(NOW));

        assertThat(ids(account.owner(), ALL)).containsExactly(toMyself.id(), archived.id());
        assertThat(world().as(account.owner(), () -> ruleMail().count(ALL))).isEqualTo(2);
    }

    @Test
    default void goes_through_one_account_in_the_order_of_ids() {
        var account = account();
        var inbox = world().inbox(account);
        var all = world().deliverAll(account, inbox, anEmail(), anEmail(), anEmail());
        world().deliver(account, world().folder(account, MailboxRole.TRASH, "Trash"), anEmail());
        world().deliver(account, world().folder(account, MailboxRole.SENT, "Sent"), anEmail());
        var other = world().accountOf(account.owner());
        world().deliver(other, world().inbox(other), anEmail());

        var first = world().as(account.owner(), () -> ruleMail().next(account.id(), List.of(), 2));
        var second = world().as(account.owner(), () -> ruleMail().next(
                account.id(), List.of(first.getLast().email()), 2));

        assertThat(first).hasSize(2);
        assertThat(second).hasSize(1);
        assertThat(List.of(first.getFirst().email(), first.getLast().email(), second.getFirst().email()))
                .containsExactlyInAnyOrderElementsOf(all.stream().map(Email::id).toList());
        assertThat(world().as(account.owner(), () -> ruleMail().next(
                account.id(), List.of(second.getFirst().email()), 2))).isEmpty();
        assertThat(world().as(world().somebody(), () -> ruleMail().next(account.id(), List.of(), 2))).isEmpty();
    }

    @Test
    default void keeps_to_one_account_and_to_the_person_who_asks() {
        var account = account();
        var other = world().accountOf(account.owner());
        var mine = world().deliver(account, world().inbox(account), anEmail().received(NOW.plusSeconds(1)));
        var too = world().deliver(other, world().inbox(other), anEmail().received(NOW));
        var eve = world().somebody();

        assertThat(ids(account.owner(), ALL)).containsExactly(mine.id(), too.id());
        assertThat(ids(account.owner(), new Reach.OneAccount(other.id()))).containsExactly(too.id());
        assertThat(world().as(account.owner(), () -> ruleMail().count(new Reach.OneAccount(other.id())))).isOne();
        assertThat(ids(account.owner(), new Reach.OneAccount(new AccountId(UUID.randomUUID())))).isEmpty();
        assertThat(ids(eve, new Reach.OneAccount(account.id()))).isEmpty();
        assertThat(world().as(eve, () -> ruleMail().words(Set.of(mine.id())))).isEmpty();
        assertThat(world().as(eve, () -> ruleMail().present(Set.of(mine.id())))).isEmpty();
        assertThat(world().as(eve, () -> ruleMail().senders(Set.of(mine.id())))).isEmpty();
    }

    @Test
    default void reads_words_up_to_a_limit() {
        var account = account();
        var inbox = world().inbox(account);
        var shortOne = world().deliver(account, inbox, anEmail().text("At noon?"));
        var longOne = world().deliver(account, inbox, anEmail().text("x".repeat(RuleMail.MOST_WORDS + 10)));

        var words = world().as(account.owner(), () -> ruleMail().words(Set.of(shortOne.id(), longOne.id())));

        assertThat(words).containsOnly(
                Map.entry(shortOne.id(), new UntrustedText("At noon?")),
                Map.entry(longOne.id(), new UntrustedText("x".repeat(RuleMail.MOST_WORDS))));
    }

    @Test
    default void knows_who_wrote_for_the_first_time_and_to_whom_one_wrote() {
        var account = account();
        var inbox = world().inbox(account);
        var bob = EmailAddress.of("bob@example.org");
        var first = world().deliver(account, inbox, anEmail().from("Bob <BOB@example.org>").received(NOW));
        var second = world().deliver(account, inbox, anEmail().from("bob@example.org").received(NOW.plusSeconds(9)));
        var other = world().deliver(account, inbox, anEmail().from("eve@example.org"));
        world().run(account.owner(), () -> world().book().note(account.id(), List.of(
                new Correspondence(first.id(), bob, Direction.RECEIVED, first.message().headers().sentAt()),
                new Correspondence(second.id(), bob, Direction.RECEIVED, second.message().headers().sentAt()),
                new Correspondence(second.id(), bob, Direction.SENT, NOW))));

        var senders = world().as(account.owner(), () -> ruleMail().senders(
                Set.of(first.id(), second.id(), other.id())));

        assertThat(senders).containsOnly(
                Map.entry(first.id(), new RuleMail.Sender(true, true)),
                Map.entry(second.id(), new RuleMail.Sender(false, true)),
                Map.entry(other.id(), new RuleMail.Sender(true, false)));
    }

    @Test
    default void tells_where_a_message_is_and_what_marks_it_has() {
        var account = account();
        var inbox = world().inbox(account);
        var lists = world().folder(account, MailboxRole.NONE, "Lists/Dev");
        var everything = world().folder(account, MailboxRole.ALL, "All");
        var email = world().deliver(account, lists, anEmail().marked(new Keyword("board")));
        world().show(account, everything, email.id(), new Keyword("board"));
        var both = world().deliver(account, lists, anEmail());
        world().show(account, inbox, both.id());

        assertThat(present(account, email)).isEqualTo(new Present(
                lists.id(), "Lists/Dev", MailboxRole.NONE, Set.of(new Keyword("board")), Category.IMBOX, false,
                Set.of(), Set.of()));
        assertThat(present(account, both).role()).isEqualTo(MailboxRole.INBOX);
    }

    @Test
    default void tells_what_was_done_by_hand_and_not_taken_back() {
        var account = account();
        var inbox = world().inbox(account);
        var archive = world().folder(account, MailboxRole.ARCHIVE, "Archive");
        var email = world().deliver(account, inbox, anEmail());
        var other = world().deliver(account, inbox, anEmail());
        var these = Set.of(email.id());
        did(account, false,
                new ActionLog.Entry.Marked(account.id(), Keyword.FLAGGED, true, these),
                new ActionLog.Entry.Marked(account.id(), new Keyword("board"), false, these),
                new ActionLog.Entry.Moved(account.id(), inbox.id(), archive.id(), Set.of(email.id(), other.id())));
        did(account, true, new ActionLog.Entry.Marked(account.id(), Keyword.SEEN, true, these));

        assertThat(present(account, email).byHand()).containsExactlyInAnyOrder(Deed.STAR, Deed.PLACE);
        assertThat(present(account, email).labelsByHand()).containsExactly(new Keyword("board"));
        assertThat(present(account, other).byHand()).containsExactly(Deed.PLACE);
        assertThat(present(account, other).labelsByHand()).isEmpty();
    }

    @Test
    default void what_rules_did_was_not_done_by_hand() {
        var account = account();
        var email = world().deliver(account, world().inbox(account), anEmail());
        world().run(account.owner(), () -> world().actions().extend(
                new ActionId(UUID.randomUUID()), account.owner(),
                new ActionLog.Story(ActionLog.RULES, "Stars", 1, List.of(), "stars"), List.of(
                        new ActionLog.Entry.Marked(account.id(), Keyword.FLAGGED, true, Set.of(email.id()))),
                NOW, NOW.plusSeconds(60)));

        assertThat(present(account, email).byHand()).isEmpty();
    }

    @Test
    default void tells_what_is_snoozed_and_what_was_snoozed_or_sorted_by_hand() {
        var account = account();
        Mailbox inbox = world().inbox(account);
        var email = world().deliver(account, inbox, anEmail());
        var other = world().deliver(account, inbox, anEmail());
        var snoozed = Standing.USUAL.snoozed(NOW.plusSeconds(3_600), NOW);
        world().run(account.owner(), () -> {
            world().standings().stand(account.id(), snoozed, Set.of(email.thread()));
            lessons().keep(new Lesson(new LessonId(UUID.randomUUID()), new Lesson.Scope.OfMessage(other.id()),
                    Category.FEED, NOW));
        });
        did(account, false, new ActionLog.Entry.Stood(
                account.id(), Standing.USUAL, snoozed, Set.of(email.thread())));
        did(account, false, new ActionLog.Entry.Stood(
                account.id(), Standing.USUAL, Standing.USUAL.on(Standing.Pile.LATER, NOW), Set.of(other.thread())));

        assertThat(present(account, email).waiting()).isTrue();
        assertThat(present(account, email).byHand()).containsExactly(Deed.SNOOZE);
        assertThat(present(account, other).waiting()).isFalse();
        assertThat(present(account, other).byHand()).containsExactly(Deed.CATEGORY);
    }
}
