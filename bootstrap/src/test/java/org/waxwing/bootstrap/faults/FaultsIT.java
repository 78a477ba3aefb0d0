package org.waxwing.bootstrap.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.waxwing.application.change.ChangeMail;
import org.waxwing.domain.change.Deed;
import org.waxwing.domain.sync.ConnectionProblem;
import org.waxwing.domain.sync.SyncStatus.Phase;

/** Whatever breaks: nothing is lost, nothing is there twice, and it goes on by itself. */
@Timeout(120)
class FaultsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int SMALL = 400;

    @TempDir
    private Path objects;

    private final AtomicLong keptFree = new AtomicLong();
    private Lab lab;

    @BeforeEach
    void open() throws IOException {
        lab = new Lab(objects, keptFree::get);
    }

    @AfterEach
    void close() throws IOException {
        lab.close();
    }

    private static Map<String, Integer> once(int from, int to) {
        return IntStream.rangeClosed(from, to).boxed().collect(Collectors.toMap(TestMessages::subject, it -> 1));
    }

    private static void await(BooleanSupplier wanted) {
        var until = Instant.now().plus(PATIENCE);
        while (!wanted.getAsBoolean()) {
            assertThat(Instant.now()).as("It did not happen in time").isBefore(until);
            Thread.onSpinWait();
        }
    }

    @Test
    void brings_in_everything_once_though_the_line_is_cut_within_messages() {
        lab.deliver(1, 120, SMALL);
        lab.line.cutInLiteral(30, 100);

        lab.sync();
        lab.line.cutInLiteral(10, 100);
        lab.syncAfter(Duration.ofSeconds(1));
        lab.syncAfter(Duration.ofSeconds(2));

        assertThat(lab.inbox()).isEqualTo(once(1, 120));
        assertThat(lab.status().phase()).isEqualTo(Phase.IDLE);
    }

    @Test
    void goes_on_when_the_server_is_back_after_a_restart_in_the_middle() {
        lab.deliver(1, 60, SMALL);
        lab.sync();
        lab.deliver(61, 80, SMALL);
        lab.line.goDown();

        assertThat(lab.sync().phase()).isEqualTo(Phase.SYNCING);
        assertThat(lab.syncAfter(Duration.ofSeconds(1)).phase()).isEqualTo(Phase.SYNCING);
        assertThat(lab.syncAfter(Duration.ofSeconds(2)).phase()).isEqualTo(Phase.SYNCING);
        var told = lab.syncAfter(Duration.ofSeconds(4));
        assertThat(told.phase()).isEqualTo(Phase.ERROR);
        assertThat(told.nextAttempt()).isEqualTo(lab.clock.instant().plus(Duration.ofMinutes(5)));
        assertThat(lab.inbox()).isEqualTo(once(1, 60));

        lab.line.mend();
        assertThat(lab.syncAfter(Duration.ofMinutes(5)).phase()).isEqualTo(Phase.IDLE);
        assertThat(lab.inbox()).isEqualTo(once(1, 80));
    }

    @Test
    void notices_that_the_server_was_restarted_while_it_was_watched_and_watches_again() {
        lab.sync();
        lab.watches().watchAll();
        await(() -> lab.watches().watches(lab.account.id()));

        lab.line.goDown();
        await(() -> !lab.watches().watches(lab.account.id()));
        lab.line.mend();
        lab.watches().watchAll();
        await(() -> lab.watches().watches(lab.account.id()));
        long before = lab.wishes();
        lab.deliver(1, 1, SMALL);

        await(() -> lab.wishes() > before);
        lab.sync();
        assertThat(lab.inbox()).isEqualTo(once(1, 1));
    }

    @Test
    void takes_nothing_for_gone_because_of_a_server_that_lies_about_how_much_there_is() {
        lab.deliver(1, 40, SMALL);
        lab.sync();

        lab.line.lieAboutExists(exists -> exists * 10);
        lab.syncAfter(Duration.ofMinutes(5));
        assertThat(lab.inbox()).isEqualTo(once(1, 40));

        lab.line.lieAboutExists(exists -> exists / 4);
        lab.syncAfter(Duration.ofMinutes(5));
        assertThat(lab.inbox()).isEqualTo(once(1, 40));

        lab.line.mend();
        lab.deliver(41, 41, SMALL);
        lab.syncAfter(Duration.ofMinutes(5));
        assertThat(lab.inbox()).isEqualTo(once(1, 41));
        assertThat(lab.status().phase()).isEqualTo(Phase.IDLE);
    }

    @Test
    void outlives_a_goodbye_in_place_of_a_folder() {
        lab.deliver(1, 5, SMALL);
        lab.line.sayGoodbyeOnOpening();

        assertThat(lab.sync().problem()).contains(ConnectionProblem.CONNECTION_LOST);

        lab.line.mend();
        assertThat(lab.syncAfter(Duration.ofSeconds(1)).phase()).isEqualTo(Phase.IDLE);
        assertThat(lab.inbox()).isEqualTo(once(1, 5));
    }

    @Test
    void leaves_a_server_alone_that_asks_for_it() {
        lab.deliver(1, 5, SMALL);
        lab.line.refuseSignIn("NO [LIMIT] Too many sign-ins, slow down");

        var told = lab.sync();

        assertThat(told.phase()).isEqualTo(Phase.ERROR);
        assertThat(told.problem()).contains(ConnectionProblem.THROTTLED);
        assertThat(told.nextAttempt()).isEqualTo(lab.clock.instant().plus(Duration.ofMinutes(2)));
        assertThat(lab.isDue()).isFalse();
        lab.line.mend();
        lab.clock.pass(Duration.ofMinutes(2));
        assertThat(lab.isDue()).isTrue();
        assertThat(lab.sync().phase()).isEqualTo(Phase.IDLE);
        assertThat(lab.inbox()).isEqualTo(once(1, 5));
    }

    @Test
    void does_not_wait_for_ever_for_a_server_that_says_one_byte_a_second() {
        lab.deliver(1, 5, SMALL);
        lab.line.slowDownTo(1);
        var began = Instant.now();

        assertThat(lab.sync().problem()).isPresent();

        assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(30));
        lab.line.mend();
        assertThat(lab.syncAfter(Duration.ofSeconds(1)).phase()).isEqualTo(Phase.IDLE);
        assertThat(lab.inbox()).isEqualTo(once(1, 5));
    }

    @Test
    void stops_when_the_disk_is_full_and_goes_on_when_there_is_room() throws IOException {
        lab.deliver(1, 60, SMALL);
        lab.sync();
        lab.deliver(61, 70, SMALL);
        // room for a margin, which a real file then takes
        long margin = 256L << 20;
        keptFree.set(Files.getFileStore(objects).getUsableSpace() - margin);
        var filler = objects.resolve("filler");
        fill(filler, 2 * margin);

        assertThat(lab.sync().problem()).contains(ConnectionProblem.STORAGE);
        assertThat(lab.inbox()).isEqualTo(once(1, 60));

        Files.delete(filler);
        keptFree.set(0);
        assertThat(lab.syncAfter(Duration.ofSeconds(1)).phase()).isEqualTo(Phase.IDLE);
        assertThat(lab.inbox()).isEqualTo(once(1, 70));
    }

    private static void fill(Path file, long bytes) throws IOException {
        try (var out = new RandomAccessFile(file.toFile(), "rw")) {
            var block = new byte[1 << 20];
            for (long written = 0; written < bytes; written += block.length) out.write(block);
        }
    }

    @Test
    void lets_one_node_at_a_time_have_an_account_that_two_want() throws Exception {
        lab.deliver(1, 200, SMALL);
        var together = new CountDownLatch(1);

        try (var nodes = Executors.newFixedThreadPool(2)) {
            var both = IntStream.rangeClosed(1, 2).mapToObj(i -> nodes.submit(() -> {
                together.await();
                lab.node("node-" + i).sync(lab.account.owner(), lab.account.id());
                return i;
            })).toList();
            together.countDown();
            for (var it : both) it.get();
        }

        assertThat(lab.inbox()).isEqualTo(once(1, 200));
        assertThat(lab.status().phase()).isEqualTo(Phase.IDLE);
        // the one that came second made the first look once more
        assertThat(lab.status().passes()).isBetween(1L, 2L);
    }

    @Test
    void is_not_stuck_when_the_clock_is_set_back_or_forth() {
        lab.deliver(1, 5, SMALL);
        lab.sync();

        lab.clock.pass(Duration.ofHours(-3));
        assertThat(lab.isDue()).isTrue();
        lab.deliver(6, 6, SMALL);
        assertThat(lab.sync().phase()).isEqualTo(Phase.IDLE);
        assertThat(lab.inbox()).isEqualTo(once(1, 6));

        lab.clock.pass(Duration.ofDays(400));
        assertThat(lab.isDue()).isTrue();
        lab.deliver(7, 7, SMALL);
        assertThat(lab.sync().phase()).isEqualTo(Phase.IDLE);
        assertThat(lab.inbox()).isEqualTo(once(1, 7));
    }

    @Test
    void carries_what_was_done_during_a_long_outage_to_the_server_once() {
        lab.deliver(1, 10, SMALL);
        lab.sync();
        lab.line.goDown();
        var archived = lab.messages().stream().limit(4).map(it -> it.id()).collect(Collectors.toSet());
        lab.changeMail().change(lab.account.owner(), new ChangeMail.Command(new Deed.Archive(), Set.of(), archived));

        lab.sync();
        assertThat(lab.inbox()).hasSize(6);
        assertThat(lab.atServer("INBOX")).hasSize(10);

        lab.line.mend();
        // the server does it, and we do not hear of that
        lab.line.loseAnswerTo("UID MOVE");
        lab.syncAfter(Duration.ofHours(20));
        lab.line.mend();
        assertThat(lab.syncAfter(Duration.ofSeconds(1)).phase()).isEqualTo(Phase.IDLE);

        assertThat(lab.inbox()).hasSize(6);
        assertThat(lab.atServer("INBOX")).hasSize(6);
        assertThat(lab.atServer("Archive")).hasSize(4);
    }
}
