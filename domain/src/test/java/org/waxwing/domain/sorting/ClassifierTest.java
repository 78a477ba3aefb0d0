package org.waxwing.domain.sorting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.waxwing.domain.authenticity.Authentication.Standing;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.HeaderField;
import org.waxwing.domain.signs.Mention;
import org.waxwing.domain.signs.Sign;
import org.waxwing.domain.signs.Signs;
import org.waxwing.domain.signs.Template;
import org.waxwing.domain.signs.Topic;
import org.waxwing.domain.sorting.Lesson.Scope;
import org.waxwing.domain.sorting.Relationship.Tie;

class ClassifierTest {
    private static final String NEWSLETTER = """
            From: Loaf <news@loaf.example>
            To: ada@example.org
            Subject: In this issue: sourdough
            List-Unsubscribe: <https://loaf.example/u>

            Read more on our site. Unsubscribe.
            """;
    private static final String RECEIPT = """
            From: Loaf <orders@loaf.example>
            To: ada@example.org
            Subject: Order confirmation #48213

            Thank you for your order. Order number 48213, total paid 12.00 EUR.
            """;
    private static final String LETTER = """
            From: Klara Winter <klara@winter.example>
            To: ada@example.org
            Subject: Friday

            Hi Ada, are you free on Friday? I could pick you up.
            Klara
            """;

    private static Practice mail(String known, String text) {
        return Practice.of("### IMBOX mail " + known + "\n" + text).getFirst();
    }

    private static Classification classify(String known, String text) {
        return Classifier.classify(mail(known, text).asCase());
    }

    static Stream<Practice> practice() {
        return Practice.all().stream();
    }

    static Stream<Practice> personal() {
        return practice().filter(it -> it.right() == Category.IMBOX);
    }

    @ParameterizedTest
    @MethodSource("practice")
    void puts_mail_where_it_belongs(Practice mail) {
        var told = Classifier.classify(mail.asCase());

        assertThat(told.category()).as("%s: %s", told, mail.signs().write()).isEqualTo(mail.right());
        assertThat(Classifier.category(mail.asCase())).isEqualTo(told.category());
    }

    @ParameterizedTest
    @MethodSource("personal")
    void never_hides_what_is_plainly_personal_whatever_is_added_to_its_header(Practice mail) {
        if (!Classifier.classify(mail.asCase()).decided()) return;
        // what providers, company servers and lists add to people's own mail
        for (var field : List.of("List-Id: <club.example>", "X-Auto-Response-Suppress: All", "X-SES-Outgoing: 1",
                "Return-Path: <bounces@relay.example>", "Feedback-ID: 1:2:3", "Sender: <x@relay.example>"))
            assertThat(Classifier.classify(added(mail, field)).category()).as(field).isEqualTo(Category.IMBOX);
    }

    private static Case added(Practice mail, String field) {
        var fields = new ArrayList<>(mail.fields());
        int colon = field.indexOf(": ");
        fields.add(new HeaderField(
                new UntrustedText(field.substring(0, colon)),
                new UntrustedText(field.substring(colon + 2))));
        return new Practice(mail.name(), mail.right(), mail.relationship(), mail.message(), fields).asCase();
    }

    @ParameterizedTest
    @MethodSource("practice")
    void never_hides_what_no_machine_has_marked_from_whom_the_reader_wrote_to(Practice mail) {
        var known = new Relationship(
                3, 2, true, true, false, true, true, Standing.VERIFIED);
        var told = Classifier.classify(Case.of(mail.signs(), known));

        if (mail.right() == Category.IMBOX) assertThat(told.category()).isEqualTo(Category.IMBOX);
    }

    @Test
    void keeps_a_conversation_that_the_reader_takes_part_in() {
        var told = classify("thread sent=1", """
                From: Shop Support <support@shop.example>
                To: ada@example.org
                Subject: Re: Your order 48213
                In-Reply-To: <1@example.org>
                List-Unsubscribe: <https://shop.example/u>
                Auto-Submitted: auto-generated

                We are sorry. The refund of 12.00 EUR is on its way. Do not reply.
                """);

        assertThat(told.category()).isEqualTo(Category.IMBOX);
        assertThat(told.reasons().getFirst().ground()).isEqualTo(Ground.YOUR_THREAD);
    }

