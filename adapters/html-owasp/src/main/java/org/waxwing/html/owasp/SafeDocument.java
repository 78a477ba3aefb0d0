package org.waxwing.html.owasp;

import java.util.TreeSet;

/**
 * The page around a sanitised body: its security policy, a style so that mail without one is readable, what the mail's own
 * style blocks have become, and notes for the page that shows it.
 */
record SafeDocument(CharSequence body, String rules, ImageSources images, String links, boolean clipped) {
    // The policy also comes as a header; here it holds for a document that was saved or opened in another way.
    private static final String START = """
            <!DOCTYPE html>
            <html>
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self' data:; \
            style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="referrer" content="no-referrer">
            <meta name="waxwing-blocked-images" content="{blocked}">
            <meta name="waxwing-trackers" content="{pixels}|{trackers}">
            <meta name="waxwing-links" content="{links}">
            <meta name="waxwing-clipped" content="{clipped}">
            <title>Message</title>
            <style>
            :root { color-scheme: light; }
            html { background: light-dark(#fff, #1d1a18); color: light-dark(#1f2328, #e8e3da); }
            body { margin: 0; font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; \
            overflow-wrap: break-word; overflow-x: auto; }
            img { max-width: 100%; object-fit: contain; }
            pre { white-space: pre-wrap; }
            blockquote { margin: 0.5em 0; padding-left: 1em; border-left: 3px solid light-dark(#d5d9de, #4a433d); }
            a { color: light-dark(#0b57d0, #8ec1f0); }
            .waxwing-blocked { display: inline-block; box-sizing: border-box; max-width: 100%; overflow: hidden; \
            vertical-align: middle; padding: 2px 6px; background: light-dark(#f3f4f6, #292522); \
            color: light-dark(#57606a, #a59c90); outline: 1px dashed light-dark(#c8ccd1, #5a524a); \
            outline-offset: -1px; font: 12px/1.4 system-ui, sans-serif; }
            .waxwing-more { display: inline-block; height: 18px; padding: 0 8px; margin: 6px 0; list-style: none; \
            border: 1px solid light-dark(#d3cdc0, #4a433d); border-radius: 9px; background: light-dark(#fff, #292522); \
            color: light-dark(#6a645b, #b5aca0); cursor: pointer; font: 700 13px/13px system-ui, sans-serif; \
            letter-spacing: .05em; user-select: none; }
            .waxwing-more::-webkit-details-marker { display: none; }
            .waxwing-more:hover { background: light-dark(#f1eee7, #36312c); color: light-dark(#1e1b17, #f1ece3); }
            .waxwing-more:focus-visible { outline: 2px solid light-dark(#1f6feb, #8ec1f0); outline-offset: 2px; }
            .waxwing-signature { opacity: .66; }
            @media print { :root { color-scheme: light !important; } }
            </style>
            """;
    private static final String RULES = """
            <style>
            {rules}</style>
            """;
    private static final String MIDDLE = """
            </head>
            <body>
            <div class="waxwing-mail">
            """;
    private static final String END = """

            </div>
            </body>
            </html>
            """;

    String text() {
        var text = new StringBuilder(START.length() + body.length() + rules.length() + 1_024);
        text.append(START.replace("{blocked}", Integer.toString(images.blocked()))
                .replace("{pixels}", Integer.toString(images.trackers().size()))
                .replace("{trackers}", escaped(String.join(", ", new TreeSet<>(images.trackers()))))
                .replace("{links}", escaped(links))
                .replace("{clipped}", Boolean.toString(clipped)));
        if (!rules.isEmpty()) text.append(RULES.replace("{rules}", rules));
        return text.append(MIDDLE).append(body).append(END).toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
