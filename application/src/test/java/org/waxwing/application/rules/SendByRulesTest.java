package org.waxwing.application.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.waxwing.application.rules.Rulebench.written;
import static org.waxwing.domain.world.EmailBuilder.anEmail;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waxwing.application.runtime.MailEvent;
import org.waxwing.application.world.House;
import org.waxwing.domain.account.Account;
import org.waxwing.domain.history.HistoryLine;
import org.waxwing.domain.history.HistoryLine.Engine;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.mailbox.MailboxRole;
import org.waxwing.domain.preferences.Preference;
import org.waxwing.domain.reading.MailView;
import org.waxwing.domain.rules.Action;
import org.waxwing.domain.rules.Condition;
import org.waxwing.domain.rules.text.TextTest;
import org.waxwing.domain.sending.Errand;
import org.waxwing.domain.sending.ForwardingAddress;
import org.waxwing.domain.sending.Trouble;
import org.waxwing.domain.sending.WebhookCaller;
import org.waxwing.domain.sorting.Category;
import org.waxwing.domain.world.EmailBuilder;
import org.waxwing.domain.world.ScriptedSubmission.Manner;

/** What rules send because of mail that arrives: once, and to nobody whom it does not concern. */
class SendByRulesTest {
    private static final Condition LUNCH = new Condition.Subject(TextTest.contains("lunch"));
    private static final EmailAddress CAROL = EmailAddress.of("carol@example.org");
    private static final Action FORWARD = new Action.Forward("carol@example.org");
    private static final Action REPLY = new Action.Reply("", "Back on Monday.", Duration.ofDays(7));
    private static final Action HOOK = new Action.Webhook(URI.create("https://example.org/hook"));

    private final House house = new House();
    private final Rulebench bench = Rulebench.in(house);
    private final Account account = house.connected();
    private final Editor ada = new Editor(account.owner(), false);
    private final Instant now = account.addedAt().plus(Duration.ofHours(1));

    @BeforeEach
    void an_account_that_was_read() {
        house.server().folder("Archive", MailboxRole.ARCHIVE);
        house.world().run(account.owner(), () -> house.world().preferences().choose(
                account.owner(), Map.of(Preference.SCREENER, "off")));
        house.sync(account);
        flow();
    }

    private void flow() {
        while (!house.events().waiting().isEmpty()) {
            var waiting = house.events().waiting();
            house.events().clear();
            waiting.stream().filter(it -> !(it instanceof MailEvent.SyncWanted)).forEach(house.mailFlow()::handle);
        }
    }

    private EmailBuilder mail(String subject) {
        return anEmail().from("bob@example.net").to(account.address().address()).subject(subject).received(now);
    }

    private void arrive(EmailBuilder... mails) {
        List.of(mails).forEach(house.server().inbox()::deliver);
        house.sync(account);
        flow();
    }

    /** Lets so much time pass, and whatever is due then be looked at. */
    private void later(Duration time) {
        house.pass(time);
        house.requestDueErrands().request();
        flow();
    }

    private void verified() {
        house.world().run(account.owner(), () -> house.world().forwardingAddresses().keep(
                ForwardingAddress.asked(CAROL, "seal", now).shown("seal", now)));
    }

    private void rule(Action... actions) {
        bench.added(ada, written("Lunch", LUNCH, actions));
    }

    /** What the history tells of the message with that subject, the first first. */
    private List<String> told(String subject) {
        var email = house.emails(account, MailView.ALL).stream()
                .filter(it -> it.headers().subject().value().equals(subject)).findFirst().orElseThrow();
        return house.as(account.owner(), () -> house.world().history().of(email.id(), 20)).reversed().stream()
                .filter(it -> it.engine() == Engine.RULE)
                .map(HistoryLine::detail)
                .toList();
    }

    private List<Errand> errands(String subject) {
        var email = house.emails(account, MailView.ALL).stream()
                .filter(it -> it.headers().subject().value().equals(subject)).findFirst().orElseThrow();
        return house.as(account.owner(), () -> house.world().errands().of(email.id()));
    }

