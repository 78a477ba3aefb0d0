package org.waxwing.domain.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waxwing.domain.screening.Correspondence.Direction.RECEIVED;
import static org.waxwing.domain.screening.Correspondence.Direction.SENT;
import static org.waxwing.domain.world.EmailBuilder.anEmail;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.account.Account;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.mailbox.Email;
import org.waxwing.domain.screening.Correspondence.Direction;
import org.waxwing.domain.world.World;

/** What every {@link SenderBook} does. */
public interface SenderBookContract {
    EmailAddress BOB = EmailAddress.of("bob@example.org");
    EmailAddress CAROL = EmailAddress.of("carol@example.org");

    World world();

    /** An account with two messages. */
    record Book(World world, Account account, Email first, Email second) {
        static Book in(World world) {
            var account = world.accountOf(world.somebody());
            var emails = world.deliverAll(account, world.inbox(account), anEmail(), anEmail());
            return new Book(world, account, emails.getFirst(), emails.getLast());
        }

        void note(Correspondence... messages) {
            world.run(account.owner(), () -> world.book().note(account.id(), List.of(messages)));
        }

        Map<String, Acquaintance> known(EmailAddress... addresses) {
            return world.as(account.owner(), () -> world.book().known(account.id(), List.of(addresses)));
        }

        List<String> found(String typed) {
            return world.as(account.owner(), () -> world.book().find(typed, 10)).stream()
                    .map(it -> it.address().name().value() + " <" + it.address().address() + "> " + it.received() + "/"
                            + it.sent())
                    .toList();
        }

        static final java.time.Instant LATER = java.time.Instant.parse("2026-03-02T09:00:00Z");

        boolean isAnswered(EmailAddress who) {
            return world.as(account.owner(), () -> world.book().familiar(List.of(who)))
                    .getOrDefault(who.key(), Familiarity.NONE).answered();
        }

        static Correspondence of(Email email, EmailAddress with, Direction direction) {
            return new Correspondence(email.id(), with, direction, email.receivedAt());
        }
    }

    @Test
    default void knows_no_strangers() {
        var book = Book.in(world());

        assertThat(book.known(BOB)).isEqualTo(Map.of("bob@example.org", Acquaintance.NONE));
        assertThat(book.known()).isEmpty();
    }

    @Test
    default void names_the_domains_that_were_written_to() {
        var book = Book.in(world());

        book.note(Book.of(book.first(), BOB, SENT), Book.of(book.second(), CAROL, SENT));
        book.note(Book.of(book.second(), EmailAddress.of("Dan@Example.COM"), SENT));
        book.note(Book.of(book.second(), EmailAddress.of("eve@example.net"), RECEIVED));

        var account = book.account();
        assertThat(world().as(account.owner(), () -> world().book().writtenTo(account.id(), 9)))
                .containsExactlyInAnyOrder("example.org", "example.com");
        assertThat(world().as(world().somebody(), () -> world().book().writtenTo(account.id(), 9))).isEmpty();
    }

    @Test
    default void counts_messages_by_direction() {
        var book = Book.in(world());

        book.note(Book.of(book.first(), BOB, RECEIVED), Book.of(book.second(), BOB, RECEIVED));
        book.note(Book.of(book.second(), CAROL, SENT));

        assertThat(book.known(BOB, CAROL)).isEqualTo(
                Map.of("bob@example.org", new Acquaintance(2, 0), "carol@example.org", new Acquaintance(0, 1)));
    }

    @Test
    default void counts_a_message_that_is_noted_again_no_second_time() {
        var book = Book.in(world());
        var note = Book.of(book.first(), BOB, RECEIVED);

        book.note(note, note);
        book.note(note, Book.of(book.second(), BOB, RECEIVED));
        book.note(note);

        assertThat(book.known(BOB)).containsEntry("bob@example.org", new Acquaintance(2, 0));
    }

    @Test
    default void takes_an_address_in_any_case_for_the_same() {
        var book = Book.in(world());

        book.note(Book.of(book.first(), EmailAddress.of("Bob@Example.ORG"), RECEIVED));
        book.note(Book.of(book.first(), BOB, RECEIVED));

        assertThat(book.known(EmailAddress.of("BOB@example.org")))
                .isEqualTo(Map.of("bob@example.org", new Acquaintance(1, 0)));
    }

    @Test
    default void keeps_accounts_apart() {
        var book = Book.in(world());
        book.note(Book.of(book.first(), BOB, RECEIVED));
        var other = world().accountOf(book.account().owner());

        var known = world().as(other.owner(), () -> world().book().known(other.id(), Set.of(BOB)));

        assertThat(known).containsEntry("bob@example.org", Acquaintance.NONE);
    }

    @Test
    default void notes_nothing_when_there_is_nothing() {
        var book = Book.in(world());

        book.note();

        assertThat(book.known(BOB)).containsEntry("bob@example.org", Acquaintance.NONE);
    }

