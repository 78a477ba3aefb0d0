package org.waxwing.domain.sorting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waxwing.domain.world.EmailBuilder.anEmail;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.history.HistoryLine;
import org.waxwing.domain.mailbox.Email;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.reading.Desk;
import org.waxwing.domain.signs.Signs;
import org.waxwing.domain.world.World;

/** What every {@link SortingStore} does. */
public interface SortingStoreContract {
    Signs SIGNS = Signs.parse("1 s=list_id n=3,1,1,40");
    Signs OTHERS = Signs.parse("1 s=plain n=0,0,1,12");

    World world();

    private List<StoredMail> found(Desk desk, Function<SortingStore, List<StoredMail>> what) {
        return world().as(desk.account().owner(), () -> what.apply(world().sorting()));
    }

    private static List<EmailId> ids(List<Email> emails) {
        return emails.stream().map(Email::id).toList();
    }

    @Test
    default void keeps_what_was_seen_of_new_mail_and_where_it_belongs() {
        var desk = Desk.in(world());
        var email = desk.deliver(desk.inbox(), anEmail().showing(SIGNS).sorted(Category.FEED, Admission.WAITING));

        var mail = found(desk, it -> it.mail(desk.account().id(), List.of(email.id()), 10));

        assertThat(mail).isEmpty();
        assertThat(found(desk, it -> it.mail(desk.account().id(), Set.of(email.id())))).containsExactly(new StoredMail(
                email.id(), email.thread(), email.message().headers().from(), email.receivedAt(), email.source(), false,
                false, email.message().testimony(),
                Filing.of(SIGNS, new Placement(Category.FEED, Admission.WAITING))));
    }

    @Test
    default void walks_through_all_mail_of_an_account() {
        var desk = Desk.in(world());
        var all = world().deliverAll(desk.account(), desk.inbox(), anEmail(), anEmail(), anEmail());

        var first = found(desk, it -> it.mail(desk.account().id(), List.of(), 2));
        var second = found(desk, it -> it.mail(desk.account().id(), List.of(first.getLast().id()), 2));

        assertThat(first).hasSize(2);
        assertThat(second).hasSize(1);
        assertThat(List.of(first.getFirst().id(), first.getLast().id(), second.getFirst().id()))
                .containsExactlyInAnyOrderElementsOf(ids(all));
        assertThat(first.getFirst().filing()).isEqualTo(Filing.UNSEEN);
    }

    @Test
    default void remembers_of_which_messages_a_rule_has_said_where_they_belong() {
        var desk = Desk.in(world());
        var account = desk.account().id();
        var one = desk.deliver(desk.inbox(), anEmail());
        var two = desk.deliver(desk.inbox(), anEmail());
        var both = Set.of(one.id(), two.id());

        world().run(desk.account().owner(), () -> world().sorting().pin(account, both, true));
        world().run(desk.account().owner(), () -> world().sorting().pin(account, Set.of(two.id()), false));

        assertThat(world().as(desk.account().owner(), () -> world().sorting().pinned(account, both)))
                .containsExactly(one.id());
        assertThat(world().as(world().somebody(), () -> world().sorting().pinned(account, both))).isEmpty();
    }

    @Test
    default void finds_mail_by_its_sender_and_their_domain() {
        var desk = Desk.in(world());
        var bob = desk.deliver(desk.inbox(), anEmail().from("Bob@Example.org").showing(SIGNS));
        var carol = desk.deliver(desk.inbox(), anEmail().from("carol@example.org").showing(SIGNS));
        desk.deliver(desk.inbox(), anEmail().from("bob@example.net").showing(SIGNS));
        var account = desk.account().id();

        assertThat(found(desk, it -> it.from(account, Set.of("bob@example.org"), 10)))
                .extracting(StoredMail::id).containsExactly(bob.id());
        assertThat(found(desk, it -> it.fromDomains(account, Set.of("example.org"), 10)))
                .extracting(StoredMail::id).containsExactlyInAnyOrder(bob.id(), carol.id());
        assertThat(found(desk, it -> it.fromDomains(account, Set.of("example.org"), 1))).hasSize(1);
        assertThat(found(desk, it -> it.in(account, Set.of(carol.thread()), 10)))
                .extracting(StoredMail::id).containsExactly(carol.id());
        assertThat(world().as(world().somebody(), () -> world().sorting().from(
                account, Set.of("bob@example.org"), 10))).isEmpty();
    }

