package org.waxwing.web.rest.mailbox;

import jakarta.ws.rs.core.Response;
import org.waxwing.domain.content.SafeHtml;

/** Sends a sanitised document under the policy that would stop whatever slipped through. */
final class HtmlResponse {
    // The page that frames it measures its height, hence the same origin; there are never scripts, hence that is safe.
    private static final String POLICY = "default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'self'; "
            + "sandbox allow-popups allow-popups-to-escape-sandbox allow-same-origin";

    private HtmlResponse() {}

    static Response of(SafeHtml html) {
        return Response.ok(html.document(), "text/html;charset=UTF-8")
                .header("Content-Security-Policy", POLICY)
                .header("X-Frame-Options", "SAMEORIGIN")
                .header("Referrer-Policy", "no-referrer")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("X-Waxwing-Blocked-Images", html.blockedImages())
                .build();
    }
}
