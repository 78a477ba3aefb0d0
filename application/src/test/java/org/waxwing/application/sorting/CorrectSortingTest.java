package org.waxwing.application.sorting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waxwing.domain.world.EmailBuilder.anEmail;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.waxwing.application.change.UndoAction;
import org.waxwing.application.runtime.MailEvent;
import org.waxwing.application.screening.DecideForOrganisation;
import org.waxwing.application.screening.DecideSenders;
import org.waxwing.application.screening.DecideSenders.Outcome;
import org.waxwing.application.screening.DecideSenders.Wish;
import org.waxwing.application.screening.ShowScreener;
import org.waxwing.application.world.House;
import org.waxwing.domain.account.Account;
import org.waxwing.domain.change.ActionId;
import org.waxwing.domain.history.HistoryLine;
import org.waxwing.domain.mailbox.Email;
import org.waxwing.domain.mailbox.ThreadId;
import org.waxwing.domain.reading.Desk;
import org.waxwing.domain.reading.EmailView;
import org.waxwing.domain.reading.MailView;
import org.waxwing.domain.screening.Decision;
import org.waxwing.domain.signs.Signs;
import org.waxwing.domain.sorting.Admission;
import org.waxwing.domain.sorting.Category;
import org.waxwing.domain.sorting.Lesson;
import org.waxwing.domain.world.EmailBuilder;

/** What people say about where mail belongs, and that it can be taken back. */
class CorrectSortingTest {
    private static final Signs LETTER = Signs
            .parse("1 s=layout,list_id n=9,4,1,300 k=00000000000000ff00000000000000ff");
    private static final Signs OTHER = Signs.parse(Signs.VERSION + " s=plain n=0,0,1,12");

    private final House house = new House();
    private final Account account = house.connected();
    private final Desk desk = Desk.of(house.world(), account);

    private static EmailBuilder from(String sender, int minute) {
        return anEmail().from(sender).subject("mail " + minute).showing(OTHER)
                .received(Instant.parse("2026-03-01T09:00:00Z").plusSeconds(60L * minute));
    }

    private List<String> subjects(MailView view) {
        return house.emails(account, view).stream().map(it -> it.headers().subject().value()).toList();
    }

    private CorrectSorting.Result.Sorted correct(Category category, String about, boolean stored, Email... emails) {
        var threads = Arrays.stream(emails).map(Email::thread).collect(java.util.stream.Collectors.toSet());
        return (CorrectSorting.Result.Sorted) house.correctSorting().correct(account.owner(),
                new CorrectSorting.Command(
                        threads, Set.of(), category, about.isEmpty() ? Optional.empty() : Optional.of(about), stored));
    }

    private List<Lesson> lessons() {
        return house.as(account.owner(), () -> house.world().lessons().all());
    }

    private void undo(ActionId action) {
        assertThat(house.undoAction().undo(account.owner(), action)).isInstanceOf(UndoAction.Result.Undone.class);
    }

    @Test
    void puts_a_conversation_there_and_learns_for_its_sender() {
        var email = desk.deliver(desk.inbox(), from("news@example.com", 1));

        var done = correct(Category.FEED, "", false, email);

        assertThat(subjects(MailView.FEED)).containsExactly("mail 1");
        assertThat(done.changed()).isEqualTo(1);
        assertThat(lessons()).extracting(Lesson::scope).containsExactly(new Lesson.Scope.OfSender("news@example.com"));
        assertThat(house.as(account.owner(), () -> house.world().history().of(email.id(), 5)))
                .extracting(HistoryLine::engine).containsExactly(HistoryLine.Engine.PERSON);
    }

    @Test
    void learns_for_this_message_alone_when_that_is_meant() {
        var email = desk.deliver(desk.inbox(), from("news@example.com", 1));

        correct(Category.FEED, "message", true, email);

        assertThat(lessons()).extracting(Lesson::scope).containsExactly(new Lesson.Scope.OfMessage(email.id()));
    }

    @Test
    void moves_a_conversation_as_a_whole_whoever_wrote_in_it() {
        var first = from("news@example.com", 1);
        var email = desk.deliver(desk.inbox(), first);
        desk.deliver(desk.inbox(), from("else@example.net", 2).repliedTo(first));

        correct(Category.FEED, "", false, email);

        assertThat(house.threads(account, MailView.FEED)).hasSize(1);
        assertThat(subjects(MailView.IMBOX)).isEmpty();
    }

    @Test
    void sorts_what_is_there_when_that_is_meant_and_takes_it_all_back() {
        var email = desk.deliver(desk.inbox(), from("news@example.com", 1));
        desk.deliver(desk.inbox(), from("news@example.com", 2));
        desk.deliver(desk.inbox(), from("friend@example.net", 3));

        var done = correct(Category.FEED, "sender", true, email);

        assertThat(subjects(MailView.FEED)).containsExactly("mail 2", "mail 1");
        assertThat(done.changed()).isEqualTo(2);
        undo(done.action());
        assertThat(subjects(MailView.FEED)).isEmpty();
        assertThat(subjects(MailView.IMBOX)).containsExactly("mail 3", "mail 2", "mail 1");
        assertThat(lessons()).isEmpty();
    }

