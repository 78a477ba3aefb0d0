package org.waxwing.html.owasp;

/** The page around a sanitised body: its security policy, and a style so that mail without one is readable. */
final class SafeDocument {
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
            <title>Message</title>
            <style>
            :root { color-scheme: light; }
            html { background: #fff; color: #1f2328; }
            body { margin: 0; font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; \
            overflow-wrap: break-word; overflow-x: auto; }
            img { max-width: 100%; object-fit: contain; }
            pre { white-space: pre-wrap; }
            blockquote { margin: 0.5em 0; padding-left: 1em; border-left: 3px solid #d5d9de; }
            a { color: #0b57d0; }
            .waxwing-blocked { display: inline-block; box-sizing: border-box; max-width: 100%; overflow: hidden; \
            vertical-align: middle; padding: 2px 6px; background: #f3f4f6; color: #57606a; \
            outline: 1px dashed #c8ccd1; outline-offset: -1px; font: 12px/1.4 system-ui, sans-serif; }
            .waxwing-more { display: inline-block; height: 18px; padding: 0 8px; margin: 6px 0; list-style: none; \
            border: 1px solid #d3cdc0; border-radius: 9px; background: #fff; color: #6a645b; cursor: pointer; \
            font: 700 13px/13px system-ui, sans-serif; letter-spacing: .05em; user-select: none; }
            .waxwing-more::-webkit-details-marker { display: none; }
            .waxwing-more:hover { background: #f1eee7; color: #1e1b17; }
            .waxwing-more:focus-visible { outline: 2px solid #1f6feb; outline-offset: 2px; }
            .waxwing-signature { opacity: .66; }
            </style>
            </head>
            <body>
            """;
    private static final String END = """

            </body>
            </html>
            """;

    private SafeDocument() {}

    static String around(CharSequence body, int blockedImages) {
        return START.replace("{blocked}", Integer.toString(blockedImages)) + body + END;
    }
}
