package org.waxwing.html.owasp;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.content.Rendering;
import org.waxwing.domain.content.SafeHtml;
import org.waxwing.domain.content.UntrustedText;

class SanitiserLooksTest {
    private static final String START = "<div class=\"waxwing-mail\">";
    private static final Map<String, String> IMAGES = Map.of("logo@example.org", "/files/1?inline=1&x=2");

    private static SafeHtml sanitise(String html) {
        return new OwaspHtmlSanitiser().sanitise(new UntrustedText(html), Rendering.plain(IMAGES));
    }

    private static Markup body(String html) {
        var document = sanitise(html).document();
        return Markup.of(document.substring(document.indexOf(START) + START.length(), document.lastIndexOf("</div>")));
    }

    // what this thread has worked, however busy the machine is with other things
    private static Duration worked() {
        return Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
    }

    @Test
    void makes_a_whole_document_with_its_own_policy() {
        var document = sanitise("<p>Hello</p>").document();

        assertThat(document)
                .startsWith("<!DOCTYPE html>")
                .contains("<meta charset=\"utf-8\">")
                .contains("default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'; base-uri 'none'; "
                        + "form-action 'none'")
                .contains("<meta name=\"waxwing-blocked-images\" content=\"0\">")
                .contains("<meta name=\"viewport\"")
                .contains("<p>Hello</p>");
    }

    @Test
    void keeps_what_newsletters_are_laid_out_with() {
        var markup = body("""
                <table width="600" cellpadding="0" cellspacing="0" border="0" bgcolor="#f4f4f4" align="center" \
                role="presentation"><tr><td width="50%" valign="top" colspan="2" style="padding:12px 0;\
                background-color:rgba(1,2,3,.5);border-radius:4px;font-family:Georgia,serif;line-height:150%;\
                display:inline-block;max-width:300px">\
                <center><font face="Arial" color="#333333" size="2">Hi</font></center></td></tr></table>""");

        assertThat(markup.named("table").getFirst().attributes())
                .containsEntry("width", "600")
                .containsEntry("cellpadding", "0")
                .containsEntry("style", "background-color:light-dark(#f4f4f4,#1e1e1e)")
                .containsEntry("align", "center")
                .containsEntry("role", "presentation");
        var cell = markup.named("td").getFirst().attributes();
        assertThat(cell).containsEntry("width", "50%").containsEntry("valign", "top").containsEntry("colspan", "2");
        assertThat(cell.get("style"))
                .contains("padding:12px 0", "background-color:rgba(1,2,3,.5)", "border-radius:4px", "Georgia,serif",
                        "line-height:150%", "display:inline-block", "max-width:300px");
        assertThat(markup.named("font").getFirst().attributes())
                .containsEntry("face", "Arial")
                .containsEntry("style", "color:light-dark(#333333,#b4b4b4)")
                .containsEntry("size", "2");
    }

    @Test
    void keeps_the_colours_of_the_body_as_a_block() {
        var markup = body("<html><body bgcolor='#eeeeee' text=navy style='padding:10px'><p>Hi</p></body></html>");

        var block = markup.tags().getFirst();
        assertThat(block.name()).isEqualTo("div");
        assertThat(block.attributes()).containsEntry("style",
                "background-color:light-dark(#eeeeee,#202020);color:light-dark(navy,#9cbcfc);padding:10px");
    }

    @Test
    void lets_links_open_elsewhere_without_telling_where_from() {
        var link = body("<a href='https://example.org/a?b=1&amp;c=2' target=_self>x</a>").named("a").getFirst();

        assertThat(link.attributes())
                .containsEntry("href", "https://example.org/a?b=1&c=2")
                .containsEntry("target", "_blank")
                .containsEntry("rel", "noopener noreferrer nofollow");
    }

    @Test
    void keeps_the_words_of_a_link_that_leads_nowhere_safe() {
        var markup = body("<a href='javascript:alert(1)'>Read on</a>");

        assertThat(markup.text()).contains("Read on");
        assertThat(markup.named("a")).allSatisfy(link -> assertThat(link.attributes()).doesNotContainKey("href"));
    }