    @Test
    void brings_back_what_was_taught_before() {
        var email = desk.deliver(desk.inbox(), from("news@example.com", 1));
        correct(Category.FEED, "sender", false, email);
        var before = lessons();
        var done = correct(Category.PAPER_TRAIL, "sender", false, email);

        undo(done.action());

        assertThat(lessons()).isEqualTo(before);
        assertThat(subjects(MailView.FEED)).containsExactly("mail 1");
    }

    @Test
    void lets_in_whose_mail_is_sorted() {
        var email = desk.deliver(desk.inbox(), from("new@example.com", 1).sorted(Category.IMBOX, Admission.WAITING));
        desk.deliver(desk.inbox(), from("new@example.com", 2).sorted(Category.IMBOX, Admission.WAITING));

        var done = correct(Category.FEED, "", false, email);

        assertThat(subjects(MailView.SCREENER)).isEmpty();
        assertThat(subjects(MailView.FEED)).containsExactly("mail 2", "mail 1");
        undo(done.action());
        assertThat(subjects(MailView.SCREENER)).containsExactly("mail 2", "mail 1");
    }

    @Test
    void corrects_nothing_that_is_somebody_elses() {
        var email = desk.deliver(desk.inbox(), from("news@example.com", 1));

        var result = house.correctSorting().correct(house.world().somebody(), new CorrectSorting.Command(
                Set.of(email.thread()), Set.of(), Category.FEED, Optional.empty(), false));

        assertThat(result).isEqualTo(new CorrectSorting.Result.NothingThere());
        assertThat(subjects(MailView.IMBOX)).containsExactly("mail 1");
    }

    @Test
    void explains_itself_and_offers_for_which_mail_a_correction_can_be_meant() {
        var email = desk.deliver(desk.inbox(), from("news@example.com", 1).showing(LETTER));
        desk.deliver(desk.inbox(), from("news@example.com", 2).showing(LETTER));
        desk.deliver(desk.inbox(), from("news@example.com", 3));
        desk.deliver(desk.inbox(), from("other@example.com", 4));

        var told = house.explainSorting().explain(account.owner(), email.id()).orElseThrow();

        assertThat(told.choices()).contains(
                new ExplainSorting.Choice("sender", "news@example.com", 2),
                new ExplainSorting.Choice("domain", "example.com", 3),
                new ExplainSorting.Choice("message", "", 0));
        assertThat(told.why()).hasSize(1);
        assertThat(house.explainSorting().explain(house.world().somebody(), email.id())).isEmpty();
    }

    @Test
    void forgets_what_was_taught_and_sorts_by_itself_again() {
        var email = desk.deliver(desk.inbox(), from("news@example.com", 1));
        correct(Category.FEED, "sender", false, email);

        assertThat(house.forgetLesson().forget(house.world().somebody(), lessons().getFirst().id())).isFalse();
        assertThat(house.forgetLesson().forget(account.owner(), lessons().getFirst().id())).isTrue();

        assertThat(subjects(MailView.FEED)).isEmpty();
        assertThat(subjects(MailView.IMBOX)).containsExactly("mail 1");
    }

    @Test
    void shows_who_waits_and_decides_about_several_at_once() {
        desk.deliver(desk.inbox(), from("one@example.com", 1).sorted(Category.IMBOX, Admission.WAITING));
        desk.deliver(desk.inbox(), from("two@example.net", 2).sorted(Category.IMBOX, Admission.WAITING));
        desk.deliver(desk.inbox(), from("three@example.net", 3).sorted(Category.IMBOX, Admission.WAITING));
        assertThat(house.showScreener().show(account.owner())).extracting(ShowScreener.Waiting::messages)
                .containsExactly(1L, 1L, 1L);

        var done = house.decideSenders().decide(account.owner(), List.of(
                new Wish("One@example.com ", Outcome.FEED), new Wish("example.net", Outcome.OUT))).orElseThrow();

        assertThat(done.changed()).isEqualTo(3);
        assertThat(house.showScreener().show(account.owner())).isEmpty();
        assertThat(subjects(MailView.FEED)).containsExactly("mail 1");
        assertThat(subjects(MailView.SCREENED_OUT)).containsExactly("mail 3", "mail 2");
        assertThat(house.listDecisions().list(account.owner())).extracting(Decision::who)
                .containsExactlyInAnyOrder("one@example.com", "example.net");
        undo(done.action());
        assertThat(house.emails(account, MailView.SCREENER)).extracting(EmailView::thread)
                .hasSize(3).allSatisfy(it -> assertThat(it).isInstanceOf(ThreadId.class));
        assertThat(house.listDecisions().list(account.owner())).isEmpty();
        assertThat(lessons()).isEmpty();
    }

