package org.waxwing.domain.signs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waxwing.domain.world.EmailBuilder.anEmail;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignReaderTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "List-Id | <loaf.example> | LIST_ID",
            "List-Post | <mailto:dev@lists.example> | LIST_POST",
            "List-Unsubscribe | <https://loaf.example/u> | UNSUBSCRIBE",
            "List-Unsubscribe-Post | List-Unsubscribe=One-Click | ONE_CLICK",
            "Precedence | bulk | BULK",
            "precedence | LIST | LIST_ID",
            "Auto-Submitted | auto-generated | AUTO_GENERATED",
            "Auto-Submitted | auto-replied (vacation) | AUTO_REPLIED",
            "Feedback-ID | 1:campaign:loaf | CAMPAIGN",
            "Feedback-ID | 1:2:loaf | FEEDBACK_ID",
            "X-Auto-Response-Suppress | All | SUPPRESSES_ANSWERS",
            "X-MC-User | 1a2b | CAMPAIGN",
            "X-Mailer | PHPMailer 6.5 | MAIL_SERVICE",
            "X-SES-Outgoing | 2026.03.01 | MAIL_SERVICE",
            "X-PM-Message-Stream | broadcast | CAMPAIGN",
            "X-GitHub-Reason | mention | PLATFORM",
            "X-LinkedIn-Class | MBR | NETWORK",
            "User-Agent | Mozilla Thunderbird | PERSONAL_PROGRAM",
            "Return-Path | <bounces+12-ada=example.org@esp.example> | BOUNCE_ADDRESS",
            "Return-Path | <x@esp.example> | RETURNS_ELSEWHERE",
            "Return-Path | <MAILER-DAEMON@mx.example> | DELIVERY_REPORT",
            "Content-Type | multipart/report; report-type=delivery-status | DELIVERY_REPORT",
            "Sender | Calendar <calendar@provider.example> | ON_BEHALF"})
    void sees_what_a_header_field_tells(String name, String value, Sign sign) {
        assertThat(Reading.of(anEmail(), name, value).seen()).contains(sign);
    }

    @Test
    void sees_nothing_of_a_machine_in_a_letter() {
        var signs = Reading.of(anEmail().from("Bob <bob@example.com>").text("Hi Ada, are you free at noon?\n\nBob"));

        assertThat(signs.seen()).containsOnly(
                Sign.DIRECT, Sign.ALONE, Sign.PLAIN, Sign.GREETING, Sign.PERSONAL_WORDS, Sign.QUESTION, Sign.SHORT);
        assertThat(signs.topics()).isEmpty();
        assertThat(signs.template()).isEqualTo(Template.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"prvs=1234567890=bob@example.org", "SRS0=abc=de=example.org=bob@relay.example"})
    void takes_signed_and_rewritten_paths_for_what_they_are(String path) {
        assertThat(Reading.of(anEmail(), "Return-Path", "<" + path + ">").seen())
                .doesNotContain(Sign.BOUNCE_ADDRESS, Sign.RETURNS_ELSEWHERE);
    }

    @ParameterizedTest
    @CsvSource({
            "no-reply@shop.example, NO_REPLY", "nicht-antworten@amt.example, NO_REPLY",
            "bob.noreply@shop.example, NO_REPLY", "newsletter@loaf.example, NEWS_DESK",
            "hello@news.loaf.example, NEWS_DESK", "rechnung@fernruf.example, RECORDS_DESK",
            "order-update@shop.example, RECORDS_DESK", "info@club.example, FRONT_DESK", "bob@gmail.com, FREE_MAIL",
            "x@e.linkedin.com, NETWORK"})
    void knows_senders_by_their_addresses(String address, Sign sign) {
        assertThat(Reading.of(anEmail().from(address)).seen()).contains(sign);
    }

    @Test
    void takes_a_name_that_the_address_repeats_for_a_persons() {
        assertThat(Reading.of(anEmail().from("Klara Winter <k.winter@firm.example>")).seen())
                .contains(Sign.NAMED_PERSON);
        assertThat(Reading.of(anEmail().from("Klara Winter <k12@firm.example>")).seen())
                .doesNotContain(Sign.NAMED_PERSON);
        assertThat(Reading.of(anEmail().from("Winter Shop <winter@firm.example>")).seen())
                .doesNotContain(Sign.NAMED_PERSON);
    }

    @Test
    void sees_that_nobody_can_be_answered() {
        assertThat(Reading.of(anEmail().from()).seen()).contains(Sign.NO_SENDER);
        assertThat(Reading.of(anEmail().from("unclosed broken")).seen()).contains(Sign.NO_SENDER);
        assertThat(Reading.of(anEmail().from("Bob <bob@example.com>")).seen()).doesNotContain(Sign.NO_SENDER);
    }

    @Test
    void sees_how_the_reader_is_addressed() {
        assertThat(Reading.of(anEmail().to("Ada@Example.org")).seen()).contains(Sign.DIRECT, Sign.ALONE);
        assertThat(Reading.of(anEmail().to("eve@example.org").cc("ada@example.org")).seen())
                .contains(Sign.COPIED).doesNotContain(Sign.DIRECT);
        assertThat(Reading.of(anEmail().to()).seen()).contains(Sign.UNADDRESSED);
    }

    @Test
    void tells_what_was_laid_out_from_what_was_typed() {
        var typed = "<div>Hi Ada,<br><br>see you <b>tomorrow</b>.</div>";
        var office = "<style>p.MsoNormal{}</style><p class=MsoNormal>Hi</p><table width=300><tr><td>Law LLP</table>";
        var laidOut = "<table width=\"600\"><tr><td><table><tr><td>Sale</td></tr></table></td></tr></table>";

        assertThat(Reading.of(anEmail().html(typed)).seen()).contains(Sign.PLAIN).doesNotContain(Sign.LAYOUT);
        assertThat(Reading.of(anEmail().html(office)).seen()).doesNotContain(Sign.LAYOUT);
        assertThat(Reading.of(anEmail().html(laidOut)).seen()).contains(Sign.LAYOUT).doesNotContain(Sign.PLAIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "<img src=\"https://t.example/o\" width=\"1\" height=\"1\">", "<IMG HEIGHT=1 WIDTH=1 SRC=x>",
            "<img src='https://t.example/o' style='width:1px;height:1px'>",
            "<img src='https://t.example/o' style='display:none'>"})
    void sees_images_that_nobody_sees(String image) {
        assertThat(Reading.of(anEmail().html("<p>Hi</p>" + image)).seen()).contains(Sign.PIXEL);
    }

    @Test
    void takes_no_drawn_image_for_a_hidden_one() {
        assertThat(Reading.of(anEmail().html("<img width=\"100\" height=\"120\" src=x>")).seen())
                .doesNotContain(Sign.PIXEL);
    }

    @Test
    void counts_links_and_images() {
        var signs = Reading.of(anEmail().html("<a href='https://a.example'>a</a><a name=x>b</a>"
                + "<a href='mailto:b@example.org'>c</a><img src='https://i.example/1'><img src='cid:2'>"));

        assertThat(signs.links()).isEqualTo(1);
        assertThat(signs.images()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Order confirmation #12 | ORDER", "Ihre Bestellung 12 | ORDER", "您的订单已确认 | ORDER",
            "Votre facture de mars | INVOICE", "Tu factura de marzo | INVOICE", "La tua fattura | INVOICE",
            "Je pakket is onderweg | SHIPPING", "Twoja paczka | SHIPPING", "Comprovante | RECEIPT",
            "Siparişiniz alındı | ORDER", "Ваш заказ принят | ORDER", "ご注文ありがとうございます | ORDER",
            "Ihr Sicherheitscode | CODE", "登录验证码 | CODE", "RECHNUNG 12 | INVOICE", "Stromrechnung | INVOICE",
            "Bordkarte | BOOKING", "Weekly digest | NEWSLETTER", "20% off today | OFFER",
            "Zoe commented on your photo | NETWORK", "Webinar: queues | EVENT", "Umfrage | APPEAL"})
    void knows_what_a_subject_is_about_in_many_languages(String subject, Topic topic) {
        assertThat(Reading.of(anEmail().subject(subject).text("")).topics()).containsEntry(topic, Mention.SUBJECT);
    }

    @Test
    void finds_words_and_not_their_likes() {
        // "sale" is not in "wholesaler", "order" not in "border"
        var signs = Reading.of(anEmail().subject("The wholesaler at the border").text("A disorderly crowd."));

        assertThat(signs.topics()).isEmpty();
    }

    @Test
    void does_not_take_what_is_repeated_for_the_messages_own_words() {
        var signs = Reading.of(anEmail().subject("Re: trip").text("Sounds fine.\n\nOn Monday, Shop wrote:\n"
                + "> Order confirmation 12345\n> Unsubscribe here"));

        assertThat(signs.seen()).contains(Sign.QUOTE).doesNotContain(Sign.UNSUBSCRIBE_WORDS, Sign.REFERENCE);
        assertThat(signs.topics()).isEmpty();
    }

    @Test
    void reads_the_html_when_the_plain_part_says_nothing() {
        var signs = Reading.of(anEmail().subject("Hello").text("Please use a modern mail program.")
                .html("<p>" + "Your package is on its way. ".repeat(6) + "</p>"));

        assertThat(signs.topics()).containsKey(Topic.SHIPPING);
    }

    @Test
    void finds_the_small_print_at_the_end_of_a_long_text() {
        var signs = Reading.of(anEmail().text("word ".repeat(20_000) + "Unsubscribe here"));

        assertThat(signs.seen()).contains(Sign.UNSUBSCRIBE_WORDS);
    }

    @Test
    void finds_amounts_numbers_codes_and_dates() {
        var signs = Reading.of(anEmail().text("Order number 4821399\nTotal 12,90 €\nOn 2026-03-12\n\n481922\n"));

        assertThat(signs.seen()).contains(Sign.REFERENCE, Sign.AMOUNT, Sign.DATE, Sign.CODE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"$5", "12.00 USD", "EUR 3", "120 zł", "¥1,280.00", "80元", "4,980円", "2 490 ₽", "R$ 120,00"})
    void knows_amounts_of_many_currencies(String amount) {
        assertThat(Reading.of(anEmail().text("Total " + amount + " due")).seen()).contains(Sign.AMOUNT);
    }

    @Test
    void hears_somebody_in_a_recording_and_behind_an_address_made_for_one_conversation() {
        assertThat(Reading.of(anEmail().attached("msg0043.wav", "application/octet-stream")).seen())
                .contains(Sign.RELAYED);
        assertThat(Reading.of(anEmail().attached("msg", "audio/mpeg")).seen()).contains(Sign.RELAYED);
        assertThat(Reading.of(anEmail().from("m@shed.example").replyTo("reply-aa81f0@shed.example")).seen())
                .contains(Sign.RELAYED);
        assertThat(Reading.of(anEmail().from("m@shed.example").replyTo("help@shed.example")).seen())
                .doesNotContain(Sign.RELAYED);
    }

    @Test
    void sees_appointments_and_papers_among_the_files() {
        assertThat(Reading.of(anEmail().attached("invite.ics", "text/calendar")).seen())
                .contains(Sign.CALENDAR).doesNotContain(Sign.FILE);
        assertThat(Reading.of(anEmail().attached("Rechnung_12.pdf", "application/pdf")).seen())
                .contains(Sign.FILE, Sign.PAPER_FILE);
        assertThat(Reading.of(anEmail().attached("holiday.jpg", "image/jpeg")).seen())
                .contains(Sign.FILE).doesNotContain(Sign.PAPER_FILE);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "The gate is stuck again. Ada, you had the key last, did you not?",
            "Hello all,\n\nwe meet at noon. Ada, bring the big ladder, please.",
            "Who of you was there on Sunday, Ada? I was not.",
            "Kim commented:\n@ada could you look at the third line?"})
    void hears_a_call_by_name_in_the_middle(String text) {
        assertThat(Reading.of(anEmail().text(text)).seen()).contains(Sign.CALLED);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "Hi Ada,\n\nour sale starts today.", "Ada, your basket is waiting for you.", "Thanks, Ada!",
            "Ready for summer, Ada?", "Billing address: Ada Lovelace, Row 4", "Member number 7004, Ada Lovelace."})
    void takes_no_greeting_and_no_address_for_a_call(String text) {
        assertThat(Reading.of(anEmail().text(text)).seen()).doesNotContain(Sign.CALLED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Kim wrote:~Is the boat still for sale? | RELAYED",
            "Kim schreibt:~Ist das Boot noch da? | RELAYED",
            "Somebody sent you this through our site:~Hello, is the boat still for sale? | RELAYED",
            "Dear readers,~spring is here. | AUDIENCE",
            "Liebe Mitglieder,~der Steg ist fertig. | AUDIENCE",
            "This is a service message about your tariff. | SERVICE_WORDS",
            "Diese Servicemitteilung gehört zu Ihrem Vertrag. | SERVICE_WORDS",
            "We help companies like yours rank higher in Google ranking. | PITCH",
            "As you said, it was the pump. | SHARED_PAST",
            "Wie am Telefon besprochen. | SHARED_PAST",
            "Your portal~Nurse Aylin: I have kept her glasses, could you fetch them? | RELAYED",
            "You have mail~\"I can come on Sunday, would that be all right?\" | RELAYED",
            "We sell rope, and our rope is good. | HOUSE",
            "我们的工厂在宁波，欢迎联系我们。 | HOUSE",
            "Lamp 12.00~Postage 3.00~Total 15.00 | BILL",
            "Lampe 12,00~Porto 3,00~Summe 15,00 | BILL"})
    void sees_what_words_tell(String text, Sign sign) {
        assertThat(Reading.of(anEmail().text(text.replace('~', '\n'))).seen()).contains(sign);
    }

    @Test
    void takes_neither_a_house_nor_a_button_for_somebody_who_speaks() {
        assertThat(Reading.of(anEmail().text("我们的工厂在宁波，欢迎联系我们。")).seen()).doesNotContain(Sign.FIRST_PERSON);
        assertThat(Reading.of(anEmail().text("Sign-in from Kiel. It was me. It was not me.")).seen())
                .doesNotContain(Sign.FIRST_PERSON);
    }

    @Test
    void knows_a_language_by_its_small_words_though_it_says_nothing_that_is_known() {
        var few = anEmail().text("The bridge of the old mill is at the end of the lane.");
        var none = anEmail().text("Skipið siglir þegar flóðið kemur yfir skerin norðan megin.");

        assertThat(Reading.of(few).seen()).doesNotContain(Sign.STRANGE_LANGUAGE);
        assertThat(Reading.of(none).seen()).contains(Sign.STRANGE_LANGUAGE);
    }

    @Test
    void does_not_count_the_small_print_of_what_was_passed_on() {
        var head = "---------- Forwarded message ---------";
        var mail = anEmail().subject("Lavender").text("Look at this!\n\n" + head + "\nWeekly offers. Unsubscribe").html(
                "<div>Look at this!</div><p>" + head + "</p><p><a href=\"https://l.example/u\">Unsubscribe</a></p>");

        assertThat(Reading.of(mail).seen()).doesNotContain(Sign.UNSUBSCRIBE_WORDS);
    }

    @Test
    void knows_a_provider_that_asks_for_reports_about_what_people_write() {
        assertThat(Reading.of(anEmail(), "Feedback-ID", "1188:user:proton").seen())
                .contains(Sign.PERSONAL_PROGRAM).doesNotContain(Sign.FEEDBACK_ID);
    }

    @Test
    void hears_in_a_senders_name_for_whom_a_service_speaks() {
        assertThat(Reading.of(anEmail().from("Ruth Ames via Peers <in@peers.example>")).seen()).contains(Sign.RELAYED);
        assertThat(Reading.of(anEmail().from("Via Roma <info@via-roma.example>")).seen()).doesNotContain(Sign.RELAYED);
    }

    @Test
    void sees_where_answers_go() {
        var mail = anEmail().from("no-reply@site.example").replyTo("kim-7f@answers.site.example");

        assertThat(Reading.of(mail).seen()).contains(Sign.NO_REPLY, Sign.ANSWERABLE);
        assertThat(Reading.of(anEmail().from("a@site.example").replyTo("no-reply@site.example")).seen())
                .doesNotContain(Sign.ANSWERABLE);
    }

    @Test
    void reads_subjects_without_numbers_and_the_senders_name() {
        var mail = anEmail().from("Blue Loaf <hi@loaf.example>").subject("Your Blue Loaf order 4711 has shipped");

        assertThat(Reading.of(mail).topics()).containsKey(Topic.SHIPPING);
        assertThat(Reading.of(anEmail().subject("Order 3391 received")).seen()).contains(Sign.REFERENCE);
    }

    @Test
    void takes_an_office_for_no_person() {
        assertThat(Reading.of(anEmail().from("Loaf Counter <counter@loaf-bakery.example>")).seen())
                .doesNotContain(Sign.NAMED_PERSON);
        assertThat(Reading.of(anEmail().from("Loaf-Board <board@loaf-board.example>")).seen())
                .doesNotContain(Sign.NAMED_PERSON);
        assertThat(Reading.of(anEmail().from("Kim Loaf <kim@loaf.example>")).seen()).contains(Sign.NAMED_PERSON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Accepted: Lunch", "Zugesagt: Essen", "已接受：午餐"})
    void knows_answers_to_invitations(String subject) {
        assertThat(Reading.of(anEmail().subject(subject)).seen()).contains(Sign.APPOINTMENT_ANSWER);
    }
}