    @Test
    void keeps_what_does_not_say_who_sent_it() {
        var shown = Set.of(Sign.UNADDRESSED, Sign.PLAIN, Sign.SHORT);
        var unsigned = Set.of(Sign.UNADDRESSED, Sign.PLAIN, Sign.SHORT, Sign.NO_SENDER);

        assertThat(ofAStranger(shown).category()).isEqualTo(Category.FEED);
        assertThat(ofAStranger(unsigned).category()).isEqualTo(Category.IMBOX);
    }

    private static Classification ofAStranger(Set<Sign> shown) {
        return Classifier.classify(Case.of(
                new Signs(Signs.VERSION, shown, Map.of(Topic.OFFER, Mention.ONCE), 0, 0, 0, 9, Template.NONE),
                Relationship.STRANGER));
    }

    @Test
    void keeps_a_known_persons_mail_about_papers() {
        var told = classify("sent=2", """
                From: Jo <office@berg.example>
                To: ada@example.org
                Subject: Invoice 4711

                Invoice number 4711, amount due 340.00 EUR, due date 12.04.2026.
                """);

        assertThat(told.category()).isEqualTo(Category.IMBOX);
    }

    @Test
    void keeps_what_a_service_passes_on() {
        var told = classify("", """
                From: Market <noreply@market.example>
                To: ada@example.org
                Reply-To: kim-7f@answers.market.example
                Subject: New message about your ad
                X-Mailer: PHPMailer 6.8

                Kim wrote:
                Hello, is the desk still there? I could fetch it today.
                """);

        assertThat(told.category()).isEqualTo(Category.IMBOX);
        assertThat(told.reasons().getFirst().ground()).isEqualTo(Ground.PASSED_ON);
    }

    @Test
    void keeps_a_list_on_which_the_reader_is_called_by_name() {
        var told = classify("", """
                From: Kim Winter <kim@winter.example>
                To: garden@lists.example
                Subject: [garden] Water on Sunday
                List-Id: <garden.lists.example>
                List-Post: <mailto:garden@lists.example>
                List-Unsubscribe: <mailto:garden-leave@lists.example>

                I cannot water on Sunday. Ada, could you take my turn?
                """);

        assertThat(told.category()).isEqualTo(Category.IMBOX);
    }

    @Test
    void puts_a_machines_acknowledgement_away_though_it_answers_the_reader() {
        var told = classify("thread sent=1", """
                From: Office <office@amt.example>
                To: ada@example.org
                Subject: Request received [4711-22]
                In-Reply-To: <1@example.org>
                Auto-Submitted: auto-replied

                We have received your message and will look at it within five working days.
                """);

        assertThat(told.category()).isEqualTo(Category.PAPER_TRAIL);
    }

    @Test
    void leaves_open_what_contradicts_itself() {
        var told = classify("", """
                From: Kim Winter <kim@winter.example>
                To: ada@example.org
                Subject: The primer
                X-Mailer: Klaviyo
                List-Unsubscribe: <https://winter.example/u>

                Hi Ada, you asked me about the primer, and I tried it: it holds.
                Kim
                """);

        assertThat(told.category()).isEqualTo(Category.IMBOX);
        assertThat(told.decided()).isFalse();
    }

    @Test
    void lets_a_strangers_offer_go_to_the_feed_unless_the_reader_had_written() {
        var offer = """
                From: Kim Winter <kim@rank.example>
                To: ada@example.org
                Subject: Your Google ranking

                Hi Ada, we help companies like yours get to the first page of search results. Worth a chat? Kim
                """;

        assertThat(classify("", offer).category()).isEqualTo(Category.FEED);
        assertThat(classify("sent=1", offer).category()).isEqualTo(Category.IMBOX);
    }

    @Test
    void leaves_open_a_strangers_letter_in_the_name_of_a_house() {
        var told = classify("", """
                From: Kim Winter <kim@winter-rope.example>
                To: ada@example.org
                Subject: Rope

                Hi Ada, our rope lasts longer than most, and we deliver it on Fridays. I have a coil for you. Kim
                """);

        assertThat(told.category()).isEqualTo(Category.IMBOX);
        assertThat(told.decided()).isFalse();
    }

