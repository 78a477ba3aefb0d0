package org.waxwing.application.sorting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.waxwing.domain.world.EmailBuilder.anEmail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waxwing.application.runtime.MailEvent;
import org.waxwing.application.world.House;
import org.waxwing.domain.account.Account;
import org.waxwing.domain.history.HistoryLine;
import org.waxwing.domain.history.HistoryLine.Engine;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.jobs.Job;
import org.waxwing.domain.mailbox.MailboxRole;
import org.waxwing.domain.preferences.Preference;
import org.waxwing.domain.reading.MailView;
import org.waxwing.domain.screening.Decision;
import org.waxwing.domain.screening.Decision.Verdict;
import org.waxwing.domain.sorting.Category;
import org.waxwing.domain.sorting.Lesson;
import org.waxwing.domain.sorting.LessonId;
import org.waxwing.domain.world.EmailBuilder;

/** Where mail stands the moment it arrives, and what changes that later. */
class SortArrivalsTest {
    private static final String RECEIPT = """
            Thank you for your order. Order number: 4711-2026. Total: 49.90 EUR including tax.
            Your invoice is attached. Payment received. This is an automatic message, please do not reply.
            """;

    private final House house = new House();
    private final Account account = house.connected();
    private final Instant now = account.addedAt().plus(Duration.ofHours(1));

    @BeforeEach
    void an_account_that_was_read() {
        house.server().folder("Sent", MailboxRole.SENT);
        house.server().inbox().deliver(old("friend@example.net", "From before"));
        readAll();
    }

    private EmailBuilder old(String from, String subject) {
        return anEmail().from(from).subject(subject).received(account.addedAt().minus(Duration.ofDays(40)));
    }

    private EmailBuilder fresh(String from, String subject) {
        return anEmail().from(from).subject(subject).received(now);
    }

    private EmailBuilder receipt(String from, String subject) {
        return fresh(from, subject).text(RECEIPT);
    }

    /** Compares with the server and does everything that follows. */
    private void readAll() {
        house.sync(account);
        while (!house.events().waiting().isEmpty()) {
            var waiting = house.events().waiting();
            house.events().clear();
            waiting.stream().filter(it -> !(it instanceof MailEvent.SyncWanted)).forEach(house.mailFlow()::handle);
        }
    }

    private void arrive(EmailBuilder... mails) {
        List.of(mails).forEach(house.server().inbox()::deliver);
        readAll();
    }

    private void choose(Preference preference, String choice) {
        house.world().run(account.owner(), () -> house.world().preferences().choose(
                account.owner(), Map.of(preference, choice)));
    }

    private List<HistoryLine> history(MailView view) {
        var email = house.emails(account, view).getFirst().id();
        return house.as(account.owner(), () -> house.world().history().of(email, 10));
    }

    @Test
    void lets_in_whoever_wrote_before_the_account_was_connected() {
        arrive(fresh("friend@example.net", "Again"));

        assertThat(house.subjects(account, MailView.IMBOX)).containsExactly("Again", "From before");
    }

    @Test
    void keeps_first_time_senders_outside_until_they_are_let_in() {
        arrive(fresh("stranger@example.com", "Hello"));

        assertThat(house.subjects(account, MailView.SCREENER)).containsExactly("Hello");
        assertThat(history(MailView.SCREENER)).extracting(HistoryLine::engine)
                .containsExactly(Engine.SCREENER, Engine.CLASSIFIER);
    }

    @Test
    void lets_everybody_in_where_there_is_no_screener() {
        choose(Preference.SCREENER, "off");

        arrive(fresh("stranger@example.com", "Hello"), receipt("shop@example.com", "Your order 4711-2026"));

        assertThat(house.subjects(account, MailView.IMBOX)).contains("Hello");
        assertThat(house.subjects(account, MailView.PAPER_TRAIL)).containsExactly("Your order 4711-2026");
    }

    @Test
    void leaves_everything_in_the_imbox_for_whoever_switches_sorting_off() {
        house.server().inbox().deliver(old("shop@example.com", "Before"));
        readAll();
        choose(Preference.SORTING, "off");

        arrive(receipt("shop@example.com", "Your order 4711-2026"));

        assertThat(house.subjects(account, MailView.IMBOX)).contains("Your order 4711-2026");
        assertThat(house.emails(account, MailView.PAPER_TRAIL)).isEmpty();
    }

