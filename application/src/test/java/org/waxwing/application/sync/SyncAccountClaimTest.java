package org.waxwing.application.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waxwing.domain.world.EmailBuilder.anEmail;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.waxwing.application.change.ChangeMail;
import org.waxwing.application.runtime.MailEvent;
import org.waxwing.application.world.House;
import org.waxwing.domain.account.Account;
import org.waxwing.domain.change.Deed;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.MailboxRole;
import org.waxwing.domain.reading.MailView;
import org.waxwing.domain.sync.SyncStatus.Phase;
import org.waxwing.domain.sync.Uid;
import org.waxwing.domain.world.EmailBuilder;

/** One pass at a time for an account, which loses nothing and nobody's patience. */
class SyncAccountClaimTest {
    private final House house = new House();
    private final Account account = house.connected();

    private static EmailBuilder mail(int number) {
        return anEmail().subject("mail " + number).received(Instant.parse("2026-03-01T09:00:00Z").plusSeconds(number));
    }

    private void deliver(int from, int to) {
        IntStream.rangeClosed(from, to).forEach(i -> house.server().inbox().deliver(mail(i)));
    }

    @Test
    void whoever_asks_meanwhile_makes_the_running_pass_look_once_more() {
        deliver(1, 2);
        house.server().before(2, () -> {
            house.server().inbox().deliver(mail(3));
            house.syncAccount("other").sync(account.owner(), account.id());
        });

        house.sync(account);

        assertThat(house.subjects(account, MailView.IMBOX)).containsExactly("mail 3", "mail 2", "mail 1");
        assertThat(house.status(account).passes()).isEqualTo(2);
        assertThat(house.server().opened()).isEqualTo(2);
        assertThat(house.status(account).phase()).isEqualTo(Phase.IDLE);
    }

    @Test
    void two_passes_at_once_are_one() {
        deliver(1, 2);
        house.server().before(1, () -> house.syncAccount("other").sync(account.owner(), account.id()));

        house.sync(account);

        assertThat(house.server().fetched()).hasSize(2);
        assertThat(house.subjects(account, MailView.IMBOX)).hasSize(2);
    }

    @Test
    void a_pass_that_lost_its_claim_stops_writing() {
        deliver(1, 60);
        house.server().before(30, () -> {
            // silent for too long, so that another node takes over, finishes, and sees a message go that is fetched here
            house.pass(Claims.CLAIM.plusSeconds(1));
            house.syncAccount("other").sync(account.owner(), account.id());
            house.server().inbox().remove(new Uid(32));
            house.syncAccount("other").sync(account.owner(), account.id());
            house.events().clear();
        });

        house.sync(account);

        assertThat(house.subjects(account, MailView.IMBOX)).hasSize(59).doesNotContain("mail 32");
        assertThat(house.events().waiting()).isEmpty();
        assertThat(house.status(account).passes()).isEqualTo(2);
        assertThat(house.status(account).phase()).isEqualTo(Phase.IDLE);
    }

    @Test
    void a_slow_server_does_not_cost_a_pass_its_claim() {
        deliver(1, 20);
        IntStream.rangeClosed(1, 20).forEach(nth -> house.server().before(nth, () -> {
            house.pass(Duration.ofSeconds(40));
            house.syncAccount("other").sync(account.owner(), account.id());
        }));

        house.sync(account);

        assertThat(house.server().fetched()).hasSize(20);
        assertThat(house.status(account).passes()).isEqualTo(2);
    }

    @Test
    void a_huge_message_over_a_slow_line_does_not_cost_a_pass_its_claim() {
        deliver(1, 1);
        house.server().during(1, () -> house.pass(Claims.CLAIM.minusSeconds(20)));
        house.server().inbox().deliver(mail(2));
        house.server().during(2, () -> {
            house.pass(Claims.CLAIM.minusSeconds(20));
            house.syncAccount("other").sync(account.owner(), account.id());
        });

        house.sync(account);

        assertThat(house.server().fetched()).hasSize(2);
        assertThat(house.subjects(account, MailView.IMBOX)).hasSize(2);
    }

    @Test
    void new_mail_does_not_wait_for_the_end_of_a_long_import() {
        var archive = house.server().folder("Archive", MailboxRole.ARCHIVE);
        IntStream.rangeClosed(1, 1_200).forEach(i -> archive.deliver(mail(i)));
        house.server().before(100, () -> house.server().inbox().deliver(mail(9_000)));
        house.server().before(120, () -> house.pass(Duration.ofSeconds(30)));
        var seen = new ArrayList<String>();
        house.server().before(502, () -> seen.addAll(house.subjects(account, MailView.IMBOX)));

        house.sync(account);

        assertThat(seen).containsExactly("mail 9000");
        assertThat(house.total(account, "Archive")).isEqualTo(1_200);
        assertThat(house.server().fetched()).hasSize(1_201);
        assertThat(house.status(account).done()).isEqualTo(1_201);
        assertThat(house.status(account).passes()).isEqualTo(1);
    }