    @Test
    void takes_a_customer_who_asks_for_an_offer_for_no_seller() {
        var told = classify("", """
                From: Kim Winter <kim@winter-boats.example>
                To: ada@example.org
                Subject: New plates

                Hello, I came across your website. Could you quote me for plates, with no obligation? Our boat is old. We
                could come by on Friday. Kim
                """);

        assertThat(told.category()).isEqualTo(Category.IMBOX);
    }

    @Test
    void lets_an_offer_that_was_left_in_a_form_go_to_the_feed() {
        var told = classify("org", """
                From: Website <web@example.org>
                To: ada@example.org
                Reply-To: kyle@fund.example
                Subject: Contact form

                Message from Kyle:
                Hello, we offer a business loan with same day approval, unsecured loans even with bad credit. Reply stop.
                """);

        assertThat(told.category()).isEqualTo(Category.FEED);
    }

    @Test
    void keeps_somebodys_words_in_a_portals_mail_that_can_be_unsubscribed_from() {
        var told = classify("", """
                From: Staydesk <express@staydesk.example>
                To: ada@example.org
                Subject: Magnus replied to you
                List-Unsubscribe: <https://staydesk.example/u>
                X-Mailer: PHPMailer 6.8

                Yes, dogs are fine, but I would keep him off the sofa.
                Change your email preferences.
                """);

        assertThat(told.category()).isEqualTo(Category.IMBOX);
    }

    @Test
    void keeps_what_somebody_said_in_a_portals_mail_whose_sender_is_named_after_them() {
        var told = classify("", """
                From: Ruth Ames via Peers <inmail@peers.example>
                To: ada@example.org
                Subject: long time no see
                List-Unsubscribe: <https://peers.example/u>
                Feedback-ID: 1:2:peers

                I nearly fell off my chair. Is that cafe still there? Unsubscribe
                """);

        assertThat(told.category()).isEqualTo(Category.IMBOX);
    }

    @Test
    void keeps_a_question_that_somebody_asks_through_a_tool() {
        var told = classify("", """
                From: Kim Winter <gitlab@anvil.example>
                To: ada@example.org
                Subject: Re: Empty pages (#81)
                List-Id: <tools.anvil.example>
                X-GitLab-Project: tools

                Did you see that on the printer downstairs?
                """);

        assertThat(told.category()).isEqualTo(Category.IMBOX);
    }

    @Test
    void lets_a_room_accept_in_full_sentences() {
        var told = classify("org sent=2", """
                From: Raum Nord <raum.nord@example.org>
                To: ada@example.org
                Subject: Zugesagt: Jour fixe

                Ihre Anfrage wurde angenommen. Raum Nord ist am 14.04.2026 von 9:00 bis 10:00 Uhr reserviert.
                """);

        assertThat(told.category()).isEqualTo(Category.PAPER_TRAIL);
    }

    @Test
    void puts_a_circular_in_which_nobody_speaks_into_the_feed() {
        var told = classify("", """
                From: Sea Scouts <groupsec@scouts.example>
                To: parents@scouts.example
                Subject: Summer newsletter
                User-Agent: Roundcube Webmail/1.6

                Meetings resume on Monday at the usual time. Camp forms will follow. Leaders are always needed.
                """);

        assertThat(told.category()).isEqualTo(Category.FEED);
    }

    @Test
    void puts_a_question_about_a_stay_where_opinions_are_asked_for() {
        var told = classify("", """
                From: The Inn <hello@inn.example>
                To: ada@example.org
                Subject: How was your stay?
                Feedback-ID: 1:2:inn

                We would love to hear how we did. Rate your stay. Booking reference GI-40981
                """);

        assertThat(told.category()).isEqualTo(Category.FEED);
    }

    @Test
    void settles_nothing_as_personal_that_shows_no_person() {
        var told = classify("", """
                From: Pod <garden@pod.example>
                To: ada@example.org
                Subject: Forgotten your way in?

                Follow this within the hour.
                """);

        assertThat(told.category()).isEqualTo(Category.IMBOX);
        assertThat(told.decided()).isFalse();
    }