    @Test
    void passes_a_message_on_whole_to_an_address_that_was_shown() {
        verified();
        rule(FORWARD);

        arrive(mail("lunch").named("first@example.net").text("At noon?"));

        assertThat(house.submission().taken()).singleElement().satisfies(it -> {
            assertThat(it.from()).isEqualTo(account.address().address());
            assertThat(it.to()).containsExactly("carol@example.org");
            assertThat(it.message()).contains(
                    "Subject: Fwd: lunch", "Auto-Submitted: auto-generated",
                    "X-Waxwing-Loop: mark-of-" + account.owner(), "Message-ID: <first@example.net>", "At noon?");
        });
        assertThat(told("lunch")).containsExactly("waiting - carol@example.org", "sent - carol@example.org");
    }

    @Test
    void passes_nothing_on_to_an_address_that_nobody_has_shown() {
        rule(FORWARD);

        arrive(mail("lunch"));

        assertThat(house.submission().taken()).isEmpty();
        assertThat(told("lunch")).containsExactly("withheld not_verified carol@example.org");
    }

    @Test
    void what_waits_is_not_passed_on_to_an_address_that_was_taken_back() {
        verified();
        rule(FORWARD);
        house.submission().behaves(Manner.BUSY);
        arrive(mail("lunch"));
        house.world().run(account.owner(), () -> house.world().forwardingAddresses().remove(CAROL));
        house.submission().behaves(Manner.TAKES);

        later(Duration.ofMinutes(2));

        assertThat(house.submission().taken()).isEmpty();
        assertThat(told("lunch")).last().isEqualTo("failed not_verified carol@example.org");
    }

    @Test
    void answers_a_sender_once_in_a_while() {
        rule(REPLY);

        arrive(mail("lunch").named("first@example.net"), mail("lunch again"));
        house.pass(Duration.ofDays(6));
        arrive(mail("lunch still").received(now.plus(Duration.ofDays(6))));
        house.pass(Duration.ofDays(1));
        arrive(mail("lunch at last").received(now.plus(Duration.ofDays(7))));

        assertThat(house.submission().taken()).hasSize(2).allSatisfy(it -> {
            assertThat(it.from()).isEmpty();
            assertThat(it.to()).containsExactly("bob@example.net");
            assertThat(it.message()).contains("Auto-Submitted: auto-replied", "Back on Monday.");
        });
        assertThat(house.submission().taken().getFirst().message())
                .contains("Subject: Re: lunch\r\n", "In-Reply-To: <first@example.net>");
        assertThat(told("lunch again")).containsExactly("withheld answered_lately bob@example.net");
        assertThat(told("lunch at last")).last().isEqualTo("sent - bob@example.net");
    }

    @Test
    void answers_no_machine_and_says_why() {
        rule(REPLY);

        arrive(mail("lunch").from("no-reply@example.net"));

        assertThat(house.submission().taken()).isEmpty();
        assertThat(told("lunch")).containsExactly("withheld machine_address no-reply@example.net");
    }

    @Test
    void a_server_without_room_for_empty_return_paths_gets_that_of_the_account() {
        house.submission().behaves(Manner.TAKES_NO_EMPTY_RETURN_PATH);
        rule(REPLY);

        arrive(mail("lunch"));

        assertThat(house.submission().taken()).extracting(it -> it.from())
                .containsExactly(account.address().address());
    }

    @Test
    void what_is_told_twice_is_sent_once() {
        verified();
        rule(FORWARD, REPLY, HOOK);
        house.server().inbox().deliver(mail("lunch"));
        house.sync(account);
        var arrived = house.waiting(MailEvent.EmailsArrived.class);
        house.events().clear();

        for (int i = 0; i < 2; i++) {
            arrived.forEach(house.mailFlow()::handle);
            house.waiting(MailEvent.ErrandsDue.class).forEach(house.mailFlow()::handle);
        }
        later(Duration.ofDays(2));

        assertThat(house.submission().taken()).hasSize(2);
        assertThat(house.programs().told()).hasSize(1);
    }

    @Test
    void what_a_crash_took_back_is_sent_once_when_it_is_told_again() {
        rule(REPLY);
        house.server().inbox().deliver(mail("lunch"));
        house.sync(account);
        var arrived = house.waiting(MailEvent.EmailsArrived.class);
        house.events().clear();
        house.world().failCommit(3, new IllegalStateException("disk"));
        assertThatThrownBy(() -> arrived.forEach(house.mailFlow()::handle)).hasMessage("disk");

        arrived.forEach(house.mailFlow()::handle);
        flow();

        assertThat(house.submission().taken()).hasSize(1);
    }

