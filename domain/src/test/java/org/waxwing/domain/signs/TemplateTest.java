package org.waxwing.domain.signs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.waxwing.domain.world.EmailBuilder.anEmail;

import org.junit.jupiter.api.Test;

class TemplateTest {
    private static Template receipt(String name, String number, String amount, String rows) {
        var text = "Hi " + name + ",\n\nthank you for your order. Your order number is " + number + ".\nWe charged "
                + amount + " to your card.\nYou can follow it at https://shop.example/o/" + number;
        return Reading
                .of(anEmail().from("Shop <orders@shop.example>").subject("Order confirmation #" + number).text(text)
                        .html("<html><body><table width=600><tr><td><h1>Thank you</h1></td></tr><tr><td><table>" + rows
                                + "</table></td></tr><tr><td><p>We charged " + amount + "</p><hr></td></tr>"
                                + "<tr><td><a href='https://shop.example/o/" + number
                                + "'>Follow</a></td></tr></table>"))
                .template();
    }

    private static Template newsletter(String headline, int stories) {
        var story = "<div><h2>Story</h2><img src='https://i.example/1'><p>" + headline
                + "</p><a class=btn href='https://shop.example/s'>Read more</a></div>";
        return Reading.of(anEmail().from("Shop <orders@shop.example>").subject(headline)
                .text("In this issue: " + headline + "\nShop now and save. Unsubscribe")
                .html("<html><body><center><table width=600><tr><td><ul><li>a</li></ul></td></tr><tr><td>"
                        + story.repeat(stories) + "</td></tr></table></center>"),
                "List-Unsubscribe", "<mailto:u@shop.example>")
                .template();
    }

    private static String row(String item) {
        return "<tr><td>" + item + "</td><td>1</td></tr>";
    }

    @Test
    void is_equal_where_numbers_names_amounts_and_addresses_differ() {
        assertThat(receipt("Ada", "48213", "$12.00", row("Lamp")))
                .isEqualTo(receipt("Grace", "99100", "$7.50", row("Book")));
    }

    @Test
    void is_of_the_same_kind_where_there_are_more_rows() {
        assertThat(receipt("Ada", "1", "$1", row("Lamp")).isSameKindAs(
                receipt("Ada", "2", "$2", row("Lamp") + row("Cable") + row("Book")))).isTrue();
    }

    @Test
    void parts_a_senders_receipts_from_its_newsletters() {
        assertThat(receipt("Ada", "1", "$1", row("Lamp")).isSameKindAs(newsletter("Spring is here", 3))).isFalse();
    }

    @Test
    void gathers_a_senders_newsletters_whatever_they_tell() {
        assertThat(newsletter("Spring is here", 3).isSameKindAs(newsletter("Ten lamps under ten", 6))).isTrue();
    }

    @Test
    void parts_what_looks_alike_and_is_about_something_else() {
        var html = "<table width=600><tr><td><p>x</p></td></tr></table>";
        var paper = Reading.of(anEmail().from("no-reply@shop.example").subject("Your invoice").text("Amount due 3 EUR")
                .html(html)).template();
        var offer = Reading
                .of(anEmail().from("no-reply@shop.example").subject("Flash sale").text("Shop now").html(html))
                .template();

        assertThat(paper.isSameKindAs(offer)).isFalse();
    }

    @Test
    void knows_forms_of_plain_text() {
        var one = plain("Backup of db-1 finished at 02:14", "db-1", "12.4 GB");
        var other = plain("Backup of db-7 finished at 03:01", "db-7", "9.1 GB");
        var another = Reading.of(anEmail().from("root@host.example").subject("Disk nearly full")
                .text("The volume below has less than a tenth of its space left, please remove old files.")).template();

        assertThat(one.isSameKindAs(other)).isTrue();
        assertThat(one.isSameKindAs(another)).isFalse();
    }

    private static Template plain(String subject, String host, String size) {
        return Reading.of(anEmail().from("root@host.example").subject(subject).text(
                "The nightly backup of " + host + " has finished without errors.\n\nSize: " + size
                        + "\nKept until: 2026-04-01\n\nThis message was written by the backup service."))
                .template();
    }

    @Test
    void is_not_made_of_what_somebody_wrote_by_hand() {
        var letter = Reading.of(anEmail().text("Hi Ada, see you on Friday. Bob")).template();

        assertThat(letter.isMeaningful()).isFalse();
        assertThat(letter.isSameKindAs(letter)).isFalse();
    }

    @Test
    void is_read_back_as_it_was_written() {
        var template = receipt("Ada", "1", "$1", row("Lamp"));

        assertThat(template.hex()).matches("[0-9a-f]{32}");
        assertThat(Template.parse(template.hex())).isEqualTo(template);
        assertThat(Template.parse(Template.NONE.hex())).isEqualTo(Template.NONE);
        assertThatThrownBy(() -> Template.parse("zz")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void does_not_change_between_versions() {
        // stored beside every message: a new value here means that all that was taught about kinds is lost
        assertThat(plain("Backup of db-1 finished at 02:14", "db-1", "12.4 GB").hex())
                .isEqualTo("8013751e10646641fa7dcfbdc49d17d9");
    }
}
