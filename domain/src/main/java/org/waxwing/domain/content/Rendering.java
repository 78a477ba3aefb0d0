package org.waxwing.domain.content;

import java.util.Map;
import org.waxwing.domain.links.LinkCheck;

/**
 * How a mail's HTML is to be shown.
 *
 * @param inlineImages where the parts named by a {@code cid:} address (RFC 2392) are served, by Content-ID without its
 *     angle brackets; a {@code cid:} that is not among them is removed
 * @param remoteImages which others are shown
 * @param links looks at its links
 * @param whole whether even a mail that is longer than a browser lays out at once is shown to its end
 */
public record Rendering(
        Map<String, String> inlineImages, RemoteImages remoteImages, LinkCheck links, boolean whole) {
    public Rendering {
        inlineImages = Map.copyOf(inlineImages);
    }

    /** Nothing remote, and all of it. */
    public static Rendering plain(Map<String, String> inlineImages) {
        return new Rendering(inlineImages, RemoteImages.BLOCKED, LinkCheck.OF_A_STRANGER, true);
    }
}
