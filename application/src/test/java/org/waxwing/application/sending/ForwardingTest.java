package org.waxwing.application.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.waxwing.application.sending.ConfirmForwarding.Result.NotThere;
import org.waxwing.application.sending.ConfirmForwarding.Result.Over;
import org.waxwing.application.sending.ConfirmForwarding.Result.Verified;
import org.waxwing.application.sending.ConfirmForwarding.Result.Wrong;
import org.waxwing.application.world.CountingAttemptLimit;
import org.waxwing.application.world.House;
import org.waxwing.domain.account.Account;
import org.waxwing.domain.sending.ForwardingAddress;
import org.waxwing.domain.sending.Trouble;
import org.waxwing.domain.world.ScriptedSubmission.Manner;

/** Who wants mail passed on shows that they read what comes there. */
class ForwardingTest {
    private final House house = new House();
    private final Account account = house.connected();

    private AskToForward.Result ask(String address) {
        return house.askToForward().ask(account.owner(), new AskToForward.Wish(address, List.of()));
    }

    private ConfirmForwarding.Result confirm(String code) {
        return house.confirmForwarding().confirm(account.owner(), "Carol@example.org", code);
    }

    private List<ForwardingAddress> all() {
        return new ListForwardingAddresses(house.transactions(), house.world().forwardingAddresses())
                .list(account.owner());
    }

    @Test
    void a_code_goes_to_the_address_and_comes_back() {
        assertThat(ask(" carol@Example.org ")).isInstanceOf(AskToForward.Result.Kept.class);
        assertThat(house.submission().taken()).singleElement().satisfies(it -> {
            assertThat(it.to()).containsExactly("carol@example.org");
            assertThat(it.message()).contains("12345678", "Auto-Submitted: auto-generated");
        });
        assertThat(all()).noneMatch(ForwardingAddress::isVerified);

        assertThat(confirm("87654321")).isEqualTo(new Wrong(ForwardingAddress.ATTEMPTS - 1));
        assertThat(confirm(" 1234 5678 ")).isInstanceOf(Verified.class);

        assertThat(all()).singleElement().matches(ForwardingAddress::isVerified);
        assertThat(confirm("anything")).isInstanceOf(Verified.class);
        assertThat(ask("carol@example.org")).isInstanceOf(AskToForward.Result.Kept.class);
        assertThat(house.submission().taken()).hasSize(1);
    }

    @Test
    void a_code_is_over_after_a_day_or_a_few_guesses() {
        assertThat(confirm("12345678")).isEqualTo(new NotThere());
        ask("carol@example.org");
        house.pass(Duration.ofDays(1));
        assertThat(confirm("12345678")).isEqualTo(new Over());

        ask("carol@example.org");
        for (int i = 0; i < ForwardingAddress.ATTEMPTS; i++) confirm("0000000" + i);
        assertThat(confirm("12345678")).isEqualTo(new Over());
    }

    @Test
    void nobody_can_have_codes_sent_to_strangers_without_end() {
        for (int i = 0; i < CountingAttemptLimit.MOST; i++) ask("stranger" + i + "@example.org");

        assertThat(ask("carol@example.org")).isEqualTo(new AskToForward.Result.TooOften());
        assertThat(house.submission().taken()).hasSize(CountingAttemptLimit.MOST);
    }

    @Test
    void says_what_is_wrong() {
        assertThat(ask("carol")).isEqualTo(new AskToForward.Result.NotAnAddress());
        assertThat(ask(account.address().address())).isEqualTo(new AskToForward.Result.OwnAddress());
        assertThat(house.askToForward().ask(
                house.world().somebody(), new AskToForward.Wish("carol@example.org", List.of())))
                .isEqualTo(new AskToForward.Result.NoAccount());
        house.submission().behaves(Manner.REFUSES_RECIPIENT);
        assertThat(ask("carol@example.org"))
                .isEqualTo(new AskToForward.Result.NotSent(Trouble.RECIPIENT_REFUSED));
        assertThat(all()).isEmpty();
    }

    @Test
    void what_is_removed_has_to_be_shown_again() {
        ask("carol@example.org");
        confirm("12345678");
        var remove = new RemoveForwardingAddress(house.transactions(), house.world().forwardingAddresses());

        assertThat(remove.remove(account.owner(), "Carol@example.org")).isTrue();
        assertThat(remove.remove(account.owner(), "Carol@example.org")).isFalse();
        assertThat(all()).isEmpty();
    }
}
