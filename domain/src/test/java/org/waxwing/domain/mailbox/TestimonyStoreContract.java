package org.waxwing.domain.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waxwing.domain.world.EmailBuilder.anEmail;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.account.Account;
import org.waxwing.domain.authenticity.Authentication.Standing;
import org.waxwing.domain.authenticity.Outcome;
import org.waxwing.domain.authenticity.Report;
import org.waxwing.domain.authenticity.Testimony;
import org.waxwing.domain.world.World;

/** What every {@link TestimonyStore} does. */
public interface TestimonyStoreContract {
    Testimony GOOD = Testimony.of(List.of(new Report("mx.example.org", 1, Outcome.PASS, "example.org", Outcome.PASS,
            "example.org", Outcome.PASS, "example.org")));

    World world();

    private Standing standing(Account account, EmailId id) {
        return world().as(account.owner(), () -> world().reader().email(id)).orElseThrow().authentication().standing();
    }

    @Test
    default void notes_what_was_found_out_later() {
        var account = world().accountOf(world().somebody());
        var inbox = world().inbox(account);
        var email = world().deliver(account, inbox, anEmail().testified(Testimony.NOT_EXAMINED));
        var other = world().deliver(account, inbox, anEmail().testified(Testimony.NOT_EXAMINED));

        world().run(account.owner(), () -> world().testimonies().note(account.id(),
                Map.of(email.id(), GOOD, new EmailId(UUID.randomUUID()), GOOD)));

        assertThat(standing(account, email.id())).isEqualTo(Standing.VERIFIED);
        assertThat(standing(account, other.id())).isEqualTo(Standing.NOT_EXAMINED);
    }

    @Test
    default void notes_nothing_about_the_mail_of_others() {
        var account = world().accountOf(world().somebody());
        var email = world().deliver(account, world().inbox(account), anEmail().testified(Testimony.NOT_EXAMINED));

        world().attempt(world().somebody(), () -> world().testimonies().note(account.id(), Map.of(email.id(), GOOD)));

        assertThat(standing(account, email.id())).isEqualTo(Standing.NOT_EXAMINED);
    }
}