    @Test
    void is_tried_again_while_the_server_is_busy_and_no_event_is_needed_for_that() {
        rule(REPLY);
        house.submission().behaves(Manner.BUSY);
        arrive(mail("lunch"));
        later(Duration.ofMinutes(2));
        house.submission().behaves(Manner.TAKES);

        later(Duration.ofMinutes(6));

        assertThat(house.submission().taken()).hasSize(1);
        assertThat(told("lunch")).containsExactly(
                "waiting - bob@example.net", "waiting busy bob@example.net", "sent - bob@example.net");
    }

    @Test
    void is_given_up_after_a_day() {
        rule(REPLY);
        house.submission().behaves(Manner.REFUSES_SIGN_IN);
        arrive(mail("lunch"));
        for (int i = 0; i < 10; i++) later(Duration.ofHours(9));

        assertThat(told("lunch")).last().isEqualTo("failed sign_in_refused bob@example.net");
        house.submission().behaves(Manner.TAKES);
        later(Duration.ofHours(9));
        assertThat(house.submission().taken()).isEmpty();
    }

    @Test
    void what_is_refused_for_good_is_told_at_once() {
        rule(REPLY);
        house.submission().behaves(Manner.REFUSES_RECIPIENT);

        arrive(mail("lunch"));

        assertThat(told("lunch")).last().isEqualTo("failed recipient_refused bob@example.net");
    }

    @Test
    void when_the_answer_got_lost_nobody_knows_and_it_is_not_sent_again() {
        rule(REPLY);
        house.submission().behaves(Manner.TAKES_AND_GOES_AWAY);
        arrive(mail("lunch"));
        house.submission().behaves(Manner.TAKES);

        later(Duration.ofDays(2));

        assertThat(house.submission().taken()).hasSize(1);
        assertThat(told("lunch")).last().isEqualTo("uncertain answer_lost bob@example.net");
    }

    @Test
    void who_dies_before_the_last_word_has_sent_nothing_and_it_is_sent_by_the_next() {
        rule(REPLY);
        house.submission().beforeTheLastWord(() -> {
            throw new IllegalStateException("killed");
        });
        assertThatThrownBy(() -> arrive(mail("lunch"))).hasMessage("killed");
        house.events().clear();

        later(Duration.ofMinutes(14));
        assertThat(house.submission().taken()).isEmpty();
        later(Duration.ofMinutes(2));

        assertThat(house.submission().taken()).hasSize(1);
        assertThat(told("lunch")).last().isEqualTo("sent - bob@example.net");
    }

    @Test
    void who_dies_behind_the_last_word_may_have_sent_it_and_it_is_left_and_told() {
        rule(REPLY);
        // looking at what is due, taking it, who writes, the last word, and what became of it
        house.server().inbox().deliver(mail("lunch"));
        house.sync(account);
        house.waiting(MailEvent.EmailsArrived.class).forEach(house.mailFlow()::handle);
        house.submission().beforeTheLastWord(() -> house.world().failCommit(2, new IllegalStateException("killed")));
        assertThatThrownBy(() -> house.waiting(MailEvent.ErrandsDue.class).forEach(house.mailFlow()::handle))
                .hasMessage("killed");
        house.events().clear();
        assertThat(errands("lunch")).extracting(Errand::state).containsExactly(Errand.State.ENDING);

        later(Duration.ofMinutes(16));

        assertThat(house.submission().taken()).hasSize(1);
        assertThat(told("lunch")).last().isEqualTo("uncertain answer_lost bob@example.net");
    }

    @Test
    void who_was_overtaken_does_not_say_the_last_word() {
        rule(REPLY);
        house.server().inbox().deliver(mail("lunch"));
        house.sync(account);
        house.waiting(MailEvent.EmailsArrived.class).forEach(house.mailFlow()::handle);
        // so slow that somebody else begins in between
        house.submission().beforeTheLastWord(() -> {
            house.pass(Duration.ofMinutes(16));
            house.runErrands().run(account.owner(), account.id());
        });

        house.waiting(MailEvent.ErrandsDue.class).forEach(house.mailFlow()::handle);

        assertThat(house.submission().taken()).hasSize(1);
        assertThat(errands("lunch")).extracting(Errand::state).containsExactly(Errand.State.SENT);
        assertThat(told("lunch")).containsExactly("waiting - bob@example.net", "sent - bob@example.net");
    }