    @Test
    void goes_by_decisions_about_senders() {
        house.world().run(account.owner(), () -> house.world().decisions().decide(List.of(
                new Decision("stranger@example.com", Verdict.IN, now), new Decision("example.org", Verdict.OUT, now))));

        arrive(fresh("stranger@example.com", "Hello"), fresh("bore@example.org", "Me again"));

        assertThat(house.subjects(account, MailView.IMBOX)).contains("Hello");
        assertThat(house.subjects(account, MailView.SCREENED_OUT)).containsExactly("Me again");
    }

    @Test
    void lets_in_at_once_whom_the_owner_writes_to() {
        arrive(fresh("stranger@example.com", "Hello"));
        house.server().folder("Sent", MailboxRole.SENT).deliver(
                fresh(account.address().address(), "Who are you?").to("stranger@example.com"));

        readAll();

        assertThat(house.subjects(account, MailView.SCREENER)).isEmpty();
        assertThat(house.subjects(account, MailView.IMBOX)).contains("Hello");
    }

    @Test
    void lets_in_at_once_whoever_answers_in_a_conversation_of_the_owner() {
        var question = fresh(account.address().address(), "Question").to("office@example.com");
        house.server().folder("Sent", MailboxRole.SENT).deliver(question);
        readAll();

        arrive(fresh("colleague@example.com", "Re: Question").repliedTo(question).from("colleague@example.com"));

        assertThat(house.emails(account, MailView.SCREENER)).isEmpty();
        assertThat(house.emails(account, MailView.IMBOX)).extracting(it -> it.headers().from().getFirst().address())
                .contains("colleague@example.com");
    }

    @Test
    void puts_a_receipt_among_papers_and_says_why() {
        house.server().inbox().deliver(old("shop@example.com", "Before"));
        arrive(receipt("shop@example.com", "Your order 4711-2026"));

        assertThat(house.subjects(account, MailView.PAPER_TRAIL)).containsExactly("Your order 4711-2026");
        assertThat(history(MailView.PAPER_TRAIL)).singleElement().satisfies(line -> {
            assertThat(line.engine()).isEqualTo(Engine.CLASSIFIER);
            assertThat(line.detail()).isEqualTo("PAPER_TRAIL");
            assertThat(line.reasons()).isNotEmpty();
        });
    }

    @Test
    void follows_what_was_taught() {
        house.server().inbox().deliver(old("shop@example.com", "Before"));
        readAll();
        var lesson = new Lesson(
                new LessonId(UUID.randomUUID()), new Lesson.Scope.OfSender("shop@example.com"), Category.FEED, now);
        house.world().run(account.owner(), () -> house.world().lessons().keep(lesson));

        arrive(receipt("shop@example.com", "Your order 4711-2026"));

        assertThat(house.subjects(account, MailView.FEED)).containsExactly("Your order 4711-2026");
        assertThat(history(MailView.FEED).getFirst().reference()).isEqualTo(lesson.id().toString());
    }

    @Test
    void sorts_stored_mail_again_in_pieces_and_does_nothing_twice() {
        choose(Preference.SCREENER, "off");
        IntStream.range(0, 1_200).forEach(i -> house.server().inbox().deliver(
                receipt("shop@example.com", "Your order 4711-" + i)));
        readAll();
        assertThat(house.emails(account, MailView.PAPER_TRAIL)).hasSize(200);
        house.world().run(account.owner(), () -> house.world().lessons().keep(new Lesson(
                new LessonId(UUID.randomUUID()), new Lesson.Scope.OfSender("shop@example.com"), Category.FEED, now)));
        house.pass(Duration.ofMinutes(1));
        house.sortAccount().sort(account.owner(), account.id());
        var due = house.waiting(MailEvent.JobDue.class).getFirst();

        house.mailFlow().handle(due);
        house.mailFlow().handle(due);

        var job = house.listJobs().list(account.owner()).getFirst();
        assertThat(job.state()).isEqualTo(Job.State.DONE);
        assertThat(job.done()).isEqualTo(1_201);
        assertThat(job.changed()).isEqualTo(1_200);
        assertThat(house.as(account.owner(), () -> house.world().reader().total(
                new org.waxwing.domain.reading.Scope.AllAccounts(MailView.FEED)))).isEqualTo(1_200);
        assertThat(history(MailView.FEED)).hasSize(2);
    }

    @Test
    void takes_back_what_sorting_again_has_done_when_it_was_asked_for() {
        house.server().inbox().deliver(old("shop@example.com", "Before"));
        arrive(receipt("shop@example.com", "Your order 4711-2026"));
        var lesson = new Lesson(
                new LessonId(UUID.randomUUID()), new Lesson.Scope.OfSender("shop@example.com"), Category.FEED, now);
        house.world().run(account.owner(), () -> house.world().lessons().keep(lesson));
        house.pass(Duration.ofMinutes(1));
        house.sortAllMail().sort(account.owner());
        readAll();
        assertThat(house.subjects(account, MailView.FEED)).contains("Your order 4711-2026");
        var job = house.listJobs().list(account.owner()).getFirst();

        house.undoAction().undo(account.owner(), job.action());

        assertThat(house.subjects(account, MailView.PAPER_TRAIL)).containsExactly("Your order 4711-2026");
    }

