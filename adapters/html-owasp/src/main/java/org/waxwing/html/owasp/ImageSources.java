package org.waxwing.html.owasp;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.waxwing.domain.content.Rendering;

/** Decides what becomes of the addresses of images in one document, and keeps count. */
final class ImageSources {
    /** What becomes of an address. */
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
    private static final Pattern PLAIN_IN_CSS = Pattern.compile("[A-Za-z0-9/?&=._:;,+%-]*");
    private static final int LONGEST = 4_000;
    private static final int MOST_TRACKERS = 100;

    private final Rendering how;
    private final List<String> trackers = new ArrayList<>();
    private int blocked;

    ImageSources(Rendering how) {
        this.how = how;
    }

    /** How many remote images were left out so far that could be shown. */
    int blocked() {
        return blocked;
    }

    /** Who wanted to be told that the mail was opened. */
    List<String> trackers() {
        return List.copyOf(trackers);
    }

    /**
     * What becomes of an image.
     *
     * @param unseen whether its element shows nothing, whatever the image
     */
    Source of(String address, boolean unseen) {
        var trimmed = address.strip();
        if (trimmed.toLowerCase(Locale.ROOT).startsWith("cid:")) return inline(trimmed.substring("cid:".length()));
        if (SMALL_BITMAP.matcher(trimmed).matches()) return new Source.Shown(trimmed);
        if (!REMOTE.matcher(trimmed).matches()) return new Source.Missing();
        return remote(trimmed.replace('\\', '/'), unseen);
    }

    /** The address behind which a background is shown, in a form that ends no string; empty when there is none. */
    Optional<String> behind(String address) {
        if (!(of(address, false) instanceof Source.Shown(var shown))) return Optional.empty();
        return PLAIN_IN_CSS.matcher(shown).matches() ? Optional.of(shown) : Optional.empty();
    }

    private Source remote(String address, boolean unseen) {
        var whole = address.startsWith("//") ? "https:" + address : address;
        var tracker = Trackers.of(whole, unseen);
        if (tracker.isPresent()) {
            if (trackers.size() < MOST_TRACKERS) trackers.add(tracker.get());
            return new Source.Missing();
        }
        var served = whole.length() > LONGEST ? Optional.<String>empty() : how.remoteImages().servedFrom(whole);
        if (served.isPresent()) return new Source.Shown(served.get());
        blocked++;
        return new Source.Remote();
    }

    private Source inline(String contentId) {
        var served = how.inlineImages().get(contentId);
        if (served == null) served = how.inlineImages().get(unescaped(contentId));
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
