package org.waxwing.domain.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waxwing.domain.world.EmailBuilder.anEmail;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.mailbox.Email;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.ThreadId;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.reading.MailView;
import org.waxwing.domain.reading.Scope;
import org.waxwing.domain.world.World;

/** What every {@link ChangeScope} does. */
public interface ChangeScopeContract {
    World world();

    private static ChangeScope.Subject subject(Outgoing out, Email email) {
        return new ChangeScope.Subject(out.account().id(), email.thread(), email.id(), email.receivedAt());
    }

    @Test
    default void finds_all_messages_of_conversations_and_single_ones_once() {
        var out = Outgoing.in(world());
        var question = anEmail();
        var first = out.deliver(question);
        var answer = world().deliver(
                out.account(), out.work(), anEmail().repliedTo(question).received("2026-03-02T09:00:00.123456Z"));
        var single = out.deliver(anEmail());
        out.deliver(anEmail());

        var found = out.as(() -> world().scope().find(
                Set.of(first.thread(), new ThreadId(UUID.randomUUID())),
                Set.of(answer.id(), single.id(), new EmailId(UUID.randomUUID()))));

        assertThat(found).containsExactlyInAnyOrder(
                subject(out, first), subject(out, answer), subject(out, single));
    }

    @Test
    default void finds_messages_of_all_own_accounts() {
        var out = Outgoing.in(world());
        var other = world().accountOf(out.account().owner());
        var here = out.deliver(anEmail());
        var there = world().deliver(other, world().inbox(other), anEmail());

        var found = out.as(() -> world().scope().find(Set.of(), Set.of(here.id(), there.id())));

        assertThat(found).extracting(ChangeScope.Subject::account)
                .containsExactlyInAnyOrder(out.account().id(), other.id());
    }

    @Test
    default void finds_nothing_when_asked_for_nothing() {
        var out = Outgoing.in(world());
        out.deliver(anEmail());

        assertThat(out.as(() -> world().scope().find(Set.of(), Set.of()))).isEmpty();
    }

    @Test
    default void tells_what_a_folder_shows() {
        var out = Outgoing.in(world());
        var stays = out.deliver(anEmail());
        var leaves = out.deliver(anEmail());
        var comes = world().deliver(out.account(), out.work(), anEmail());
        out.move(leaves, out.inbox(), out.archive());
        out.move(comes, out.work(), out.inbox());

        assertThat(out.as(() -> world().scope().in(out.account().id(), out.inbox().id())))
                .containsExactlyInAnyOrder(stays.id(), comes.id());
        assertThat(out.as(() -> world().scope().in(out.account().id(), out.work().id()))).isEmpty();
    }

    @Test
    default void tells_all_conversations_of_a_list() {
        var out = Outgoing.in(world());
        var unread = out.deliver(anEmail());
        var read = out.deliver(anEmail().marked(Keyword.SEEN));
        var work = world().deliver(out.account(), out.work(), anEmail());
        var eve = world().somebody();
        var imbox = new Scope.AllAccounts(MailView.IMBOX);
        var scope = world().scope();
        var account = out.account().id();

        assertThat(out.as(() -> scope.all(imbox, false)).get(account))
                .containsExactlyInAnyOrder(unread.thread(), read.thread());
        assertThat(out.as(() -> scope.all(imbox, true)).get(account)).containsExactly(unread.thread());
        assertThat(out.as(() -> scope.all(new Scope.OneMailbox(out.work().id()), false)).get(account))
                .containsExactly(work.thread());
        assertThat(out.as(() -> scope.all(new Scope.OneAccount(account, MailView.ALL), false)).get(account))
                .hasSize(3);
        assertThat(world().as(eve, () -> scope.all(new Scope.OneMailbox(out.work().id()), false))).isEmpty();
    }

    @Test
    default void shows_nothing_to_somebody_else() {
        var out = Outgoing.in(world());
        var email = out.deliver(anEmail());
        var eve = world().somebody();

        assertThat(world().as(eve, () -> world().scope().find(Set.of(email.thread()), Set.of(email.id())))).isEmpty();
        assertThat(world().as(eve, () -> world().scope().in(out.account().id(), out.inbox().id()))).isEmpty();
    }
}
