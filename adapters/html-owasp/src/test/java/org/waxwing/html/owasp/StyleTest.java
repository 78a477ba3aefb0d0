package org.waxwing.html.owasp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.content.RemoteImages;
import org.waxwing.domain.content.Rendering;
import org.waxwing.domain.content.SafeHtml;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.links.LinkCheck;

class StyleTest {
    private static SafeHtml sanitised(String html, RemoteImages images) {
        return new OwaspHtmlSanitiser().sanitise(
                new UntrustedText(html), new Rendering(Map.of(), images, LinkCheck.OF_A_STRANGER, false));
    }

    private static String sanitised(String html) {
        return sanitised(html, RemoteImages.BLOCKED).document();
    }

    @Test
    void keeps_style_blocks_for_this_mail_alone() {
        assertThat(sanitised("""
                <style type="text/css">
                /* reset */ body { margin: 0; background: #ffffff } .btn a, #footer td.x > p { padding: 4px 8px !important }
                @import url(x.css);
                @media only screen and (max-width: 620px) { .wide { width: 100% !important; display: block } }
                @media (prefers-color-scheme: dark) { body { background: #000 } }
                </style><p class="btn wide" id="footer">Hi</p>"""))
                .contains(".waxwing-mail{margin:0;background:light-dark(#ffffff,#191919)}")
                .contains(".waxwing-mail .m-btn a,.waxwing-mail .i-footer td.m-x>p{padding:4px 8px !important}")
                .contains(
                        "@media only screen and (max-width: 620px){\n.waxwing-mail .m-wide{width:100% !important;display:block}")
                .contains("<p class=\"m-btn m-wide i-footer\">Hi</p>")
                .doesNotContain("@import", "prefers-color-scheme", "#000");
    }

    @Test
    void keeps_what_mail_is_laid_out_with_in_style_attributes() {
        assertThat(sanitised("<td style=\"font:bold 14px/1.5 'Segoe UI',Arial,sans-serif;display:inline-block;"
                + "background:linear-gradient(90deg,#fff 0%,rgba(255,0,0,.5) 100%);width:calc(100% - 20px);"
                + "border:1px solid #dddddd;mso-line-height-rule:exactly\">x</td>"))
                .contains("font:bold 14px/1.5 &#39;Segoe UI&#39;,Arial,sans-serif;display:inline-block;")
                .contains("width:calc(100% - 20px);border:1px solid light-dark(#dddddd,")
                .contains("linear-gradient(90deg,light-dark(#fff,")
                .doesNotContain("mso");
    }

    @Test
    void shows_backgrounds_through_the_proxy_and_only_then() {
        var html = "<style>.hero{background:#eee url('https://example.org/a.png') no-repeat}</style><div class=hero>"
                + "<table background=https://example.org/b.png><tr><td style=\"background-image:url(//example.org/c.png)\">x";

        var blocked = sanitised(html, RemoteImages.BLOCKED);
        var shown = sanitised(html, address -> Optional.of("/i?u=" + address.substring(address.length() - 5)));

        assertThat(blocked.blockedImages()).isEqualTo(3);
        assertThat(blocked.document()).doesNotContain("example.org", "url(");
        assertThat(shown.blockedImages()).isZero();
        assertThat(shown.document()).contains("url(\"/i?u=a.png\") no-repeat", "/i?u&#61;b.png", "/i?u&#61;c.png");
    }

    @Test
    void turns_lightness_for_dark_pages_and_keeps_hue() {
        assertThat(Colour.of("#ffffff").orElseThrow().inTheDark(Colour.Use.GROUND).green()).isLessThan(0.15);
        assertThat(Colour.of("black").orElseThrow().inTheDark(Colour.Use.TEXT).green()).isGreaterThan(0.85);
        var blue = Colour.of("#0b57d0").orElseThrow().inTheDark(Colour.Use.TEXT);
        assertThat(blue.blue()).isGreaterThan(blue.green()).isGreaterThan(blue.red());
        var white = Colour.of("rgb(255, 255, 255)").orElseThrow();
        assertThat(white.inTheDark(Colour.Use.TEXT)).isEqualTo(white);
        var navy = Colour.of("hsl(240, 100%, 25%)").orElseThrow();
        assertThat(navy.inTheDark(Colour.Use.GROUND)).isEqualTo(navy);
        assertThat(Colour.of("windowtext")).isEmpty();
        assertThat(Colour.of("rgb(1,2)")).isEmpty();
    }

