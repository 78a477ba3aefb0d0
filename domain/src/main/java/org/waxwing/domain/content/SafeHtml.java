package org.waxwing.domain.content;

import java.util.List;

/**
 * A complete HTML document that a {@link HtmlSanitiser} made: no script, no handler, no form, nothing that loads from
 * elsewhere unless the reader asked for it. Only a sanitiser constructs it.
 *
 * @param document the whole document, from its doctype on
 * @param blockedImages how many remote images were left out that could be shown
 * @param trackers who would have learnt that the mail was opened, once for each pixel that was removed for good
 * @param clipped whether the mail goes on where the document ends
 */
public record SafeHtml(String document, int blockedImages, List<String> trackers, boolean clipped) {
    public SafeHtml {
        if (blockedImages < 0) throw new IllegalArgumentException("blocked images below zero: " + blockedImages);
        trackers = List.copyOf(trackers);
    }
}