    @Test
    default void finds_people_by_all_words_of_their_name_or_address() {
        var book = Book.in(world());
        var klara = named("Klara Østergård", "klara@harbour.example.org");
        book.note(Book.of(book.first(), klara, RECEIVED), Book.of(book.second(), BOB, RECEIVED));

        assertThat(book.found("øster KLA")).containsExactly("Klara Østergård <klara@harbour.example.org> 1/0");
        assertThat(book.found("harbour")).containsExactly("Klara Østergård <klara@harbour.example.org> 1/0");
        assertThat(book.found("klara bob")).isEmpty();
        assertThat(book.found("100%")).isEmpty();
        assertThat(book.found(" ")).hasSize(2);
    }

    @Test
    default void finds_first_those_who_were_written_to_and_then_those_with_most_mail() {
        var book = Book.in(world());
        var dora = EmailAddress.of("dora@example.org");
        book.note(Book.of(book.first(), BOB, RECEIVED), Book.of(book.first(), dora, RECEIVED),
                Book.of(book.second(), dora, RECEIVED), Book.of(book.second(), CAROL, SENT));

        assertThat(book.found("example")).containsExactly(
                " <carol@example.org> 0/1", " <dora@example.org> 2/0", " <bob@example.org> 1/0");
        assertThat(world().as(book.account().owner(), () -> world().book().find("", 1))).hasSize(1);
    }

    @Test
    default void spells_people_as_they_did_last_and_counts_them_over_all_accounts() {
        var book = Book.in(world());
        var other = world().accountOf(book.account().owner());
        var there = world().deliver(other, world().inbox(other), anEmail());
        var at = book.first().receivedAt();
        book.note(new Correspondence(book.first().id(), named("Robert", "BOB@example.org"), RECEIVED, at));
        book.note(
                new Correspondence(book.second().id(), named("Rob", "bob@example.org"), RECEIVED, at.minusSeconds(9)));
        world().run(other.owner(), () -> world().book().note(
                other.id(), List.of(new Correspondence(there.id(), BOB, SENT, at.plusSeconds(9)))));

        assertThat(book.found("bob")).containsExactly("Robert <bob@example.org> 2/1");
    }

    private static EmailAddress named(String name, String address) {
        return new EmailAddress(new UntrustedText(name), address);
    }

    @Test
    default void tells_nobody_else_and_lets_nobody_else_note() {
        var book = Book.in(world());
        book.note(Book.of(book.first(), BOB, RECEIVED));
        var account = book.account().id();
        var eve = world().somebody();

        var known = world().as(eve, () -> world().book().known(account, Set.of(BOB)));
        world().attempt(eve, () -> world().book().note(
                account, List.of(Book.of(book.second(), BOB, SENT))));

        assertThat(known).containsEntry("bob@example.org", Acquaintance.NONE);
        assertThat(world().as(eve, () -> world().book().find("bob", 10))).isEmpty();
        assertThat(book.known(BOB)).containsEntry("bob@example.org", new Acquaintance(1, 0));
    }

    @Test
    default void knows_since_when_somebody_writes_over_all_accounts() {
        var book = Book.in(world());
        book.note(Book.of(book.first(), BOB, RECEIVED), Book.of(book.second(), CAROL, SENT));
        var other = world().accountOf(book.account().owner());
        var earlier = world().deliver(other, world().inbox(other),
                anEmail().received(book.first().receivedAt().minusSeconds(3_600)));
        world().run(book.account().owner(), () -> world().book().note(
                other.id(), List.of(new Correspondence(
                        earlier.id(), BOB, RECEIVED, earlier.receivedAt().plusSeconds(90_000)))));

        var familiar = world().as(book.account().owner(), () -> world().book().familiar(
                List.of(BOB, CAROL, EmailAddress.of("eve@example.net"))));

        assertThat(familiar).isEqualTo(Map.of(
                "bob@example.org", new Familiarity(2, 0, false, List.of(earlier.receivedAt())),
                "carol@example.org", new Familiarity(0, 1, false, List.of()),
                "eve@example.net", Familiarity.NONE));
        assertThat(world().as(world().somebody(), () -> world().book().familiar(List.of(BOB))))
                .isEqualTo(Map.of("bob@example.org", Familiarity.NONE));
    }

    @Test
    default void knows_who_was_answered_whatever_is_told_first() {
        var account = world().accountOf(world().somebody());
        var question = anEmail();
        var answer = anEmail().repliedTo(question).received(Book.LATER);
        var first = world().deliver(account, world().inbox(account), question);
        var second = world().deliver(account,
                world().folder(account, org.waxwing.domain.mailbox.MailboxRole.SENT, "Sent"), answer);
        var book = new Book(world(), account, first, second);

        book.note(Book.of(second, BOB, SENT), Book.of(second, CAROL, SENT));
        assertThat(book.isAnswered(BOB)).isFalse();
        book.note(Book.of(first, BOB, RECEIVED));

        assertThat(book.isAnswered(BOB)).isTrue();
        assertThat(book.isAnswered(CAROL)).isFalse();
    }

    @Test
    default void knows_which_domains_were_written_to() {
        var book = Book.in(world());
        book.note(Book.of(book.first(), BOB, SENT),
                Book.of(book.second(), EmailAddress.of("eve@example.net"), RECEIVED));

        assertThat(world().as(book.account().owner(), () -> world().book().writtenAt(
                Set.of("example.org", "example.net", "example.com")))).containsExactly("example.org");
        assertThat(world().as(world().somebody(), () -> world().book().writtenAt(Set.of("example.org")))).isEmpty();
    }
}