    @Test
    void what_is_done_here_does_not_wait_for_the_end_of_a_long_import() {
        var uid = house.server().inbox().deliver(mail(1));
        var archive = house.server().folder("Archive", MailboxRole.ARCHIVE);
        IntStream.rangeClosed(1, 1_200).forEach(i -> archive.deliver(mail(i)));
        house.server().before(100, () -> {
            house.changeMail().change(account.owner(), new ChangeMail.Command(
                    new Deed.Read(), Set.of(), Set.of(house.emails(account, MailView.IMBOX).getFirst().id())));
            house.pass(Duration.ofSeconds(30));
        });
        var seen = new ArrayList<Set<Keyword>>();
        house.server().before(502, () -> seen.add(house.server().inbox().marksOf(uid)));

        house.sync(account);

        assertThat(seen).containsExactly(Set.of(Keyword.SEEN));
    }

    @Test
    void a_server_on_which_time_flies_is_read_to_the_end() {
        deliver(1, 1_200);
        house.server().inbox().cannotDeliver(new Uid(1_200));
        house.server().inbox().cannotDeliver(new Uid(100));
        IntStream.rangeClosed(1, 1_200).forEach(nth -> house.server().before(
                nth, () -> house.pass(Duration.ofSeconds(25))));

        house.sync(account);

        assertThat(house.server().fetched()).hasSize(1_198);
        assertThat(house.total(account, "INBOX")).isEqualTo(1_198);
        assertThat(house.status(account).passes()).isEqualTo(1);
    }

    @Test
    void a_clock_that_is_set_back_costs_a_pass_neither_its_claim_nor_its_messages() {
        deliver(1, 60);
        house.server().before(20, () -> {
            house.pass(Duration.ofDays(-1));
            house.syncAccount("other").sync(account.owner(), account.id());
        });

        house.sync(account);
        house.sync(account);

        assertThat(house.total(account, "INBOX")).isEqualTo(60);
        assertThat(house.status(account).phase()).isEqualTo(Phase.IDLE);
        assertThat(house.server().open()).isZero();
    }

    @Test
    void a_claim_from_a_clock_that_was_ahead_holds_nobody_up() {
        deliver(1, 1);
        house.pass(Duration.ofDays(1));
        house.world().run(account.owner(), () -> house.world().statuses().claim(account.id(), "dead/1",
                house.clock().instant(), house.clock().instant().plus(Claims.CLAIM)));
        house.pass(Duration.ofDays(-1));

        house.sync(account);

        assertThat(house.subjects(account, MailView.IMBOX)).containsExactly("mail 1");
    }

    @Test
    void the_claim_of_a_node_that_died_lapses() {
        deliver(1, 1);
        house.world().run(account.owner(), () -> house.world().statuses().claim(account.id(), "dead/1",
                house.clock().instant(), house.clock().instant().plus(Claims.CLAIM)));
        house.sync(account);
        var early = house.subjects(account, MailView.IMBOX);

        house.pass(Claims.CLAIM.plusSeconds(1));
        house.sync(account);

        assertThat(early).isEmpty();
        assertThat(house.subjects(account, MailView.IMBOX)).containsExactly("mail 1");
    }

    @Test
    void an_account_that_is_removed_meanwhile_leaves_nothing() {
        deliver(1, 60);
        house.server().before(30, () -> {
            house.removeAccount().remove(account.owner(), account.id());
            house.mailFlow().handle(new MailEvent.AccountRemoved(account.owner(), account.id()));
        });

        house.sync(account);

        assertThat(house.emails(account, MailView.ALL)).isEmpty();
        assertThat(house.blobs().count(account.id())).isZero();
        assertThat(house.as(account.owner(), () -> house.world().statuses().status(account.id()))).isEmpty();
        assertThat(house.server().open()).isZero();
    }

    @Test
    void an_account_that_is_not_there_is_not_synchronised() {
        house.removeAccount().remove(account.owner(), account.id());

        house.sync(account);

        assertThat(house.server().opened()).isZero();
    }

    @Test
    void nobody_synchronises_the_account_of_somebody_else() {
        deliver(1, 1);
        var eve = house.world().somebody();

        house.syncAccount("node").sync(eve, account.id());

        assertThat(house.server().opened()).isZero();
        assertThat(house.emails(account, MailView.ALL)).isEmpty();
    }

    @Test
    void asked_from_many_threads_at_once_every_message_comes_once() throws Exception {
        deliver(1, 60);
        var nodes = new ArrayList<Callable<Boolean>>();
        for (int node = 0; node < 8; node++) {
            var syncAccount = house.syncAccount("node" + node);
            nodes.add(() -> {
                for (int time = 0; time < 5; time++) syncAccount.sync(account.owner(), account.id());
                return true;
            });
        }

        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var node : threads.invokeAll(nodes)) assertThat(node.get()).isTrue();
        }

        assertThat(house.server().fetched()).hasSize(60);
        assertThat(house.subjects(account, MailView.IMBOX)).hasSize(60);
        assertThat(house.status(account).phase()).isEqualTo(Phase.IDLE);
        assertThat(house.server().open()).isZero();
    }
}
