package org.waxwing.application.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waxwing.domain.world.EmailBuilder.anEmail;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waxwing.application.world.House;
import org.waxwing.domain.account.Account;
import org.waxwing.domain.change.ActionLog;
import org.waxwing.domain.history.HistoryLine;
import org.waxwing.domain.mailbox.Email;
import org.waxwing.domain.reading.Desk;
import org.waxwing.domain.reading.ListPosition;
import org.waxwing.domain.reading.MailView;
import org.waxwing.domain.reading.Scope;
import org.waxwing.domain.search.SearchQuery;
import org.waxwing.domain.signs.Signs;
import org.waxwing.domain.sorting.Admission;
import org.waxwing.domain.sorting.Category;
import org.waxwing.domain.world.EmailBuilder;

class CategorizeListTest {
    private static final Signs PLAIN = Signs.parse(Signs.VERSION + " s=plain n=0,0,1,12");

    private final House house = new House();
    private final Account account = house.connected();
    private final Desk desk = Desk.of(house.world(), account);
    private Email second;

    private static EmailBuilder mail(int minute) {
        return anEmail().from("friend@example.net").subject("mail " + minute).showing(PLAIN)
                .received(Instant.parse("2026-03-01T09:00:00Z").plusSeconds(60L * minute));
    }

    @BeforeEach
    void three() {
        desk.deliver(desk.inbox(), mail(1));
        second = desk.deliver(desk.inbox(), mail(2));
        desk.deliver(desk.inbox(), mail(3));
    }

    private CategorizeList.Result.Sorted categorize(ChangeMail.Choice choice, Category category) {
        return (CategorizeList.Result.Sorted) house.categorizeList().categorize(account.owner(), choice, category);
    }

    private static ChangeMail.Choice listed(MailView view, Email... except) {
        return new ChangeMail.Choice.Listed(
                new Scope.AllAccounts(view), false, List.of(except).stream().map(Email::thread)
                        .collect(java.util.stream.Collectors.toSet()));
    }

    private List<String> subjects(MailView view) {
        return house.subjects(account, view);
    }

    @Test
    void moves_everything_in_a_list_but_what_was_left_out_and_takes_it_back_as_one() {
        var done = categorize(listed(MailView.IMBOX, second), Category.FEED);

        assertThat(done.conversations()).isEqualTo(2);
        assertThat(done.changed()).isEqualTo(2);
        assertThat(subjects(MailView.FEED)).containsExactly("mail 3", "mail 1");
        assertThat(subjects(MailView.IMBOX)).containsExactly("mail 2");
        var told = house.listActions().list(account.owner(), ListPosition.START, 10).items();
        assertThat(told).singleElement().satisfies(it -> {
            assertThat(it.title()).isEqualTo("categorize");
            assertThat(it.conversations()).isEqualTo(2);
        });
        house.undoAction().undo(account.owner(), done.action());
        assertThat(subjects(MailView.IMBOX)).containsExactly("mail 3", "mail 2", "mail 1");
        assertThat(subjects(MailView.FEED)).isEmpty();
    }

    @Test
    void moves_everything_that_a_search_finds() {
        desk.deliver(desk.inbox(), mail(4).subject("ferry"));

        categorize(new ChangeMail.Choice.Found(SearchQuery.of("ferry"), Set.of()), Category.PAPER_TRAIL);

        assertThat(subjects(MailView.PAPER_TRAIL)).containsExactly("ferry");
    }

    @Test
    void stays_where_it_was_put_when_mail_is_sorted_again_and_teaches_nothing() {
        categorize(listed(MailView.IMBOX), Category.FEED);

        house.sortAccount().sort(account.owner(), account.id());
        house.waiting(org.waxwing.application.runtime.MailEvent.JobDue.class).forEach(house.mailFlow()::handle);

        assertThat(subjects(MailView.FEED)).containsExactly("mail 3", "mail 2", "mail 1");
        assertThat(house.as(account.owner(), () -> house.world().lessons().all())).isEmpty();
        assertThat(house.as(account.owner(), () -> house.world().sorting().corrected(10))).isEmpty();
        assertThat(house.as(account.owner(), () -> house.world().history().of(second.id(), 5)))
                .extracting(HistoryLine::engine, HistoryLine::reference)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        HistoryLine.Engine.PERSON, HistoryLine.WHOLE_LIST));
    }

    @Test
    void leaves_open_whether_somebody_is_let_in() {
        desk.deliver(desk.inbox(), mail(4).from("new@example.com").sorted(Category.IMBOX, Admission.WAITING));

        categorize(listed(MailView.SCREENER), Category.FEED);

        assertThat(subjects(MailView.SCREENER)).containsExactly("mail 4");
    }

    @Test
    void is_no_action_when_everything_is_there_already_and_nothing_when_there_is_none() {
        var again = categorize(listed(MailView.IMBOX), Category.IMBOX);

        assertThat(again.changed()).isZero();
        assertThat(house.listActions().list(account.owner(), ListPosition.START, 10).items())
                .extracting(ActionLog.Logged::id).isEmpty();
        assertThat(house.categorizeList().categorize(account.owner(), listed(MailView.FEED), Category.IMBOX))
                .isEqualTo(new CategorizeList.Result.NothingThere());
        assertThat(house.categorizeList().categorize(
                house.world().somebody(), listed(MailView.IMBOX), Category.FEED))
                .isEqualTo(new CategorizeList.Result.NothingThere());
    }
}