    @Test
    default void knows_what_the_owner_wrote_and_in_which_conversations() {
        var desk = Desk.in(world());
        var question = anEmail();
        var answered = desk.deliver(desk.inbox(), question);
        var answer = desk.deliver(desk.sent(), anEmail().repliedTo(question));
        var draft = desk.deliver(desk.drafts(), anEmail());
        var account = desk.account().id();

        var mail = found(desk, it -> it.mail(account, Set.of(answered.id(), answer.id(), draft.id())));

        assertThat(mail).extracting(StoredMail::id, StoredMail::own, StoredMail::inOwnThread)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(answered.id(), false, true),
                        org.assertj.core.groups.Tuple.tuple(answer.id(), true, true),
                        org.assertj.core.groups.Tuple.tuple(draft.id(), true, false));
    }

    @Test
    default void keeps_what_is_seen_later() {
        var desk = Desk.in(world());
        var email = desk.deliver(desk.inbox(), anEmail().from("bob@example.org"));
        var gone = new EmailId(java.util.UUID.randomUUID());
        var account = desk.account().id();

        world().run(desk.account().owner(), () -> world().sorting().keep(
                account, Map.of(email.id(), SIGNS, gone, SIGNS)));
        world().run(desk.account().owner(), () -> world().sorting().keep(account, Map.of(email.id(), OTHERS)));

        assertThat(found(desk, it -> it.from(account, Set.of("bob@example.org"), 10)))
                .extracting(StoredMail::filing).containsExactly(Filing.of(OTHERS, Placement.USUAL));
    }

    @Test
    default void tells_what_stood_elsewhere_before() {
        var desk = Desk.in(world());
        var one = desk.deliver(desk.inbox(), anEmail().sorted(Category.FEED, Admission.IN));
        var two = desk.deliver(desk.inbox(), anEmail());
        var account = desk.account().id();
        var there = Map.of(one.id(), Placement.in(Category.FEED), two.id(), Placement.in(Category.FEED));

        var moved = world().as(desk.account().owner(), () -> world().sorting().file(account, there));

        assertThat(moved).containsExactly(two.id());
        assertThat(found(desk, it -> it.mail(account, there.keySet())))
                .extracting(it -> it.filing().placement()).containsOnly(Placement.in(Category.FEED));
    }

    @Test
    default void finds_what_senders_and_domains_have_sent_to_all_accounts() {
        var ada = world().somebody();
        var work = Desk.of(world(), world().accountOf(ada));
        var home = Desk.of(world(), world().accountOf(ada));
        var first = work.deliver(work.inbox(), anEmail().from("bob@example.net").showing(SIGNS));
        var latest = work.deliver(work.inbox(), anEmail().from("bob@example.net").showing(SIGNS));
        var ofDomain = work.deliver(work.inbox(), anEmail().from("eve@shop.example").showing(SIGNS));
        work.deliver(work.inbox(), anEmail().from("carol@example.net").showing(SIGNS));
        var atHome = home.deliver(home.inbox(), anEmail().from("bob@example.net").showing(SIGNS));
        var who = Set.of("bob@example.net", "shop.example");

        var all = world().as(ada, () -> world().sorting().ofSenders(who, 10));
        var few = world().as(ada, () -> world().sorting().ofSenders(who, 1));

        assertThat(all.get(work.account().id())).extracting(StoredMail::id)
                .containsExactlyInAnyOrder(first.id(), latest.id(), ofDomain.id());
        assertThat(all.get(home.account().id())).extracting(StoredMail::id).containsExactly(atHome.id());
        // ids of tests say nothing about what is later
        assertThat(few.get(work.account().id())).extracting(StoredMail::id).hasSize(2)
                .contains(ofDomain.id()).containsAnyOf(first.id(), latest.id());
        assertThat(world().as(ada, () -> world().sorting().ofSenders(Set.of(), 10))).isEmpty();
        assertThat(world().as(world().somebody(), () -> world().sorting().ofSenders(who, 10))).isEmpty();
    }

    private static HistoryLine line(Email email, HistoryLine.Engine engine, String reference) {
        return new HistoryLine(
                email.id(), Instant.parse("2026-03-01T09:00:00Z"), engine, reference, "category", "FEED", List.of(),
                List.of());
    }

    @Test
    default void tells_of_what_the_owner_has_said_where_it_belongs_in_all_accounts() {
        var ada = world().somebody();
        var work = Desk.of(world(), world().accountOf(ada));
        var home = Desk.of(world(), world().accountOf(ada));
        var first = work.deliver(work.inbox(), anEmail());
        var latest = work.deliver(work.inbox(), anEmail());
        var byItself = work.deliver(work.inbox(), anEmail());
        var withAList = work.deliver(work.inbox(), anEmail());
        var atHome = home.deliver(home.inbox(), anEmail());
        world().run(ada, () -> {
            world().history().add(work.account().id(), List.of(
                    line(first, HistoryLine.Engine.PERSON, ""), line(latest, HistoryLine.Engine.PERSON, ""),
                    line(byItself, HistoryLine.Engine.CLASSIFIER, "1"),
                    line(withAList, HistoryLine.Engine.PERSON, HistoryLine.WHOLE_LIST)));
            world().history().add(home.account().id(), List.of(line(atHome, HistoryLine.Engine.PERSON, "")));
        });

        var all = world().as(ada, () -> world().sorting().corrected(10));
        var few = world().as(ada, () -> world().sorting().corrected(1));

        assertThat(all.keySet()).containsExactlyInAnyOrder(work.account().id(), home.account().id());
        assertThat(all.get(work.account().id())).extracting(StoredMail::id)
                .containsExactlyInAnyOrder(first.id(), latest.id());
        assertThat(few.get(work.account().id())).extracting(StoredMail::id).containsExactly(latest.id());
        assertThat(few.get(home.account().id())).extracting(StoredMail::id).containsExactly(atHome.id());
    }

    @Test
    default void is_nobody_elses() {
        var desk = Desk.in(world());
        var email = desk.deliver(desk.inbox(), anEmail());
        var account = desk.account().id();
        var stranger = world().somebody();

        world().attempt(stranger, () -> world().sorting().file(
                account, Map.of(email.id(), Placement.in(Category.FEED))));
        world().attempt(stranger, () -> world().sorting().keep(account, Map.of(email.id(), SIGNS)));

        assertThat(found(desk, it -> it.mail(account, Set.of(email.id()))))
                .extracting(StoredMail::filing).containsExactly(Filing.UNSEEN);
    }
}
