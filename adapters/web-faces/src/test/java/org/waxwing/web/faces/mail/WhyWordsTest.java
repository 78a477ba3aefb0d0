package org.waxwing.web.faces.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waxwing.application.sorting.ExplainSorting;
import org.waxwing.domain.change.ActionId;
import org.waxwing.domain.history.HistoryLine;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.rules.guard.Objection;
import org.waxwing.domain.sending.SendingNote;
import org.waxwing.domain.sending.Trouble;
import org.waxwing.domain.sorting.Admission;
import org.waxwing.domain.sorting.Alternative;
import org.waxwing.domain.sorting.Category;
import org.waxwing.domain.sorting.Classification;
import org.waxwing.domain.sorting.Ground;
import org.waxwing.domain.sorting.Placement;
import org.waxwing.domain.sorting.Reason;
import org.waxwing.domain.sorting.Relationship.Tie;
import org.waxwing.web.faces.Phrases;
import org.waxwing.web.faces.Times;

/** Why mail is where it is, in words. */
class WhyWordsTest {
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
    private static final EmailId MESSAGE = new EmailId(new UUID(0, 1));
    private static final Classification NEWSLETTER = new Classification(
            Category.FEED, 0.95, true, Set.of(),
            List.of(new Reason(Ground.NEWSLETTER, List.of(), 260), new Reason(Ground.MANY_LINKS, List.of("12"), 100)),
            List.of(new Reason(Ground.FREE_MAIL, List.of(), -100)),
            List.of(
                    new Alternative.Had(Tie.WROTE_TO_SENDER, Category.IMBOX),
                    new Alternative.Without(Ground.MANY_LINKS, Category.PAPER_TRAIL)),
            3);

    private static Why told(String language, Placement placement, List<Classification> why) {
        var phrases = Phrases.in(Locale.of(language));
        return WhyWords.of(phrases, new Times(phrases, ZoneOffset.UTC, NOON)).of(new ExplainSorting.Explanation(
                MESSAGE,
                EmailAddress.of("News@Desk.example"),
                placement,
                why,
                List.of(),
                List.of(),
                List.of(
                        new ExplainSorting.Choice("kind", "news@desk.example", 12),
                        new ExplainSorting.Choice("message", "", 0)),
                List.of(new HistoryLine(
                        MESSAGE, NOON, HistoryLine.Engine.CLASSIFIER, "3", "category", "FEED", List.of(), List.of())),
                Set.of()));
    }

    private static Why after(Set<ActionId> undoable, HistoryLine... lines) {
        var phrases = Phrases.in(Locale.ENGLISH);
        return WhyWords.of(phrases, new Times(phrases, ZoneOffset.UTC, NOON)).of(new ExplainSorting.Explanation(
                MESSAGE, EmailAddress.of("a@example.org"), Placement.in(Category.FEED), List.of(NEWSLETTER), List.of(),
                List.of(), List.of(), List.of(lines), undoable));
    }

    private static HistoryLine line(HistoryLine.Engine engine, String reference, String deed, ActionId... action) {
        return new HistoryLine(MESSAGE, NOON, engine, reference, deed, deed.equals("category") ? "FEED" : "", List.of(),
                List.of(action));
    }

    @Test
    void offer_to_take_back_what_a_rule_did_once_for_each_of_its_actions() {
        var open = new ActionId(new UUID(0, 7));
        var over = new ActionId(new UUID(0, 8));

        var why = after(Set.of(open), line(HistoryLine.Engine.RULE, "r", "star", open),
                line(HistoryLine.Engine.RULE, "r", "archive", open), line(HistoryLine.Engine.RULE, "s", "read", over));

        assertThat(why.message()).isEqualTo(MESSAGE.toString());
        assertThat(why.history()).extracting(Why.Line::undo).containsExactly(open.toString(), "", "");
    }

    @Test
    void say_when_it_was_moved_with_everything_in_a_list() {
        assertThat(after(Set.of(), line(HistoryLine.Engine.PERSON, HistoryLine.WHOLE_LIST, "category")).sure())
                .isEqualTo("You moved it here with everything in a list.");
        assertThat(after(Set.of(), line(HistoryLine.Engine.RULE, "r", "category")).sure())
                .isEqualTo("A rule sorts it here.");
    }

    @Test
    void are_reasons_doubts_and_what_would_change_it() {
        var why = told("en", Placement.in(Category.FEED), List.of(NEWSLETTER));

        assertThat(why.chip()).isEqualTo("Feed · It reads like a newsletter.");
        assertThat(why.reasons()).containsExactly("It reads like a newsletter.", "It has 12 links.");
        assertThat(why.doubts()).hasSize(1);
        assertThat(why.alternatives()).containsExactly(
                "It would be in Imbox if you had written to this sender.",
                "It would be in Paper Trail without this: It has 12 links.");
        assertThat(why.history()).extracting(Why.Line::sentence).containsExactly(
                "Rules of the house: sorted into Feed.");
    }

    @Test
    void offer_the_sensible_correction_first() {
        var why = told("en", Placement.in(Category.FEED), List.of(NEWSLETTER));

        assertThat(why.from()).isEqualTo("news@desk.example");
        assertThat(why.choices()).containsExactly(
                new Why.Choice("kind", "news@desk.example", "Mail of this kind from news@desk.example", 12, true),
                new Why.Choice("message", "", "This message alone", 0, false));
    }

    @Test
    void say_that_a_sender_waits_rather_than_where_their_mail_would_be() {
        var why = told("en", Placement.in(Category.FEED).with(Admission.WAITING), List.of(NEWSLETTER));

        assertThat(why.chip()).isEqualTo("Screener · why?");
        assertThat(why.outside()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "zh"})
    void are_there_for_mail_that_nobody_has_sorted(String language) {
        var why = told(language, Placement.USUAL, List.of());

        assertThat(why.reasons()).isEmpty();
        assertThat(why.sure()).isNotBlank();
        assertThat(why.chip()).doesNotContain("{");
    }

    @Test
    void tell_what_a_rule_sent_and_why_it_did_not() {
        var words = new SendingWords(Phrases.in(Locale.ENGLISH));
        for (var objection : Objection.values())
            assertThat(words.of("forward to", SendingNote.withheld(Set.of(objection), "carol@example.org")))
                    .startsWith("forward to carol@example.org: left out – ").doesNotContain(objection.name());
        for (var trouble : Trouble.values())
            if (trouble != Trouble.NONE)
                assertThat(words.of("forward to", new SendingNote(
                        SendingNote.Stage.FAILED, List.of(trouble.name()), "carol@example.org")))
                        .startsWith("forward to carol@example.org: not done – ").doesNotContain(trouble.name());

        assertThat(words.of("forward to", new SendingNote(SendingNote.Stage.SENT, List.of(), "carol@example.org")))
                .isEqualTo("forward to carol@example.org: done");
    }
}
