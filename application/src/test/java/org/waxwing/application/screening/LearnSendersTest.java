package org.waxwing.application.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waxwing.domain.world.EmailBuilder.anEmail;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.waxwing.application.runtime.MailEvent;
import org.waxwing.application.world.House;
import org.waxwing.domain.account.Account;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.Mailbox;
import org.waxwing.domain.mailbox.MailboxRole;
import org.waxwing.domain.screening.Acquaintance;
import org.waxwing.domain.world.EmailBuilder;

class LearnSendersTest {
    private final House house = new House();
    private final Account account = house.connected();
    private final Mailbox inbox = house.world().inbox(account);
    private final Mailbox sent = house.world().folder(account, MailboxRole.SENT, "Sent");
    private final String own = account.address().address();

    private MailEvent.EmailsArrived arrived(EmailBuilder... mails) {
        return arrivedIn(inbox, mails);
    }

    private MailEvent.EmailsArrived arrivedIn(Mailbox folder, EmailBuilder... mails) {
        house.world().deliverAll(account, folder, mails);
        return new MailEvent.EmailsArrived(
                account.owner(), account.id(), Arrays.stream(mails).map(EmailBuilder::id).toList());
    }

    private Acquaintance known(String address) {
        var who = EmailAddress.of(address);
        return house.as(account.owner(), () -> house.world().book().known(account.id(), List.of(who)))
                .getOrDefault(who.key(), Acquaintance.NONE);
    }

    @Test
    void gets_to_know_whoever_writes() {
        house.learnSenders().learn(arrived(anEmail().from("bob@example.org"), anEmail().from("Bob@Example.org")));

        assertThat(known("bob@example.org")).isEqualTo(new Acquaintance(2, 0));
    }

    @Test
    void gets_to_know_whoever_the_owner_writes_to() {
        house.learnSenders().learn(arrivedIn(sent, anEmail().from(own).to("bob@example.org", own)
                .cc("carol@example.org", "bob@example.org").bcc("dan@example.org")));

        assertThat(known("bob@example.org")).isEqualTo(new Acquaintance(0, 1));
        assertThat(known("carol@example.org")).isEqualTo(new Acquaintance(0, 1));
        assertThat(known("dan@example.org")).isEqualTo(new Acquaintance(0, 1));
        assertThat(known(own)).isEqualTo(Acquaintance.NONE);
    }

    @Test
    void does_not_believe_a_stranger_who_writes_in_the_name_of_the_owner() {
        house.learnSenders().learn(arrived(anEmail().from(own).to("mallory@example.org")));

        assertThat(known("mallory@example.org")).isEqualTo(Acquaintance.NONE);
    }

    @Test
    void counts_an_arrival_that_is_told_again_no_second_time() {
        var arrived = arrived(anEmail().from("bob@example.org"));

        house.learnSenders().learn(arrived);
        house.learnSenders().learn(arrived);

        assertThat(known("bob@example.org")).isEqualTo(new Acquaintance(1, 0));
    }

    @Test
    void passes_over_what_is_gone_or_has_no_sender() {
        var mail = anEmail().from("bob@example.org");
        house.world().deliverAll(account, inbox, mail, anEmail().from(), anEmail().from("undisclosed"));

        house.learnSenders().learn(new MailEvent.EmailsArrived(
                account.owner(), account.id(), List.of(mail.id(), new EmailId(UUID.randomUUID()))));

        assertThat(known("bob@example.org")).isEqualTo(new Acquaintance(1, 0));
    }

    @Test
    void learns_nothing_for_an_account_that_is_gone() {
        var arrived = arrived(anEmail().from("bob@example.org"));
        house.removeAccount().remove(account.owner(), account.id());

        house.learnSenders().learn(arrived);

        assertThat(known("bob@example.org")).isEqualTo(Acquaintance.NONE);
    }

    @Test
    void learns_nothing_from_the_mail_of_somebody_else() {
        var arrived = arrived(anEmail().from("bob@example.org"));

        house.learnSenders().learn(new MailEvent.EmailsArrived(
                house.world().somebody(), account.id(), arrived.emails()));

        assertThat(known("bob@example.org")).isEqualTo(Acquaintance.NONE);
    }
}