    @Test
    void what_is_too_much_for_an_hour_waits() {
        rule(REPLY);

        arrive(mail("lunch 1").from("a@example.net"), mail("lunch 2").from("b@example.net"),
                mail("lunch 3").from("c@example.net"), mail("lunch 4").from("d@example.net"));
        int atOnce = house.submission().taken().size();
        later(Duration.ofMinutes(50));
        int before = house.submission().taken().size();
        later(Duration.ofMinutes(20));

        assertThat(atOnce).isEqualTo(3);
        assertThat(before).isEqualTo(3);
        assertThat(house.submission().taken()).hasSize(4);
        assertThat(told("lunch 4")).containsExactly(
                "waiting - d@example.net", "waiting limit d@example.net", "sent - d@example.net");
    }

    @Test
    void is_sent_although_the_message_was_thrown_away_meanwhile() {
        verified();
        rule(FORWARD);
        house.submission().behaves(Manner.BUSY);
        arrive(mail("lunch"));
        var uid = house.server().inbox().uids().getFirst();
        house.server().inbox().remove(uid);
        house.sync(account);
        flow();
        house.submission().behaves(Manner.TAKES);

        later(Duration.ofMinutes(2));

        assertThat(house.submission().taken()).hasSize(1);
    }

    @Test
    void what_cannot_be_read_any_more_may_come_from_a_machine_and_is_not_answered() throws IOException {
        rule(REPLY);
        house.server().inbox().deliver(mail("lunch"));
        house.sync(account);
        house.blobs().forget(account.id());
        flow();

        assertThat(house.submission().taken()).isEmpty();
        assertThat(told("lunch")).containsExactly("withheld source_gone");
    }

    @Test
    void an_errand_that_breaks_off_whoever_tries_it_comes_to_an_end() {
        rule(REPLY);
        house.submission().beforeTheLastWord(() -> {
            throw new IllegalStateException("killed");
        });
        assertThatThrownBy(() -> arrive(mail("lunch"))).hasMessage("killed");
        house.events().clear();

        later(Duration.ofHours(25));

        assertThat(house.submission().taken()).isEmpty();
        assertThat(told("lunch")).last().isEqualTo("failed unreachable bob@example.net");
    }

    @Test
    void tells_a_program_what_it_needs_to_know_and_how_it_can_trust_that() {
        var rule = bench.added(ada, written("Lunch", LUNCH, HOOK, new Action.Categorise(Category.FEED)));

        arrive(mail("lunch"));

        var errand = errands("lunch").getFirst();
        assertThat(house.programs().told()).singleElement().satisfies(it -> {
            assertThat(it.id()).isEqualTo(errand.id());
            assertThat(it.rule()).isEqualTo(rule.id().toString());
            assertThat(it.occasion().from().address()).isEqualTo("bob@example.net");
            assertThat(it.occasion().category()).isEqualTo(Category.FEED);
            assertThat(it.secret().value()).isEqualTo("secret of " + rule.id());
        });
        assertThat(told("lunch")).contains("sent - example.org");
    }

    @Test
    void a_program_that_fails_is_told_again_by_the_same_name() {
        rule(HOOK);
        house.programs().answer(new WebhookCaller.Answer.Later(Trouble.UNREACHABLE));
        arrive(mail("lunch"));
        house.programs().answer(new WebhookCaller.Answer.Taken());

        later(Duration.ofMinutes(2));
        later(Duration.ofMinutes(20));

        assertThat(house.programs().told()).hasSize(2).extracting(WebhookCaller.Call::id).containsOnly(
                errands("lunch").getFirst().id());
        assertThat(told("lunch")).last().isEqualTo("sent - example.org");
    }

    @Test
    void nothing_is_sent_when_a_rule_is_run_on_mail_that_is_there() {
        verified();
        arrive(mail("lunch"));
        var rule = bench.added(ada, written("Lunch", LUNCH, FORWARD, REPLY, HOOK, new Action.Star()));

        house.applyRule().apply(account.owner(), rule.id());
        flow();

        assertThat(house.submission().taken()).isEmpty();
        assertThat(house.programs().told()).isEmpty();
    }
}
