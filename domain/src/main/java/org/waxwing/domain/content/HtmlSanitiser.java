package org.waxwing.domain.content;

/**
 * Makes a mail's HTML harmless while keeping its looks. Thread-safe; never reaches for the network.
 */
public interface HtmlSanitiser {
    /** The harmless form of {@code html}, however broken or hostile it is. */
    SafeHtml sanitise(UntrustedText html, Rendering how);
}
