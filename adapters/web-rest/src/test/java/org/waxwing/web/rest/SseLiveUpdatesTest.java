package org.waxwing.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.waxwing.application.runtime.LiveUpdate;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.identity.PersonId;

@Timeout(60)
class SseLiveUpdatesTest {
    private static final PersonId MIRA = new PersonId(new UUID(0, 1));
    private static final PersonId OTHER = new PersonId(new UUID(0, 2));
    private static final List<LiveUpdate> SYNC = List.of(new LiveUpdate.SyncChanged(new AccountId(new UUID(0, 3))));

    private final SseLiveUpdates updates = new SseLiveUpdates();

    @AfterEach
    void end() {
        updates.close();
    }

    private static String stream(String opened) {
        assertThat(opened).startsWith("open ").endsWith("-0");
        return opened.substring("open ".length(), opened.length() - "-0".length());
    }

    @Test
    void tells_everybody_who_listens_for_that_person_and_nobody_else() throws InterruptedException {
        var desk = new FakeLine();
        var phone = new FakeLine();
        var stranger = new FakeLine();
        updates.listen(MIRA, desk, "");
        updates.listen(MIRA, phone, "");
        updates.listen(OTHER, stranger, "");
        var name = stream(desk.next());
        phone.next();
        var other = stream(stranger.next());

        updates.tell(MIRA, SYNC);
        updates.tell(OTHER, SYNC);

        assertThat(desk.next()).isEqualTo("sync " + name + "-1");
        assertThat(phone.next()).isEqualTo("sync " + name + "-1");
        assertThat(stranger.next()).isEqualTo("sync " + other + "-1");
    }

    @Test
    void goes_on_where_the_line_broke() throws InterruptedException {
        var first = new FakeLine();
        updates.listen(MIRA, first, "");
        var name = stream(first.next());
        updates.tell(MIRA, SYNC);
        updates.tell(MIRA, SYNC);
        updates.tell(MIRA, SYNC);

        var second = new FakeLine();
        updates.listen(MIRA, second, name + "-1");

        assertThat(second.next()).isEqualTo("open ");
        assertThat(second.next()).isEqualTo("sync " + name + "-2");
        assertThat(second.next()).isEqualTo("sync " + name + "-3");
    }

    @Test
    void a_page_is_told_what_happened_between_its_making_and_its_listening() throws InterruptedException {
        var made = updates.position(MIRA);
        updates.tell(MIRA, SYNC);

        var page = new FakeLine();
        updates.listen(MIRA, page, made);

        assertThat(page.next()).isEqualTo("open ");
        assertThat(page.next()).isEqualTo("sync " + updates.position(MIRA));
    }

    @Test
    void misses_nothing_when_nothing_happened_meanwhile() throws InterruptedException {
        var first = new FakeLine();
        updates.listen(MIRA, first, "");
        var name = stream(first.next());
        updates.tell(MIRA, SYNC);

        var second = new FakeLine();
        updates.listen(MIRA, second, name + "-1");
        assertThat(second.next()).isEqualTo("open ");
        updates.tell(MIRA, SYNC);

        assertThat(second.next()).isEqualTo("sync " + name + "-2");
    }

    @Test
    void sends_whoever_comes_from_elsewhere_back_to_the_start() throws InterruptedException {
        for (var id : List.of("another-7", "nonsense", "-", "x-99999999999999999999")) {
            var line = new FakeLine();
            updates.listen(MIRA, line, id);

            assertThat(line.next()).isEqualTo("open ");
            assertThat(line.next()).startsWith("reset ");
        }
    }

    @Test
    void sends_whoever_missed_too_much_back_to_the_start() throws InterruptedException {
        var first = new FakeLine();
        updates.listen(MIRA, first, "");
        var name = stream(first.next());
        for (int i = 0; i < 600; i++) updates.tell(MIRA, SYNC);

        var second = new FakeLine();
        updates.listen(MIRA, second, name + "-1");
        var third = new FakeLine();
        updates.listen(MIRA, third, name + "-5000");

        assertThat(second.next()).isEqualTo("open ");
        assertThat(second.next()).isEqualTo("reset " + name + "-600");
        assertThat(third.next()).isEqualTo("open ");
        assertThat(third.next()).isEqualTo("reset " + name + "-600");
    }

    @Test
    void is_not_held_up_by_a_listener_who_is_stuck() throws InterruptedException {
        var flowing = new CountDownLatch(1);
        var stuck = new FakeLine(flowing);
        var quick = new FakeLine();
        updates.listen(MIRA, stuck, "");
        updates.listen(MIRA, quick, "");
        stuck.next();
        var name = stream(quick.next());

        for (int i = 0; i < 900; i++) updates.tell(MIRA, SYNC);
        for (int i = 1; i <= 900; i++) assertThat(quick.next()).isEqualTo("sync " + name + "-" + i);
        for (int i = 0; i < 900; i++) updates.tell(MIRA, SYNC);
        flowing.countDown();

        assertThat(stuck.next()).as("told that events were lost").isEqualTo("reset " + name + "-1001");
    }

    @Test
    void forgets_whoever_has_gone() throws InterruptedException {
        var line = new FakeLine();
        updates.listen(MIRA, line, "");
        line.next();
        line.tear();

        updates.tell(MIRA, SYNC);

        line.awaitEnd();
    }

    @Test
    void closes_the_oldest_line_when_somebody_opens_too_many() throws InterruptedException {
        var oldest = new FakeLine();
        updates.listen(MIRA, oldest, "");
        oldest.next();

        for (int i = 0; i < 20; i++) updates.listen(MIRA, new FakeLine(), "");

        oldest.awaitEnd();
    }

    @Test
    void ends_all_lines_with_itself() throws InterruptedException {
        var line = new FakeLine();
        updates.listen(MIRA, line, "");
        line.next();

        updates.close();

        line.awaitEnd();
    }

    @Test
    void beats_while_nothing_happens() throws InterruptedException {
        var line = new FakeLine();
        var client = new LiveClient(line, gone -> {}, Duration.ofMillis(5));

        client.start("x-0");

        assertThat(line.next()).isEqualTo("open x-0");
        assertThat(line.next()).isEqualTo("beat");
        assertThat(line.next()).isEqualTo("beat");
        client.close();
        line.awaitEnd();
    }

    @Test
    void keeps_nothing_for_a_person_nobody_listens_for() throws InterruptedException {
        updates.tell(MIRA, SYNC);
        var line = new FakeLine();

        updates.listen(MIRA, line, "");

        assertThat(stream(line.next())).isNotEmpty();
    }
}
