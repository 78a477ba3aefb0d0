package org.waxwing.web.rest.mailbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.waxwing.domain.preview.Picture;
import org.waxwing.domain.preview.TextPeek;

/**
 * What can be seen of an attachment without opening it.
 *
 * @param kind {@code pages}, or {@code text}
 * @param pages how many pages it has
 * @param shown how many of them can be seen
 * @param text its beginning
 * @param clipped whether there is more text
 */
@Schema(name = "Preview")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PreviewBody(
        String kind,
        @Nullable Integer pages,
        @Nullable Integer shown,
        @Nullable String text,
        @Nullable Boolean clipped) {
    /** Nobody reads further without opening the file. */
    static final int MOST_PAGES = 100;

    static PreviewBody of(Picture first) {
        return new PreviewBody("pages", first.pages(), Math.min(first.pages(), MOST_PAGES), null, null);
    }

    static PreviewBody of(TextPeek peek) {
        return new PreviewBody("text", null, null, peek.text().value(), peek.clipped());
    }
}
