package org.waxwing.web.rest.mailbox;

import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.waxwing.application.preview.PreviewFile;

/** Sends a picture that was drawn here, or that it has not changed (RFC 9110 §13). */
final class PictureResponse {
    private PictureResponse() {}

    static Response of(PreviewFile.Result.Seen seen, String name, HttpHeaders headers) {
        var tag = '"' + seen.content().sha256() + '-' + name + '"';
        var caching = new CacheControl();
        caching.setPrivate(true);
        caching.setNoCache(true);
        var known = headers.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        if (tag.equals(known))
            return Response.notModified().cacheControl(caching).header(HttpHeaders.ETAG, tag).build();
        StreamingOutput body = out -> {
            try (var in = seen.picture().open()) {
                in.transferTo(out);
            }
        };
        return Response.ok(body, "image/png")
                .cacheControl(caching)
                .header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CONTENT_LENGTH, seen.picture().size())
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .build();
    }
}
