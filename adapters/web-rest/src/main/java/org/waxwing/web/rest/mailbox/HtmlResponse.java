package org.waxwing.web.rest.mailbox;

import jakarta.ws.rs.core.Response;
import org.waxwing.domain.content.SafeHtml;

/** Sends a sanitised document. */
final class HtmlResponse {
    private HtmlResponse() {}

    static Response of(SafeHtml html) {
        var response = Response.ok(html.document(), "text/html;charset=UTF-8");
        HtmlHeaders.of(html).forEach(response::header);
        return response.build();
    }
}
