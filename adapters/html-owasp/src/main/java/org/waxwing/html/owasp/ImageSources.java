package org.waxwing.html.owasp;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Decides what becomes of an image's address. */
final class ImageSources {
    /** What becomes of it. */
    sealed interface Source {
        /** It may be shown from there. */
        record Shown(String address) implements Source {}

        /** It would have to be fetched from somebody else's server, who would learn that the mail was opened. */
        record Remote() implements Source {}

        /** There is nothing to show. */
        record Missing() implements Source {}
    }

    // SVG is a document, not a bitmap; and a mail may not smuggle in more than a few icons this way.
    private static final Pattern SMALL_BITMAP = Pattern.compile(
            "data:image/(?:png|gif|jpe?g|webp);base64,[A-Za-z0-9+/=\\s%]{1,131072}", Pattern.CASE_INSENSITIVE);
    private static final Pattern REMOTE = Pattern.compile("(?:https?:|[/\\\\]{2}).*", Pattern.CASE_INSENSITIVE
            | Pattern.DOTALL);

    private final Map<String, String> inlineImages;

    ImageSources(Map<String, String> inlineImages) {
        this.inlineImages = Map.copyOf(inlineImages);
    }

    Source of(String address) {
        var trimmed = address.strip();
        if (trimmed.toLowerCase(Locale.ROOT).startsWith("cid:")) return inline(trimmed.substring("cid:".length()));
        if (SMALL_BITMAP.matcher(trimmed).matches()) return new Source.Shown(trimmed);
        return REMOTE.matcher(trimmed).matches() ? new Source.Remote() : new Source.Missing();
    }

    private Source inline(String contentId) {
        var served = inlineImages.get(contentId);
        if (served == null) served = inlineImages.get(unescaped(contentId));
        return served == null ? new Source.Missing() : new Source.Shown(served);
    }

    // RFC 2392 §2: a Content-ID is percent-encoded in its address. A plus sign stands for itself there.
    private static String unescaped(String contentId) {
        try {
            return URLDecoder.decode(contentId.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return contentId;
        }
    }
}
