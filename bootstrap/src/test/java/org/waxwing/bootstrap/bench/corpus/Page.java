package org.waxwing.bootstrap.bench.corpus;

import java.nio.charset.Charset;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;

/** HTML as programs write it: a few lines from people, tables full of styles from machines. */
final class Page {

    private final RandomGenerator random;

    Page(RandomGenerator random) {
        this.random = random;
    }

    String ofPerson(List<String> paragraphs, String quoted, Charset charset) {
        var out = new StringBuilder("<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=")
                .append(charset.name())
                .append("\"></head><body dir=\"ltr\">\n");
        for (var paragraph : paragraphs)
            out.append("<div>").append(escaped(paragraph)).append("</div><div><br></div>\n");
        if (!quoted.isEmpty())
            out.append("<div class=\"gmail_quote\"><blockquote style=\"margin:0 0 0 .8ex;border-left:1px solid #ccc\">")
                    .append(escaped(quoted).replace("\n", "<br>\n"))
                    .append("</blockquote></div>\n");
        return out.append("</body></html>\n").toString();
    }

    String ofMachine(List<String> paragraphs, String domain, boolean pictures, Charset charset) {
        var out = new StringBuilder(head(charset.name()));
        for (var paragraph : paragraphs) {
            out.append(row(escaped(paragraph), domain, token(16 * random.nextInt(1, 5))));
            if (pictures && random.nextInt(10) < 7)
                out.append(picture(domain, token(8), random.nextInt(80, 400)));
        }
        if (!pictures)
            for (int i = random.nextInt(1, 10); i > 0; i--)
                out.append("<tr><td>Item ").append(random.nextInt(100_000)).append("</td><td align=\"right\">")
                        .append(random.nextInt(400)).append(".00 EUR</td></tr>\n");
        return out.append("<tr><td style=\"font-size:11px;color:#999999\"><a href=\"https://").append(domain)
                .append("/u/").append(token(8)).append("\">Unsubscribe</a></td></tr></table><img src=\"https://t.")
                .append(domain).append("/o.gif?u=").append(token(8))
                .append("\" width=\"1\" height=\"1\" alt=\"\"></body></html>\n").toString();
    }

    String token(int bytes) {
        var value = new byte[bytes];
        random.nextBytes(value);
        return HexFormat.of().formatHex(value);
    }

    private static String head(String charset) {
        return """
            <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" \
            "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
            <html xmlns="http://www.w3.org/1999/xhtml"><head>
            <meta http-equiv="Content-Type" content="text/html; charset=%s">
            <style type="text/css">
            body{margin:0;padding:0;background:#f4f4f4}table{border-collapse:collapse}img{border:0;outline:none}
            @media only screen and (max-width:600px){.w{width:100%% !important}.h{display:none !important}}
            </style></head><body><table class="w" width="600" align="center" role="presentation">
            """.formatted(charset);
    }

    private static String row(String text, String domain, String token) {
        return """
            <tr><td style="font-family:Helvetica,Arial,sans-serif;font-size:14px;line-height:21px;color:#333333;\
            padding:12px 24px 12px 24px;border-bottom:1px solid #eeeeee" align="left" valign="top">\
            <p style="margin:0 0 10px 0">%s</p><a href="https://click.%s/r/%s" \
            style="color:#2b6cb0;text-decoration:underline">&rsaquo;</a></td></tr>
            """.formatted(text, domain, token);
    }

    private static String picture(String domain, String token, int height) {
        return """
            <tr><td align="center"><img src="https://img.%s/%s.jpg" width="552" height="%d" alt="" \
            style="display:block;border:0"></td></tr>
            """.formatted(domain, token, height);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