    @Test
    void keeps_out_for_everybody_whom_the_organisation_blocks() {
        desk.deliver(desk.inbox(), from("bore@example.com", 1));

        house.decideForOrganisation().change(account.owner(), new DecideForOrganisation.Change.Decided(
                List.of(new Wish("example.com", Outcome.OUT))));

        assertThat(subjects(MailView.SCREENED_OUT)).containsExactly("mail 1");
        var colleague = house.world().somebody();
        assertThat(house.listOrganisationsDecisions().list(colleague)).extracting(Decision::who)
                .containsExactly("example.com");
        house.decideForOrganisation().change(
                account.owner(), new DecideForOrganisation.Change.Forgotten(Set.of("Example.com")));
        assertThat(house.listOrganisationsDecisions().list(colleague)).isEmpty();
    }

    @Test
    void takes_nothing_for_a_sender_that_is_none() {
        org.assertj.core.api.Assertions.assertThatIllegalArgumentException().isThrownBy(() -> house.decideSenders()
                .decide(account.owner(), List.of(new Wish("not an address", DecideSenders.Outcome.OUT))));
    }

    /** Has everything sorted again, to its end. */
    private void sortAgain() {
        house.sortAllMail().sort(account.owner());
        house.waiting(MailEvent.JobDue.class).forEach(house.mailFlow()::handle);
    }

    @Test
    void holds_against_what_was_taught_about_less_before() {
        var email = desk.deliver(desk.inbox(), from("news@example.com", 1));
        correct(Category.FEED, "message", false, email);

        correct(Category.PAPER_TRAIL, "sender", false, email);
        sortAgain();

        assertThat(subjects(MailView.PAPER_TRAIL)).containsExactly("mail 1");
    }

    @Test
    void holds_in_a_conversation_of_the_owner() {
        var question = from(account.address().address(), 1);
        desk.deliver(desk.sent(), question);
        var answer = desk.deliver(desk.inbox(), from("portal@example.com", 2).repliedTo(question));

        correct(Category.FEED, "sender", false, answer);
        sortAgain();

        assertThat(subjects(MailView.FEED)).containsExactly("Re: mail 1");
    }

    @Test
    void brings_back_what_was_taught_about_the_rest_of_a_conversation() {
        var first = from("news@example.com", 1);
        var email = desk.deliver(desk.inbox(), first);
        var other = desk.deliver(desk.inbox(), from("else@example.net", 0).repliedTo(first));
        house.correctSorting().correct(account.owner(), new CorrectSorting.Command(
                Set.of(), Set.of(other.id()), Category.PAPER_TRAIL, Optional.of("message"), false));
        var before = lessons();

        undo(correct(Category.FEED, "sender", false, email).action());

        assertThat(lessons()).isEqualTo(before);
    }

    @Test
    void undoing_leaves_what_was_taught_and_decided_about_the_same_since() {
        var one = desk.deliver(desk.inbox(), from("one@example.com", 1).sorted(Category.IMBOX, Admission.WAITING));
        var first = correct(Category.FEED, "sender", false, one);
        house.pass(Duration.ofMinutes(1));
        correct(Category.PAPER_TRAIL, "sender", false, one);
        house.decideSenders().decide(account.owner(), List.of(new Wish("one@example.com", Outcome.OUT)));
        var taught = lessons();
        var decided = house.listDecisions().list(account.owner());

        undo(first.action());

        assertThat(lessons()).isEqualTo(taught);
        assertThat(house.listDecisions().list(account.owner())).isEqualTo(decided);
    }

    @Test
    void lets_nobody_in_whom_the_organisation_blocks() {
        var email = desk.deliver(desk.inbox(), from("bore@example.com", 1));
        house.decideForOrganisation().change(account.owner(), new DecideForOrganisation.Change.Decided(
                List.of(new Wish("example.com", Outcome.OUT))));

        correct(Category.FEED, "sender", true, email);

        assertThat(subjects(MailView.SCREENED_OUT)).containsExactly("mail 1");
        assertThat(subjects(MailView.FEED)).isEmpty();
    }

    @Test
    void teaches_about_many_conversations_at_once() {
        var some = IntStream.range(0, 20).mapToObj(
                i -> desk.deliver(desk.inbox(), from("sender" + i + "@example.com", i))).toArray(Email[]::new);

        var done = correct(Category.FEED, "message", false, some);

        assertThat(done.changed()).isEqualTo(20);
        assertThat(lessons()).hasSize(20);
        undo(done.action());
        assertThat(lessons()).isEmpty();
    }
}
