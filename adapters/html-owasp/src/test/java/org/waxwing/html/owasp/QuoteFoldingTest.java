package org.waxwing.html.owasp;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.waxwing.domain.content.Rendering;
import org.waxwing.domain.content.UntrustedText;

/** What only repeats earlier mail is folded, as each mail program writes it; what was written is not. */
class QuoteFoldingTest {
    private static final String OPEN = "<details class=\"waxwing-quote\"><summary class=\"waxwing-more\">···</summary>";

    private static final String START = "<body>\n<div class=\"waxwing-mail\">";

    private static String body(String html) {
        var document = new OwaspHtmlSanitiser().sanitise(new UntrustedText(html), Rendering.plain(Map.of())).document();
        return document.substring(document.indexOf(START) + START.length(), document.lastIndexOf("</div>")).strip();
    }

    /** The words outside of what is folded, and those within. */
    private record Seen(String written, String folded) {
        static Seen of(String html) {
            var body = body(html);
            int from = body.indexOf(OPEN);
            if (from < 0) return new Seen(words(body), "");
            int to = body.lastIndexOf("</details>");
            return new Seen(words(body.substring(0, from) + body.substring(to)),
                    words(body.substring(from + OPEN.length(), to)));
        }

        private static String words(String html) {
            return html.replaceAll("<[^>]*>", " ").replace("&#64;", "@").replaceAll("&(?:nbsp|#160);", " ")
                    .replaceAll("\\s+", " ").strip();
        }
    }

    static List<String> answers() {
        return List.of(
                // Gmail
                """
                <div dir="ltr">ANSWER<br></div><br><div class="gmail_quote gmail_quote_container"><div dir="ltr" \
                class="gmail_attr">On Mon, 16 Nov 2026 at 09:12, Klara &lt;<a href="mailto:k@example.org">k@example.org</a>\
                &gt; wrote:<br></div><blockquote class="gmail_quote" style="margin:0px"><div>OLD</div></blockquote></div>
                """,
                // Thunderbird
                """
                <html><body><p>ANSWER</p><div class="moz-cite-prefix">Am 16.11.26 um 09:12 schrieb Klara:<br></div>\
                <blockquote type="cite" cite="mid:a@example.org"><p>OLD</p></blockquote></body></html>
                """,
                // Apple Mail
                """
                <html><body><div>ANSWER</div><br id="lineBreakAtBeginningOfMessage"><div><br><blockquote type="cite">\
                <div>On 16. Nov 2026, at 09:12, Klara &lt;k@example.org&gt; wrote:</div><br \
                class="Apple-interchange-newline"><div>OLD</div></blockquote></div><br></body></html>
                """,
                // Outlook for Windows
                """
                <div class="WordSection1"><p class="MsoNormal">ANSWER<o:p></o:p></p><p class="MsoNormal">&nbsp;</p><div>\
                <div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p class="MsoNormal">\
                <b>From:</b> Klara &lt;k@example.org&gt;<br><b>Sent:</b> Monday<br><b>To:</b> Anna<br><b>Subject:</b> \
                Offer</p></div></div><p class="MsoNormal">OLD</p><table><tr><td>OLD</td></tr></table></div>
                """,
                // Outlook for Windows, German, everything in one paragraph
                """
                <div><p>ANSWER</p><p>-----Ursprüngliche Nachricht-----<br>Von: Klara<br>Gesendet: Montag<br>An: Anna\
                <br>Betreff: Angebot<br><br>OLD</p></div>
                """,
                // Outlook, Chinese
                """
                <div><p>ANSWER</p></div><div><div><p><b>发件人:</b> 林薇 <br><b>发送时间:</b> 2026年11月16日<br>\
                <b>收件人:</b> Anna<br><b>主题:</b> 会议</p></div><p>OLD</p></div>
                """,
                // Outlook on the web, whose head is in a language that nobody here knows
                """
                <div>ANSWER</div><div id="appendonsend"></div><hr style="width:98%"><div id="divRplyFwdMsg" dir="ltr">\
                <font><b>Frå:</b> Klara<br><b>Sendt:</b> måndag</font></div><div><p>OLD</p></div>
                """,
                // Yahoo
                """
                <div>ANSWER</div><div id="ydp1" class="yahoo_quoted"><div>On Monday, Klara wrote:</div><div>OLD</div></div>
                """,
                // Proton
                """
                <div>ANSWER</div><div class="protonmail_quote">On Monday, Klara wrote:<br><blockquote \
                class="protonmail_quote" type="cite">OLD</blockquote></div>
                """,
                // QQ
                """
                <div>ANSWER</div><div><br></div><div style="font-size:12px">------------------ 原始邮件 ------------------\
                </div><div><div><b>发件人:</b> 林薇</div><div><b>发送时间:</b> 周一</div><div><b>主题:</b> 会议</div></div>\
                <div>OLD</div>
                """,
                // a quotation that says nothing of where it is from, but who wrote it
                "<p>ANSWER</p><p>林薇 于 2026年11月16日 写道：</p><blockquote>OLD</blockquote>",
                // text made into HTML
                "ANSWER<br><br>-----Original Message-----<br>From: Klara<br>OLD",
                // a list adds its lines below everything
                """
                <p>ANSWER</p><blockquote type="cite">OLD</blockquote><pre>
                _______________________________________________
                Unsubscribe here
                </pre>""");
    }

