package org.waxwing.domain.rules.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.waxwing.domain.world.MailFacts.aMessage;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.rules.Action;
import org.waxwing.domain.rules.RuleSubject;
import org.waxwing.domain.world.MailFacts;

class AnswerGuardTest {
    private static final AnswerGuard GUARD = new AnswerGuard(
            Set.of(EmailAddress.of("Ada@example.org"), EmailAddress.of("ada@work.example")), "k3y");
    private static final Action.Forward BOOKS = new Action.Forward("books@example.org");

    private static Set<Objection> reply(RuleSubject mail) {
        return GUARD.againstReply(mail, false);
    }

    private static Set<Objection> forward(RuleSubject mail) {
        return GUARD.againstForward(mail, BOOKS, true);
    }

    @Test
    void answers_and_passes_on_what_a_person_wrote() {
        assertThat(reply(aMessage())).isEmpty();
        assertThat(forward(aMessage())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto-replied", "auto-generated", "Auto-Notified; owner-email=\"x@example.org\"", "yes"})
    void never_answers_what_a_machine_sent(String automatic) {
        assertThat(reply(aMessage().header("Auto-Submitted", automatic))).containsExactly(Objection.AUTOMATIC);
    }

    @Test
    void answers_what_says_that_a_person_sent_it() {
        assertThat(reply(aMessage().header("Auto-Submitted", " No "))).isEmpty();
        assertThat(reply(aMessage().header("Auto-Submitted", "no; x=y"))).isEmpty();
    }