    @Test
    void keeps_a_plain_letter_from_an_office_below_which_stands_that_it_was_scanned() {
        var told = classify("", """
                From: Estate Office <service@estate.example>
                To: ada@example.org
                Subject: Your uncle

                Dear Ada, I write about your uncle. I found his letters. Shall I send them?
                Kind regards
                This mail was generated by a scanner that checks for viruses: do not reply to warnings.
                """);

        assertThat(told.category()).isEqualTo(Category.IMBOX);
    }

    @Test
    void does_not_take_what_a_button_says_for_somebodys_words() {
        var told = classify("", """
                From: Bank <security@bank.example>
                To: ada@example.org
                Subject: New sign-in to your account

                We noticed a sign-in on 4 March at 09:12. It was me. It was not me.
                """);

        assertThat(told.category()).isEqualTo(Category.PAPER_TRAIL);
        assertThat(told.doubts()).extracting(Reason::ground).doesNotContain(Ground.FIRST_PERSON);
    }

    @Test
    void does_not_let_offers_below_a_receipt_turn_it_into_one() {
        var told = classify("", """
                From: Loaf <hello@loaf.example>
                To: ada@example.org
                Subject: Order LO-3301 confirmed
                List-Unsubscribe: <https://loaf.example/u>

                Rye bread 4.00
                Postage 3.00
                Total 7.00
                You may also like: cake, now 20% off. Unsubscribe
                """);

        assertThat(told.category()).isEqualTo(Category.PAPER_TRAIL);
    }

    @Test
    void lets_a_shop_that_was_written_to_send_its_newsletters_to_the_feed() {
        assertThat(classify("sent=3 answered contact", NEWSLETTER).category()).isEqualTo(Category.FEED);
    }

    @Test
    void does_not_count_who_a_disowned_message_claims_to_be_from() {
        var told = classify("sent=3 answered failed", NEWSLETTER);

        assertThat(told.doubts()).extracting(Reason::ground).doesNotContain(Ground.YOU_WROTE_TO_SENDER);
    }

    @Test
    void tells_its_reasons_in_the_order_of_their_weight() {
        var told = classify("", RECEIPT);

        assertThat(told.category()).isEqualTo(Category.PAPER_TRAIL);
        assertThat(told.reasons()).extracting(Reason::weight).isSortedAccordingTo((a, b) -> b - a);
        assertThat(told.reasons()).extracting(Reason::ground).contains(Ground.ORDER, Ground.RECORDS_DESK);
    }

    @Test
    void works_out_which_single_fact_would_change_the_answer() {
        var told = classify("", RECEIPT);

        assertThat(told.alternatives()).first()
                .isEqualTo(new Alternative.Had(Tie.WROTE_IN_THREAD, Category.IMBOX));
        for (var alternative : told.alternatives())
            if (alternative instanceof Alternative.Had(var tie, var category)) {
                var mail = mail("", RECEIPT);
                var then = Classifier.classify(Case.of(mail.signs(), mail.relationship().with(tie)));
                assertThat(then.category()).isEqualTo(category);
            }
    }

    @Test
    void says_that_it_would_be_elsewhere_had_the_reader_written() {
        var told = classify("", """
                From: Berg <office@berg.example>
                To: ada@example.org
                Subject: Your invoice 4711

                Dear customer, invoice number 4711, amount due 340.00 EUR, due date 12.04.2026. Your team
                """);

        assertThat(told.category()).isEqualTo(Category.PAPER_TRAIL);
        assertThat(told.alternatives()).contains(new Alternative.Had(Tie.WROTE_TO_SENDER, Category.IMBOX));
    }

    @Test
    void says_what_it_would_be_had_the_reader_not_written() {
        var told = classify("thread", NEWSLETTER.replace("news@", "hello@").replace("In this issue: ", ""));

        assertThat(told.category()).isEqualTo(Category.IMBOX);
        assertThat(told.alternatives()).contains(new Alternative.HadNot(Tie.WROTE_IN_THREAD, Category.FEED));
    }

    @Test
    void knows_of_nothing_that_would_change_what_is_plain() {
        assertThat(classify("sent=9 answered contact", LETTER).alternatives()).isEmpty();
    }

