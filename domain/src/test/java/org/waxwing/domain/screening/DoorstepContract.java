package org.waxwing.domain.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waxwing.domain.world.EmailBuilder.anEmail;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.reading.Desk;
import org.waxwing.domain.signs.Signs;
import org.waxwing.domain.sorting.Admission;
import org.waxwing.domain.sorting.Category;
import org.waxwing.domain.world.EmailBuilder;
import org.waxwing.domain.world.World;

/** What every {@link Doorstep} does. */
public interface DoorstepContract {
    World world();

    private static EmailBuilder waiting(String from, int minute) {
        return anEmail().from(from).subject("mail " + minute).showing(Signs.parse("1 s=list n=1,1,1,40"))
                .sorted(Category.IMBOX, Admission.WAITING)
                .received(Instant.parse("2026-03-01T09:00:00Z").plusSeconds(60L * minute));
    }

    @Test
    default void names_everybody_who_waits_once_with_the_latest_they_wrote() {
        var desk = Desk.in(world());
        var first = desk.deliver(desk.inbox(), waiting("Bob <bob@example.org>", 1));
        var second = desk.deliver(desk.inbox(), waiting("Bobby <Bob@example.org>", 3));
        var carol = desk.deliver(desk.inbox(), waiting("carol@example.net", 2));
        desk.deliver(desk.inbox(), waiting("dan@example.net", 4).sorted(Category.IMBOX, Admission.IN));
        desk.deliver(desk.trash(), waiting("eve@example.net", 5));

        var callers = world().as(desk.account().owner(), () -> world().doorstep().waiting(10));

        assertThat(callers).extracting(Caller::latest).containsExactly(second.id(), carol.id());
        var bob = callers.getFirst();
        assertThat(bob.sender()).isEqualTo(second.message().headers().from().getFirst());
        assertThat(bob.account()).isEqualTo(desk.account().id());
        assertThat(bob.messages()).isEqualTo(2);
        assertThat(bob.threads()).containsExactly(second.thread(), first.thread());
        assertThat(bob.subject().value()).isEqualTo("mail 3");
        assertThat(bob.receivedAt()).isEqualTo(second.receivedAt());
        assertThat(callers.getLast().sender()).isEqualTo(EmailAddress.of("carol@example.net"));
        assertThat(world().as(desk.account().owner(), () -> world().doorstep().waiting(1))).hasSize(1);
        List<EmailId> others = world().as(world().somebody(), () -> world().doorstep().waiting(10)).stream()
                .map(Caller::latest).toList();
        assertThat(others).isEmpty();
    }
}