    @Test
    void text_stays_readable_on_what_it_stands_on() {
        // ink and paper of common newsletters
        String[][] pairs = {{"#333", "#fff"}, {"#fff", "#2f6f73"}, {"#24262a", "#f1f0ec"}, {"#83837c", "#fff"},
                {"#fff", "#000"}, {"#0b57d0", "#fff"}, {"#222", "#ffcc00"}, {"#fff", "#d93025"},
                {"#664400", "#fff3cd"}};
        for (var pair : pairs) {
            var ink = luminance(Colour.of(pair[0]).orElseThrow().inTheDark(Colour.Use.TEXT));
            var paper = luminance(Colour.of(pair[1]).orElseThrow().inTheDark(Colour.Use.GROUND));
            assertThat((Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05)).as(String.join(" on ", pair))
                    .isGreaterThan(4.4);
        }
    }

    private static double luminance(Colour colour) {
        return 0.2126 * linear(colour.red()) + 0.7152 * linear(colour.green()) + 0.0722 * linear(colour.blue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    @Test
    void names_trackers_and_never_shows_them() {
        var safe = sanitised("<img src='https://x.list-manage.com/track/open.php?u=1' width=600 height=2>"
                + "<img src='https://u1.ct.sendgrid.net/wf/open?upn=1'><img src='https://t.example.org/o' width=1 height=1>"
                + "<img src='https://img.example.org/h.png' style='display:none'>"
                + "<img src='https://example.org/space.gif' width=1 height=20><img src='https://example.org/a.png' alt=A>",
                address -> Optional.of("/i"));

        assertThat(safe.trackers()).containsExactly("Mailchimp", "SendGrid", "example.org", "example.org");
        assertThat(safe.document()).contains("content=\"4|Mailchimp, SendGrid, example.org\"");
        assertThat(Markup.of(safe.document()).named("img")).hasSize(2);
    }

    @Test
    void notes_which_links_are_doubtful() {
        assertThat(sanitised("<a href='https://example.org/a'>fine</a><a href='https://evil.example.com/x'>"
                + "https://www.bank.example/</a><a href='javascript:x'>none</a><a href='http://203.0.113.9/'>Read</a>"))
                .contains("<meta name=\"waxwing-links\" content=\"1|OTHER_HOST|www.bank.example|evil.example.com "
                        + "2|NUMBER||203.0.113.9\">");
    }

    @Test
    void takes_parameters_of_advertisers_off_links() {
        assertThat(sanitised("<a href='https://example.org/a?utm_source=x&amp;id=7&amp;fbclid=y#top'>a</a>"))
                .contains("href=\"https://example.org/a?id&#61;7#top\"");
        assertThat(PlainAddress.of("https://example.org/a?utm_source=x")).isEqualTo("https://example.org/a");
        assertThat(PlainAddress.of("https://example.org/a?token=x")).isEqualTo("https://example.org/a?token=x");
    }

    @Test
    void clips_what_a_browser_could_not_lay_out_at_once_and_says_so() {
        var html = "<p>One paragraph of many.</p>".repeat(40_000);

        var clipped = sanitised(html, RemoteImages.BLOCKED);
        var whole = new OwaspHtmlSanitiser().sanitise(new UntrustedText(html), Rendering.plain(Map.of()));

        assertThat(clipped.clipped()).isTrue();
        assertThat(clipped.document().length()).isLessThan(450_000);
        assertThat(whole.clipped()).isFalse();
        assertThat(whole.document().length()).isGreaterThan(html.length());
    }
}
