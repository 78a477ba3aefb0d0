package org.waxwing.domain.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waxwing.domain.sorting.Admission.IN;
import static org.waxwing.domain.sorting.Admission.OUT;
import static org.waxwing.domain.sorting.Admission.WAITING;
import static org.waxwing.domain.sorting.Category.FEED;
import static org.waxwing.domain.sorting.Category.IMBOX;
import static org.waxwing.domain.sorting.Category.PAPER_TRAIL;
import static org.waxwing.domain.world.EmailBuilder.anEmail;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.ThreadId;
import org.waxwing.domain.sorting.Placement;
import org.waxwing.domain.triage.Standing;
import org.waxwing.domain.world.EmailBuilder;
import org.waxwing.domain.world.World;

/** On which shelves every {@link MailReader} shows sorted mail. */
public interface ShelvesContract {
    Set<MailView> SHELVES = EnumSet.of(
            MailView.IMBOX, MailView.FEED, MailView.PAPER_TRAIL, MailView.SCREENER, MailView.SCREENED_OUT);

    World world();

    private static EmailBuilder at(int minute) {
        return anEmail().received(Instant.parse("2026-03-01T09:00:00Z").plusSeconds(60L * minute));
    }

    private static List<ThreadId> shown(Desk desk, MailView view) {
        return desk.threads(Scope.of(Optional.empty(), view), false, ListPosition.START, 10).items().stream()
                .map(ThreadRow::id).toList();
    }

    private static void file(Desk desk, EmailId email, Placement placement) {
        desk.world().run(desk.account().owner(), () -> {
            var touched = desk.world().sorting().file(desk.account().id(), Map.of(email, placement));
            desk.world().mail().settle(desk.account().id(), touched);
        });
    }

    @Test
    default void shows_mail_on_the_shelf_where_it_was_sorted() {
        var desk = Desk.in(world());
        var imbox = desk.deliver(desk.inbox(), at(1).sorted(IMBOX, IN));
        var feed = desk.deliver(desk.inbox(), at(2).sorted(FEED, IN));
        var paper = desk.deliver(desk.inbox(), at(3).sorted(PAPER_TRAIL, IN).marked(Keyword.SEEN));
        var waiting = desk.deliver(desk.inbox(), at(4).sorted(FEED, WAITING));
        var out = desk.deliver(desk.inbox(), at(5).sorted(IMBOX, OUT));

        assertThat(shown(desk, MailView.IMBOX)).containsExactly(imbox.thread());
        assertThat(shown(desk, MailView.FEED)).containsExactly(feed.thread());
        assertThat(shown(desk, MailView.PAPER_TRAIL)).containsExactly(paper.thread());
        assertThat(shown(desk, MailView.SCREENER)).containsExactly(waiting.thread());
        assertThat(shown(desk, MailView.SCREENED_OUT)).containsExactly(out.thread());
        assertThat(desk.emails(Scope.of(Optional.empty(), MailView.FEED), false))
                .extracting(EmailView::id).containsExactly(feed.id());
        assertThat(desk.emails(Scope.of(Optional.empty(), MailView.SCREENER), false))
                .extracting(EmailView::id).containsExactly(waiting.id());
        var unread = desk.read(it -> it.unreadIn(Optional.empty(), SHELVES));
        assertThat(unread).isEqualTo(Map.of(
                MailView.IMBOX, 1L, MailView.FEED, 1L, MailView.PAPER_TRAIL, 0L, MailView.SCREENER, 1L,
                MailView.SCREENED_OUT, 1L));
        assertThat(desk.threads(new Scope.OneMailbox(desk.inbox().id()), false, ListPosition.START, 10).items())
                .extracting(ThreadRow::category)
                .containsExactly(IMBOX, IMBOX, PAPER_TRAIL, FEED, IMBOX);
    }

    @Test
    default void moves_a_conversation_when_a_message_is_put_elsewhere() {
        var desk = Desk.in(world());
        var email = desk.deliver(desk.inbox(), at(1).sorted(IMBOX, WAITING));

        file(desk, email.id(), Placement.in(FEED));

        assertThat(shown(desk, MailView.SCREENER)).isEmpty();
        assertThat(shown(desk, MailView.FEED)).containsExactly(email.thread());
        file(desk, email.id(), Placement.in(IMBOX));
        assertThat(shown(desk, MailView.FEED)).isEmpty();
        assertThat(shown(desk, MailView.IMBOX)).containsExactly(email.thread());
    }

    @Test
    default void keeps_a_conversation_in_the_imbox_for_one_message_that_belongs_there() {
        var desk = Desk.in(world());
        var first = at(1).sorted(IMBOX, IN);
        var email = desk.deliver(desk.inbox(), first);
        desk.deliver(desk.inbox(), at(2).repliedTo(first).sorted(PAPER_TRAIL, IN));

        assertThat(shown(desk, MailView.IMBOX)).containsExactly(email.thread());

        file(desk, email.id(), Placement.in(FEED));

        assertThat(shown(desk, MailView.PAPER_TRAIL)).containsExactly(email.thread());
    }

    @Test
    default void takes_what_is_put_away_from_its_shelf() {
        var desk = Desk.in(world());
        var email = desk.deliver(desk.inbox(), at(1).sorted(FEED, IN));
        var since = email.receivedAt().plusSeconds(60);

        world().run(desk.account().owner(), () -> world().standings().stand(
                desk.account().id(),
                new Standing(new Standing.Place.OnPile(Standing.Pile.LATER, since), false,
                        new Standing.Comeback.None()),
                List.of(email.thread())));

        assertThat(shown(desk, MailView.FEED)).isEmpty();
        assertThat(desk.emails(Scope.of(Optional.empty(), MailView.FEED), false)).isEmpty();
        assertThat(shown(desk, MailView.LATER)).containsExactly(email.thread());
        assertThat(desk.threads(Scope.of(Optional.empty(), MailView.LATER), false, ListPosition.START, 10).items())
                .extracting(ThreadRow::category).containsExactly(FEED);
    }

    @Test
    default void remembers_where_archived_mail_was_sorted() {
        var desk = Desk.in(world());
        var email = desk.deliver(desk.inbox(), at(1).sorted(FEED, IN));
        world().show(desk.account(), desk.archive(), email.id());

        world().empty(desk.account(), desk.inbox());

        assertThat(shown(desk, MailView.FEED)).isEmpty();
        assertThat(desk.threads(Scope.of(Optional.empty(), MailView.ARCHIVE), false, ListPosition.START, 10).items())
                .extracting(ThreadRow::category).containsExactly(FEED);
    }
}