    @ParameterizedTest
    @MethodSource("answers")
    void folds_what_an_answer_repeats(String html) {
        var seen = Seen.of(html);

        assertThat(seen.written()).contains("ANSWER").doesNotContain("OLD", "wrote", "Klara", "林薇");
        assertThat(seen.folded()).contains("OLD").doesNotContain("ANSWER");
    }

    static List<String> whole() {
        return List.of(
                // answered below
                "<blockquote type=cite>OLD</blockquote><p>ANSWER</p>",
                // answered in between
                "<p>Hi</p><blockquote type=cite>OLD</blockquote><p>ANSWER</p><blockquote type=cite>OLD</blockquote><p>Bye</p>",
                """
                <div>Hi</div><div class="gmail_quote">On Monday, Klara wrote:<br><blockquote>OLD</blockquote><div>ANSWER</div>\
                <blockquote>OLD</blockquote></div>
                """,
                // passed on
                """
                <div dir="ltr">Look.</div><div class="gmail_quote"><div class="gmail_attr">---------- Forwarded message \
                ---------<br>From: Klara<br>Date: Monday<br>Subject: Offer<br></div>OLD</div>
                """,
                "<div>Look.</div><div>Begin forwarded message:</div><blockquote type=cite><div>From: Klara</div>OLD</blockquote>",
                // passed on without a word
                "<div><b>From:</b> Klara<br><b>Sent:</b> Monday<br><b>Subject:</b> Offer</div><p>OLD</p>",
                // somebody's words in a newsletter
                "<p>Our customers say:</p><blockquote>OLD</blockquote>",
                "<p>From: Berlin<br>To: Paris<br>Ticket</p><p>OLD</p>",
                "");
    }

    @ParameterizedTest
    @MethodSource("whole")
    void shows_what_belongs_to_the_message(String html) {
        assertThat(body(html)).doesNotContain("<details");
    }

    @Test
    void folds_the_quotation_below_an_answer_that_quotes_in_between() {
        var seen = Seen
                .of("<p>Hi</p><blockquote type=cite>POINT</blockquote><p>ANSWER</p><p>On Monday, Klara wrote:</p>"
                        + "<blockquote type=cite>OLD</blockquote>");

        assertThat(seen.written()).isEqualTo("Hi POINT ANSWER");
        assertThat(seen.folded()).isEqualTo("On Monday, Klara wrote: OLD");
    }

    @Test
    void leaves_everything_balanced() {
        assertThat(body("<div>ANSWER<table><tr><td>x<div class=gmail_quote>OLD</div></td></tr></table></div>"))
                .isEqualTo(
                        "<div>ANSWER<table><tbody><tr><td>x" + OPEN
                                + "<div class=\"m-gmail_quote\">OLD</div></details></td></tr></tbody></table></div>");
        assertThat(body("<p>ANSWER</p><div class=gmail_quote><b>OLD<div>")).isEqualTo(
                "<p>ANSWER</p>" + OPEN + "<div class=\"m-gmail_quote\"><b>OLD<div></div></b></div></details>");
    }

    @Test
    void does_not_fold_into_the_middle_of_a_table() {
        assertThat(body("<table><tr><td>ANSWER</td></tr><tr class=gmail_quote><td>OLD</td></tr></table>"))
                .doesNotContain("<details");
    }

    @Test
    void names_signatures_and_believes_no_mail_that_names_them_itself() {
        assertThat(body("<div class=gmail_signature>Klara</div>"))
                .isEqualTo("<div class=\"m-gmail_signature waxwing-signature\">Klara</div>");
        assertThat(body("<div data-waxwing=signature class=waxwing-quote>Klara</div>"))
                .isEqualTo("<div class=\"m-waxwing-quote\">Klara</div>");
    }

    @Test
    void takes_a_hostile_quotation_apart_in_no_time() {
        var nested = "<div class=gmail_quote>".repeat(50_000) + "x" + "</div>".repeat(50_000);
        var many = "<p>a</p>" + "<blockquote type=cite>From: a<br>Sent: b</blockquote>".repeat(50_000) + "<p>z</p>";
        var lines = "From: a<br>".repeat(200_000) + "wrote:".repeat(100_000);
        var before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();

        for (var html : List.of(nested, many, lines)) assertThat(body(html)).isNotEmpty();

        var worked = Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before);
        assertThat(worked).isLessThan(Duration.ofSeconds(20));
    }
}
