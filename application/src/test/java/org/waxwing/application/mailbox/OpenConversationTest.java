package org.waxwing.application.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waxwing.domain.world.EmailBuilder.anEmail;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.waxwing.application.mailbox.OpenConversation.Opened;
import org.waxwing.application.mailbox.OpenConversation.Wanted;
import org.waxwing.application.world.House;
import org.waxwing.domain.account.Account;
import org.waxwing.domain.mailbox.Email;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.Mailbox;
import org.waxwing.domain.mailbox.ThreadId;
import org.waxwing.domain.reading.EmailLine;
import org.waxwing.domain.screening.Acquaintance;
import org.waxwing.domain.world.EmailBuilder;

/** Of a conversation of any length, what is new is open, a little stands before it, and the rest can be had. */
class OpenConversationTest {
    private final House house = new House();
    private final Account account = house.connected();
    private final Mailbox inbox = house.world().inbox(account);
    private final OpenConversation open = new OpenConversation(
            house.transactions(), house.world().accounts(), house.world().reader(), house.world().book());

    private List<Email> conversation(int messages, int... unread) {
        var batch = IntStream.range(0, messages)
                .mapToObj(i -> {
                    var mail = anEmail().received(Instant.parse("2026-03-01T09:00:00Z").plusSeconds(60L * i))
                            .inReplyTo("root@example.org").from("bob@example.org").text("message " + i);
                    boolean isUnread = IntStream.of(unread).anyMatch(it -> it == i);
                    return isUnread ? mail : mail.marked(Keyword.SEEN);
                })
                .toArray(EmailBuilder[]::new);
        return house.world().deliverAll(account, inbox, batch);
    }

    private Opened latest(List<Email> emails) {
        return open.open(account.owner(), new Wanted.Latest(emails.getFirst().thread())).orElseThrow();
    }

    private static List<EmailId> ids(List<Email> emails) {
        return emails.stream().map(Email::id).toList();
    }

    private static List<EmailId> shown(Opened opened) {
        return opened.shown().stream().map(EmailLine::id).toList();
    }

    @Test
    void opens_the_latest_message_after_the_lines_of_the_others() {
        var emails = conversation(4);

        var opened = latest(emails);

        assertThat(shown(opened)).isEqualTo(ids(emails));
        assertThat(opened.words()).containsOnlyKeys(emails.getLast().id());
        assertThat(opened.earlier()).isZero();
        assertThat(opened.surroundings().accounts()).extracting(Account::id).containsExactly(account.id());
        assertThat(opened.surroundings().folders()).extracting(Mailbox::id).containsExactly(inbox.id());
        assertThat(opened.writers()).containsOnlyKeys("bob@example.org").containsValue(Acquaintance.NONE);
    }

    @Test
    void shows_a_few_lines_before_what_is_new_of_a_long_conversation() {
        var emails = conversation(300, 298);

        var opened = latest(emails);

        assertThat(opened.words()).containsOnlyKeys(emails.get(298).id(), emails.get(299).id());
        assertThat(shown(opened)).isEqualTo(ids(emails.subList(298 - OpenConversation.LINES_BEFORE, 300)));
        assertThat(opened.earlier()).isEqualTo(298 - OpenConversation.LINES_BEFORE);
    }

    @Test
    void opens_no_more_than_can_be_read() {
        var emails = conversation(40, IntStream.range(10, 40).toArray());

        var opened = latest(emails);

        assertThat(opened.words().keySet())
                .containsExactlyInAnyOrderElementsOf(ids(emails.subList(40 - OpenConversation.MOST_OPEN, 40)));
        assertThat(shown(opened)).contains(emails.get(10).id());
    }

    @Test
    void shows_what_stands_before_in_parts_until_the_first_message() {
        var emails = conversation(250);
        var opened = latest(emails);
        var seen = shown(opened).size();

        while (opened.earlier() > 0) {
            opened = open.open(account.owner(), new Wanted.Earlier(
                    emails.getFirst().thread(), opened.shown().getFirst().position())).orElseThrow();
            seen += opened.shown().size();
            assertThat(opened.words()).isEmpty();
        }

        assertThat(seen).isEqualTo(250);
        assertThat(opened.shown().getFirst().id()).isEqualTo(emails.getFirst().id());
    }

    @Test
    void opens_one_message_without_the_others() {
        var emails = conversation(3);

        var opened = open.open(account.owner(), new Wanted.Alone(emails.get(1).id())).orElseThrow();

        assertThat(shown(opened)).containsExactly(emails.get(1).id());
        assertThat(opened.words()).containsOnlyKeys(emails.get(1).id());
        assertThat(opened.outline().total()).isEqualTo(3);
    }

    @Test
    void opens_nothing_that_is_somebody_elses_or_not_there() {
        var emails = conversation(2);
        var eve = house.world().somebody();
        var first = emails.getFirst();

        assertThat(open.open(eve, new Wanted.Latest(first.thread()))).isEmpty();
        assertThat(open.open(eve, new Wanted.Alone(first.id()))).isEmpty();
        assertThat(open.open(account.owner(), new Wanted.Latest(new ThreadId(new UUID(1, 1))))).isEmpty();
        assertThat(open.open(account.owner(), new Wanted.Alone(new EmailId(new UUID(1, 1))))).isEmpty();
    }
}