    @Test
    void ends_a_job_when_its_owner_wants_no_more() {
        house.pass(Duration.ofMinutes(1));
        house.sortAccount().sort(account.owner(), account.id());
        var due = house.waiting(MailEvent.JobDue.class).getFirst();

        assertThat(house.cancelJob().cancel(house.world().somebody(), due.job())).isFalse();
        assertThat(house.cancelJob().cancel(account.owner(), due.job())).isTrue();
        house.mailFlow().handle(due);

        var job = house.listJobs().list(account.owner()).getFirst();
        assertThat(job.state()).isEqualTo(Job.State.CANCELLED);
        assertThat(job.done()).isZero();
        assertThat(house.cancelJob().cancel(account.owner(), due.job())).isFalse();
    }

    @Test
    void looks_again_at_mail_of_which_nothing_was_seen() throws IOException {
        choose(Preference.SCREENER, "off");
        var mail = receipt("shop@example.com", "Your order 4711-2026");
        deliverUnseen(mail);
        assertThat(house.subjects(account, MailView.IMBOX)).contains("Your order 4711-2026");

        house.sortAccount().sort(account.owner(), account.id());
        readAll();

        assertThat(house.subjects(account, MailView.PAPER_TRAIL)).containsExactly("Your order 4711-2026");
    }

    private void deliverUnseen(EmailBuilder mail) throws IOException {
        var inbox = house.folders(account).values().stream()
                .filter(it -> it.role() == MailboxRole.INBOX).findFirst().orElseThrow();
        house.blobs().store(account.id(), new ByteArrayInputStream(mail.source()));
        house.world().deliver(account, inbox, mail);
    }

    @Test
    void passes_over_a_message_whose_source_is_gone_and_sorts_the_rest() throws IOException {
        choose(Preference.SCREENER, "off");
        var lost = receipt("shop@example.com", "Your order 4711-2026");
        deliverUnseen(lost);
        deliverUnseen(receipt("shop@example.com", "Your order 4712-2026"));
        house.blobs().lose(account.id(), EmailBuilder.sha256(lost.source()));
        house.pass(Duration.ofMinutes(1));

        house.sortAccount().sort(account.owner(), account.id());
        readAll();

        var job = house.listJobs().list(account.owner()).getFirst();
        assertThat(job.state()).isEqualTo(Job.State.DONE);
        assertThat(job.done()).isEqualTo(3);
        assertThat(house.subjects(account, MailView.PAPER_TRAIL)).containsExactly("Your order 4712-2026");
        assertThat(house.subjects(account, MailView.IMBOX)).contains("Your order 4711-2026");
    }

    @Test
    void goes_on_where_it_was_once_the_store_can_be_reached_again() throws IOException {
        choose(Preference.SCREENER, "off");
        deliverUnseen(receipt("shop@example.com", "Your order 4711-2026"));
        house.pass(Duration.ofMinutes(1));
        house.sortAccount().sort(account.owner(), account.id());
        var due = house.waiting(MailEvent.JobDue.class).getFirst();
        house.events().clear();
        house.blobs().beOutOfReach(true);
        assertThatThrownBy(() -> house.mailFlow().handle(due)).isInstanceOf(UncheckedIOException.class);
        house.blobs().beOutOfReach(false);

        house.resumeJobs().resume();
        var early = house.waiting(MailEvent.JobDue.class);
        house.pass(Duration.ofMinutes(6));
        house.resumeJobs().resume();
        var late = house.waiting(MailEvent.JobDue.class);
        readAll();

        assertThat(early).isEmpty();
        assertThat(late).containsExactly(due);
        assertThat(house.listJobs().list(account.owner()).getFirst().state()).isEqualTo(Job.State.DONE);
        assertThat(house.subjects(account, MailView.PAPER_TRAIL)).containsExactly("Your order 4711-2026");
    }

    @Test
    void believes_nobody_who_calls_themselves_a_colleague_and_is_not() {
        assertThat(EmailAddress.of("x@" + account.address().domain()).domain()).isEqualTo("example.org");
        arrive(fresh("boss@example.org", "Inside"));

        assertThat(house.subjects(account, MailView.IMBOX)).contains("Inside");
    }
}
