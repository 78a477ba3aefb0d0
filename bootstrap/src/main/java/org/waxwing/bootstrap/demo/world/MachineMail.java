package org.waxwing.bootstrap.demo.world;

import java.util.List;

/** The HTML a company's system puts around its words: the newsletter, with all its trimmings, and the plain notice. */
final class MachineMail {
    private static final String NEWSLETTER = """
            <!DOCTYPE html>
            <html lang="{{lang}}"><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{{title}}</title>
            <style>
            body{margin:0;background:#f1f0ec}
            a{color:{{colour}}}
            @media (max-width:620px){.frame{width:100% !important}.pad{padding-left:20px !important;padding-right:20px !important}.wide{display:none !important}}
            </style></head>
            <body style="margin:0;background:#f1f0ec">
            <div style="display:none;max-height:0;overflow:hidden;opacity:0">{{preheader}}&nbsp;&zwnj;&nbsp;&zwnj;&nbsp;&zwnj;</div>
            <table role="presentation" width="100%" cellpadding="0" cellspacing="0" bgcolor="#f1f0ec"><tr><td align="center" style="padding:24px 8px">
            <table role="presentation" class="frame" width="600" cellpadding="0" cellspacing="0" style="width:600px;background:#ffffff;border-radius:10px;overflow:hidden">
            <tr><td style="background:{{colour}};padding:22px 32px" class="pad">
            <table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr>
            <td><img src="{{site}}/assets/mail/logo@2x.png" width="44" height="44" alt="" style="vertical-align:middle;border:0">
            <span style="font:bold 20px {{font}};color:#ffffff;padding-left:10px">{{brand}}</span></td>
            <td align="right" class="wide"><a href="{{site}}/read/{{token}}" style="font:12px {{font}};color:#ffffff">{{browser}}</a></td>
            </tr></table></td></tr>
            <tr><td class="pad" style="padding:28px 32px 12px;font:15px/1.6 {{font}};color:#24262a">
            <h1 style="margin:0 0 18px;font-size:25px;line-height:1.25">{{title}}</h1>
            {{content}}</td></tr>
            <tr><td class="pad" style="padding:18px 32px 28px;font:12px/1.6 {{font}};color:#83837c;border-top:1px solid #ececea">
            {{brand}}, {{street}}<br>{{why}}<br>
            <a href="{{site}}/u/{{token}}" style="color:#83837c">{{unsubscribe}}</a> &middot;
            <a href="{{site}}/preferences/{{token}}" style="color:#83837c">{{preferences}}</a></td></tr>
            </table></td></tr></table>
            <img src="{{track}}/open/{{token}}.gif" width="1" height="1" alt="" style="display:block;border:0">
            </body></html>
            """;

    private static final String NOTICE = """
            <!DOCTYPE html>
            <html lang="{{lang}}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{{title}}</title></head>
            <body style="margin:0;padding:0;background:#ffffff">
            <table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center" style="padding:20px 12px">
            <table role="presentation" width="560" cellpadding="0" cellspacing="0" style="width:100%;max-width:560px;border:1px solid #e2e2de;border-top:4px solid {{colour}};border-radius:4px">
            <tr><td style="padding:22px 26px;font:15px/1.55 {{font}};color:#24262a">
            <p style="margin:0 0 16px;font-weight:bold;color:{{colour}}">{{brand}}</p>
            {{content}}</td></tr></table>
            <p style="font:12px/1.5 {{font}};color:#8a8a83;max-width:560px">{{brand}}, {{street}}</p>
            </td></tr></table></body></html>
            """;

    private final Letter letter;
    private final String title;
    private final String token;

    /** @param token stands for the recipient in links, as such senders do */
    MachineMail(Letter letter, String title, String token) {
        this.letter = letter;
        this.title = title;
        this.token = token;
    }

    static boolean isNewsletter(Letter letter) {
        return letter.first("T").orElse("").startsWith("newsletter");
    }

    /** The sender's own site: {@code news.kleinwerk.example} writes for {@code www.kleinwerk.example}. */
    static String site(Person sender) {
        var labels = List.of(sender.domain().split("\\.", -1));
        return "https://www." + String.join(".", labels.subList(labels.size() - 2, labels.size()));
    }

    static String unsubscribeUrl(Letter letter, String token) {
        return site(letter.from()) + "/u/" + token;
    }

    String html(Markup content, String contentIds) {
        var sender = letter.from();
        var lang = sender.setting("lang", "en");
        var german = lang.equals("de");
        var colour = sender.setting("colour", "#2f6f73");
        return (isNewsletter(letter) ? NEWSLETTER : NOTICE)
                .replace("{{lang}}", lang)
                .replace("{{title}}", Markup.escaped(title))
                .replace("{{colour}}", colour)
                .replace("{{font}}",
                        sender.is("serif") ? "Georgia,'Times New Roman',serif" : "Arial,Helvetica,sans-serif")
                .replace("{{brand}}", Markup.escaped(sender.name()))
                .replace("{{site}}", site(sender))
                .replace("{{track}}", site(sender).replace("www.", "t."))
                .replace("{{token}}", token)
                .replace("{{street}}", String.join(", ", sender.signature()))
                .replace("{{preheader}}", Markup.escaped(letter.first("P").orElse(title)))
                .replace("{{browser}}", german ? "Im Browser ansehen" : "View in browser")
                .replace("{{why}}",
                        german
                                ? "Sie lesen das, weil Sie sich angemeldet haben."
                                : "You get this because you signed up.")
                .replace("{{unsubscribe}}", german ? "Abmelden" : "Unsubscribe")
                .replace("{{preferences}}", german ? "Einstellungen" : "Preferences")
                .replace("{{content}}", content.html(colour, contentIds));
    }

    String text(Markup content) {
        var sender = letter.from();
        var foot = "\n\n-- \n" + sender.name() + ", " + String.join(", ", sender.signature());
        if (!isNewsletter(letter)) return content.text() + foot;
        var word = sender.setting("lang", "en").equals("de") ? "Abmelden: " : "Unsubscribe: ";
        return letter.first("P").orElse(title) + "\n\n" + content.text() + foot + "\n" + word
                + unsubscribeUrl(letter, token);
    }
}