    @Test
    void is_not_talked_into_answering_by_a_second_field() {
        var mail = aMessage().header("Auto-Submitted", "no").header("Auto-Submitted", "auto-replied");

        assertThat(reply(mail)).containsExactly(Objection.AUTOMATIC);
        assertThat(forward(mail)).containsExactly(Objection.AUTOMATIC);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Autoreply", "X-Autorespond"})
    void knows_what_machines_wrote_before_there_was_a_standard(String field) {
        assertThat(reply(aMessage().header(field, "yes"))).containsExactly(Objection.AUTOMATIC);
        assertThat(reply(aMessage().header("Precedence", "auto_reply"))).containsExactly(Objection.AUTOMATIC);
    }

    @ParameterizedTest
    @ValueSource(strings = {"List-Id", "List-Unsubscribe", "List-Post", "List-Help", "Mailing-List"})
    void never_answers_lists(String field) {
        assertThat(reply(aMessage().header(field, "<dev.example.org>"))).containsExactly(Objection.LIST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bulk", "JUNK", " list "})
    void never_answers_bulk_mail(String precedence) {
        assertThat(reply(aMessage().header("Precedence", precedence))).containsExactly(Objection.BULK);
        assertThat(reply(aMessage().header("Precedence", "first-class"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"All", "OOF", "DR, AutoReply"})
    void never_answers_who_asks_for_silence(String suppress) {
        assertThat(reply(aMessage().header("X-Auto-Response-Suppress", suppress))).containsExactly(Objection.UNWANTED);
        assertThat(reply(aMessage().header("X-Auto-Response-Suppress", "RN"))).isEmpty();
    }

    @Test
    void never_answers_or_passes_on_reports() {
        var report = aMessage().from("Mail Delivery <MAILER-DAEMON@example.org>").header("Return-Path", "<>");

        assertThat(reply(report)).contains(Objection.NO_RETURN_PATH, Objection.MACHINE_ADDRESS, Objection.NO_ADDRESS);
        assertThat(forward(report))
                .containsExactlyInAnyOrder(Objection.NO_RETURN_PATH, Objection.MACHINE_ADDRESS);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "noreply@example.org", "no-reply@example.org", "No_Reply+tag@example.org", "do-not-reply@example.org",
            "order-noreply@example.org", "postmaster@example.org", "owner-dev@example.org", "dev-request@example.org",
            "dev-owner@example.org", "bounces+ada=example.org@example.org", "majordomo@example.org"
    })
    void never_answers_addresses_of_machines(String from) {
        assertThat(reply(aMessage().from(from))).containsExactly(Objection.MACHINE_ADDRESS);
        assertThat(reply(aMessage().header("Return-Path", "<" + from + ">")))
                .containsExactly(Objection.MACHINE_ADDRESS);
    }

    @Test
    void never_answers_its_own_reader() {
        assertThat(reply(aMessage().from("ADA@EXAMPLE.ORG"))).containsExactly(Objection.OWN_ADDRESS);
        assertThat(reply(aMessage().header("Return-Path", "<ada@work.example>")))
                .containsExactly(Objection.OWN_ADDRESS);
    }

    @Test
    void answers_those_alone_who_wrote_to_the_reader() {
        assertThat(reply(aMessage().to("somebody@example.org"))).containsExactly(Objection.NOT_ADDRESSED);
        assertThat(reply(aMessage().toNobody().cc("ada@work.example"))).isEmpty();
        assertThat(reply(aMessage().toNobody().bcc("ada@example.org"))).isEmpty();
    }

    @Test
    void answers_nobody_when_there_is_nobody() {
        assertThat(reply(aMessage().fromNobody())).containsExactly(Objection.NO_ADDRESS);
        assertThat(reply(aMessage().from("broken"))).containsExactly(Objection.NO_ADDRESS);
    }

    @Test
    void answers_to_the_return_path_or_else_to_the_sender() {
        assertThat(GUARD.answered(aMessage().header("Return-Path", "<bob+x@example.org>")))
                .contains(EmailAddress.of("bob+x@example.org"));
        assertThat(GUARD.answered(aMessage().from("bob@example.org"))).contains(EmailAddress.of("bob@example.org"));
        assertThat(GUARD.answered(aMessage().header("Return-Path", "<>"))).isEmpty();
    }

    @Test
    void answers_nobody_twice_within_the_period() {
        var reply = new Action.Reply("", "Away", Duration.ofDays(7));
        var monday = Instant.parse("2026-03-02T09:00:00Z");

        assertThat(AnswerGuard.isTooSoon(reply, monday, monday.plus(Duration.ofDays(6)))).isTrue();
        assertThat(AnswerGuard.isTooSoon(reply, monday, monday.plus(Duration.ofDays(7)))).isFalse();
        assertThat(GUARD.againstReply(aMessage(), true)).containsExactly(Objection.ANSWERED_LATELY);
    }

    @Test
    void breaks_loops_by_its_own_mark() {
        var mail = aMessage().header(AnswerGuard.LOOP_MARK, " k3y ");

        assertThat(reply(mail)).containsExactly(Objection.LOOP);
        assertThat(forward(mail)).containsExactly(Objection.LOOP);
        assertThat(forward(aMessage().header("x-waxwing-loop", "another"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"X-Waxwing-Loop,3", "Received,50"})
    void ends_chains_of_others(String field, int most) {
        var mail = aMessage();
        for (int i = 1; i < most; i++) mail.header(field, "hop " + i);
        assertThat(forward(mail)).isEmpty();

        mail.header(field, "one more");

        assertThat(forward(mail)).containsExactly(Objection.TOO_MANY_HOPS);
        assertThat(reply(mail)).containsExactly(Objection.TOO_MANY_HOPS);
    }

    private static MailFacts receipt() {
        return aMessage().from("Shop <noreply@shop.example>")
                .header("Auto-Submitted", "auto-generated")
                .header("List-Unsubscribe", "<https://shop.example/u>")
                .header("Precedence", "bulk")
                .header("X-Auto-Response-Suppress", "All");
    }

    @Test
    void passes_receipts_on_though_nobody_answers_them() {
        assertThat(forward(receipt())).isEmpty();
        assertThat(reply(receipt())).contains(Objection.AUTOMATIC, Objection.LIST, Objection.BULK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto-replied", "auto-notified", "something-new"})
    void passes_no_answers_of_machines_on(String automatic) {
        assertThat(forward(aMessage().header("Auto-Submitted", automatic))).containsExactly(Objection.AUTOMATIC);
    }

    @Test
    void passes_on_to_verified_addresses_of_others_alone() {
        assertThat(GUARD.againstForward(aMessage(), BOOKS, false)).containsExactly(Objection.NOT_VERIFIED);
        assertThat(GUARD.againstForward(aMessage(), new Action.Forward("ada@WORK.example"), true))
                .containsExactly(Objection.OWN_ADDRESS);
        assertThat(GUARD.againstForward(aMessage(), new Action.Forward("books"), true))
                .containsExactly(Objection.NO_ADDRESS);
    }

    @Test
    void needs_a_mark_to_know_again() {
        assertThatThrownBy(() -> new AnswerGuard(Set.of(), " ")).isInstanceOf(IllegalArgumentException.class);
    }
}
