package org.waxwing.domain.authenticity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waxwing.domain.authenticity.Authentication.Standing.FAILED;
import static org.waxwing.domain.authenticity.Authentication.Standing.UNVERIFIED;
import static org.waxwing.domain.authenticity.Authentication.Standing.VERIFIED;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waxwing.domain.authenticity.Authentication.Standing;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.identity.EmailAddress;

class SuspicionTest {
    private static final EmailAddress ALICE = address("Alice Hartmann", "alice@waxwing.example");

    /** A message that says nothing in particular, to be changed. */
    private record Mail(EmailAddress from, List<EmailAddress> replyTo, Standing standing, boolean known, long received,
            String text) {
        static Mail from(String name, String address) {
            return new Mail(address(name, address), List.of(), UNVERIFIED, false, 1, "Lunch at noon?");
        }

        Mail answeredTo(String other) {
            return new Mail(from, List.of(EmailAddress.of(other)), standing, known, received, text);
        }

        Mail standing(Standing other) {
            return new Mail(from, replyTo, other, known, received, text);
        }

        Mail writtenTo() {
            return new Mail(from, replyTo, standing, true, 9, text);
        }

        Mail received(long times) {
            return new Mail(from, replyTo, standing, known, times, text);
        }

        Mail saying(String words) {
            return new Mail(from, replyTo, standing, known, received, words);
        }

        List<Hint> hints() {
            var outcome = Outcome.UNKNOWN;
            return Suspicion.of(new Evidence(from, replyTo,
                    new Authentication(standing, outcome, outcome, outcome, "mx", ""), List.of(ALICE),
                    Set.of("hafenamt-nordhafen.example", "gmail.com"), known, received, UntrustedText.EMPTY,
                    new UntrustedText(text), true));
        }
    }

    private static EmailAddress address(String name, String address) {
        return new EmailAddress(new UntrustedText(name), address);
    }

    @Test
    void says_nothing_about_ordinary_mail() {
        assertThat(Mail.from("Bob", "bob@example.org").hints()).isEmpty();
        assertThat(Mail.from("Bob", "bob@gmail.com").hints()).isEmpty();
        assertThat(Mail.from("bob@example.org", "bob@example.org").hints()).isEmpty();
        assertThat(Mail.from("Shop", "news@mail.shop.example").answeredTo("help@shop-support.example").hints())
                .isEmpty();
        assertThat(Mail.from("", "").hints()).isEmpty();
    }

    @Test
    void says_that_a_message_is_not_theirs() {
        assertThat(Mail.from("Bank", "service@bank.example").standing(FAILED).hints())
                .containsExactly(new Hint.NotTheirs("bank.example"));
        assertThat(Mail.from("Alice Hartmann", "alice@waxwing.example").standing(FAILED).hints())
                .containsExactly(new Hint.NotTheirs("waxwing.example"));
    }

    @Test
    void notices_a_name_that_is_another_address() {
        assertThat(Mail.from("service@bank.example", "x@evil.example").hints())
                .contains(new Hint.NameIsAnotherAddress("service@bank.example", "x@evil.example"));
        assertThat(Mail.from("Bob (bob@mail.example.org)", "bob@example.org").hints()).isEmpty();
    }

    @Test
    void notices_domains_that_look_like_the_readers_own_or_those_of_contacts() {
        assertThat(Mail.from("Dana", "dana@waxwlng.example").hints())
                .containsExactly(new Hint.LooksLike("waxwlng.example", "waxwing.example"));
        assertThat(Mail.from("Petersen", "h@hafenamt-nordhafem.example").hints())
                .containsExactly(new Hint.LooksLike("hafenamt-nordhafem.example", "hafenamt-nordhafen.example"));
        assertThat(Mail.from("Support", "x@paypa1.com").hints())
                .containsExactly(new Hint.LooksLike("paypa1.com", "paypal.com"));
        assertThat(Mail.from("X", "x@хakеr.example").hints()).singleElement().isInstanceOf(Hint.StrangeLetters.class);
    }

    @Test
    void trusts_whom_the_reader_has_written_to() {
        assertThat(Mail.from("Dana", "dana@waxwlng.example").writtenTo().hints()).isEmpty();
    }

    @Test
    void notices_the_readers_own_name_on_a_strange_address() {
        assertThat(Mail.from("alice hartmann", "a@example.net").hints())
                .containsExactly(new Hint.CarriesYourName("alice hartmann", "a@example.net"));
        assertThat(Mail.from("Alice", "a@example.net").hints()).isEmpty();
    }

    @Test
    void notices_answers_that_go_to_a_mailbox_anybody_can_have() {
        assertThat(Mail.from("Boss", "boss@company.example").answeredTo("boss.company@gmail.com").hints())
                .containsExactly(new Hint.AnswersElsewhere("boss.company@gmail.com", "boss@company.example"));
        assertThat(Mail.from("Bob", "bob@gmail.com").answeredTo("bob@web.de").hints()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Please verify your account within 24 hours", "Your mailbox will be suspended today",
            "Your password will expire tomorrow", "Bitte bestätigen Sie Ihre Daten binnen 24 Stunden",
            "Ihr Konto wurde eingeschränkt", "请立即验证您的账户信息", "您的账户已被冻结"})
    void notices_strangers_who_ask_for_a_sign_in(String words) {
        assertThat(Mail.from("Support", "x@example.net").saying(words).hints())
                .containsExactly(new Hint.AsksForSecrets());
        assertThat(Mail.from("Support", "x@example.net").saying(words).standing(VERIFIED).hints()).isEmpty();
        assertThat(Mail.from("Support", "x@example.net").saying(words).received(20).hints()).isEmpty();
        assertThat(Mail.from("Support", "x@example.net").saying(words).writtenTo().hints()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Please buy five gift cards and send me the codes",
            "Our new bank account details are below",
            "to release it we require a small fee", "Unsere Bankverbindung hat sich geändert", "恭喜您中奖了"})
    void notices_strangers_who_write_about_money(String words) {
        assertThat(Mail.from("Boss", "x@example.net").saying(words).hints()).containsExactly(new Hint.AsksForMoney());
    }

    @ParameterizedTest
    @ValueSource(strings = {"I have confirmed the appointment", "Our accounts department is closed on Friday",
            "The password for the wifi is on the fridge", "Das Konto ist ausgeglichen", "Wire me when you are there"})
    void lets_harmless_words_be(String words) {
        assertThat(Mail.from("Bob", "bob@example.org").saying(words).hints()).isEmpty();
    }
}