    @Test
    void serves_inline_images_from_the_address_given() {
        var markup = body("<img src='cid:logo@example.org' width=100 alt=Logo><img src='CID:logo%40example.org'>");

        assertThat(markup.named("img"))
                .hasSize(2)
                .allSatisfy(image -> assertThat(image.attributes()).containsEntry("src", "/files/1?inline=1&x=2"));
    }

    @Test
    void keeps_small_bitmaps_that_the_mail_carries_in_itself() {
        var markup = body("<img src='data:image/png;base64,iVBORw0KGgo=' alt='dot'>");

        assertThat(markup.named("img").getFirst().attributes())
                .containsEntry("src", "data:image/png;base64,iVBORw0KGgo=");
    }

    @Test
    void removes_and_counts_remote_images_and_keeps_their_place() {
        var safe = sanitise("<img src='https://example.org/a.png' width=300 height='120' alt='Our sofas'>"
                + "<img src='//example.org/b.png' width='100%' height=40><img src='cid:unknown' alt='Gone'>");

        assertThat(safe.blockedImages()).isEqualTo(2);
        assertThat(safe.document())
                .contains("<meta name=\"waxwing-blocked-images\" content=\"2\">")
                .contains("style=\"width:300px;height:120px;\" title=\"Our sofas\">Our sofas</span>")
                .contains("width:100%;height:40px;")
                .contains(">Gone</span>")
                .doesNotContain("example.org", "<img ");
    }

    @Test
    void counts_the_pixel_that_tells_of_reading_and_shows_nothing_for_it() {
        var safe = sanitise("<p>Hi<img src='https://example.org/open?id=1' width=1 height=1></p>");

        assertThat(safe.blockedImages()).isZero();
        assertThat(safe.trackers()).containsExactly("example.org");
        assertThat(safe.document()).contains("<p>Hi</p>", "content=\"1|example.org\"");
    }

    @Test
    void drops_style_blocks_titles_and_conditional_comments_with_their_words() {
        var markup = body("<head><title>Offer</title><style>p{color:red}</style></head>"
                + "<!--[if mso]><p>Outlook only</p><![endif]--><p>Hi</p>");

        assertThat(markup.text().strip()).isEqualTo("Hi");
    }

    @Test
    void survives_deep_nesting() {
        int depth = 200_000;

        var safe = sanitise("<div><table><tr><td>".repeat(depth / 4) + "Hi" + "</b>".repeat(depth));

        assertThat(safe.document().contains("Hi")).isTrue();
        assertThat(safe.document().length()).isLessThan(100_000);
    }

    @Test
    void keeps_the_form_of_long_mail_that_leaves_out_end_tags() {
        var markup = body("<p>One<p>Two".repeat(500) + "<b>Last</b>");

        assertThat(markup.named("p")).hasSize(1_000);
        assertThat(markup.named("b")).hasSize(1);
    }

    @Test
    void handles_five_megabytes_in_reasonable_time() {
        var row = "<tr><td style=\"padding:4px;color:#333\"><a href=\"https://example.org/a\">Some words</a>"
                + "<img src=\"https://example.org/i.png\" width=\"10\" height=\"10\" alt=\"x\"></td></tr>\n";
        var html = "<table>" + row.repeat(5_000_000 / row.length()) + "</table>";

        var started = worked();
        var safe = sanitise(html);

        assertThat(safe.blockedImages()).isEqualTo(5_000_000 / row.length());
        assertThat(worked().minus(started)).isLessThan(Duration.ofSeconds(15));
    }

    @Test
    void is_not_slowed_down_by_markup_that_never_ends() {
        var started = worked();

        sanitise("<a href='".repeat(100_000));
        sanitise("<p " + "title=x ".repeat(200_000) + ">");
        sanitise("<!--".repeat(200_000));
        sanitise("<b><i><u>".repeat(100_000) + "</p>".repeat(100_000));
        sanitise("<p style=\"" + "((((".repeat(100_000) + "\">x");
        sanitise("<".repeat(500_000));
        sanitise("&".repeat(500_000));

        assertThat(worked().minus(started)).isLessThan(Duration.ofSeconds(20));
    }
}