    @Test
    void follows_what_was_taught() {
        var told = Classifier.classify(mail("", NEWSLETTER).asCase().taught(lesson(Category.PAPER_TRAIL)));

        assertThat(told.category()).isEqualTo(Category.PAPER_TRAIL);
        assertThat(told.decided()).isTrue();
        assertThat(told.reasons()).containsExactly(
                new Reason(Ground.TAUGHT, List.of("sender", "news@loaf.example"), 0));
        assertThat(told.alternatives()).containsExactly(new Alternative.Untaught(Category.FEED));
    }

    @Test
    void does_not_let_a_lesson_about_a_sender_hide_an_answer_to_the_reader() {
        var letter = mail("thread sent=1", LETTER).asCase().taught(lesson(Category.FEED));

        assertThat(Classifier.classify(letter).category()).isEqualTo(Category.IMBOX);
        assertThat(Classifier.category(letter)).isEqualTo(Category.IMBOX);
    }

    @Test
    void lets_a_lesson_about_the_message_itself_hide_anything() {
        var lesson = new Lesson(new LessonId(new UUID(0, 1)), new Scope.OfMessage(new EmailId(new UUID(0, 2))),
                Category.FEED, Instant.EPOCH);

        assertThat(Classifier.classify(mail("thread sent=1", LETTER).asCase().taught(lesson)).category())
                .isEqualTo(Category.FEED);
    }

    private static Lesson lesson(Category category) {
        return new Lesson(
                new LessonId(new UUID(0, 1)), new Scope.OfSender("news@loaf.example"), category, Instant.EPOCH);
    }

    @Test
    void asks_a_model_only_about_what_is_open_and_follows_only_what_is_allowed() {
        var undecided = classify("", """
                From: Berg <office@berg.example>
                To: ada@example.org
                Subject: Documents

                Hello, the documents are ready, do you collect them? Your team
                """);
        var unthinkable = Stream.of(Category.values()).filter(it -> !undecided.open().contains(it)).findFirst();

        assertThat(undecided.decided()).isFalse();
        assertThat(undecided.category()).isEqualTo(Category.IMBOX);
        assertThat(undecided.open()).contains(Category.IMBOX, Category.PAPER_TRAIL);
        assertThat(undecided.advised(answer(Category.PAPER_TRAIL)).category()).isEqualTo(Category.PAPER_TRAIL);
        unthinkable.ifPresent(it -> assertThat(undecided.advised(answer(it))).isEqualTo(undecided));
        assertThat(undecided.advised(Optional.empty())).isEqualTo(undecided);
    }

    @Test
    void does_not_let_a_model_change_what_is_decided() {
        var decided = classify("", NEWSLETTER);

        assertThat(decided.open()).isEqualTo(Set.of(Category.FEED));
        assertThat(decided.advised(answer(Category.IMBOX))).isEqualTo(decided);
    }

    @Test
    void does_not_let_a_model_hide_what_a_known_person_wrote() {
        var told = classify("contact", """
                From: Berg <office@berg.example>
                To: ada@example.org
                Subject: Your booking confirmation and invoice 4711

                Booking number 471188, invoice number 4711, amount due 340.00 EUR. Dear customer, thanks for your order.
                """);

        assertThat(told.category()).isEqualTo(Category.IMBOX);
        assertThat(told.open()).containsExactly(Category.IMBOX);
    }

    private static Optional<EmailClassifier.Answer> answer(Category category) {
        return Optional.of(new EmailClassifier.Answer(category, 0.9, "engine"));
    }

    @Test
    void lets_habits_settle_what_is_open_and_nothing_that_is_plain() {
        var against = new Leaning(-9_999, 9_999, 0);

        assertThat(against.imbox()).isEqualTo(-Leaning.MOST);
        assertThat(Classifier.category(mail("", RECEIPT).asCase().leaning(against))).isEqualTo(Category.PAPER_TRAIL);
        assertThat(Classifier.category(mail("", LETTER).asCase().leaning(against))).isEqualTo(Category.IMBOX);
    }

    @Test
    void answers_the_same_every_time() {
        assertThat(classify("", RECEIPT)).isEqualTo(classify("", RECEIPT));
        assertThat(classify("", RECEIPT).version()).isEqualTo(Classifier.VERSION);
        assertThat(mail("", LETTER).signs().template()).isEqualTo(Template.NONE);
    }
}
