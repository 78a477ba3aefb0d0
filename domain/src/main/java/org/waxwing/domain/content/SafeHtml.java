package org.waxwing.domain.content;

/**
 * A complete HTML document that a {@link HtmlSanitiser} made: no script, no handler, no form, nothing that loads from
 * elsewhere unless the reader asked for it. Only a sanitiser constructs it.
 *
 * @param document the whole document, from its doctype on
 * @param blockedImages how many remote images were left out
 */
public record SafeHtml(String document, int blockedImages) {
    public SafeHtml {
        if (blockedImages < 0) throw new IllegalArgumentException("blocked images below zero: " + blockedImages);
    }
}
