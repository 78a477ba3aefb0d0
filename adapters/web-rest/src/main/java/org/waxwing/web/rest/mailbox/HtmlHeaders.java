package org.waxwing.web.rest.mailbox;

import java.util.LinkedHashMap;
import java.util.Map;
import org.waxwing.domain.content.SafeHtml;

/** The headers under which a sanitised document is shown: what slipped through would be stopped by them. */
public final class HtmlHeaders {
    // The page that frames it measures its height, hence the same origin; there are never scripts, hence that is safe.
    private static final String POLICY = "default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'self'; "
            + "sandbox allow-popups allow-popups-to-escape-sandbox allow-same-origin";

    private HtmlHeaders() {}

    /** Those of a document. */
    public static Map<String, String> of(SafeHtml html) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Security-Policy", POLICY);
        headers.put("X-Frame-Options", "SAMEORIGIN");
        headers.put("Referrer-Policy", "no-referrer");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        headers.put("X-Waxwing-Blocked-Images", Integer.toString(html.blockedImages()));
        headers.put("X-Waxwing-Trackers", Integer.toString(html.trackers().size()));
        return headers;
    }
}
