package org.waxwing.web.rest.safety;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Where a picture of another server is shown by ours.
 *
 * @param picture its own address
 * @param seal that of {@code ImageSeal} for it and one person
 */
public record ImageAddress(String picture, String seal) {
    /** The path and query under the root of the host. */
    public String path() {
        var encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(picture.getBytes(StandardCharsets.UTF_8));
        return "/api/v1/images?u=" + encoded + "&s=" + seal;
    }

    /** What the parameters mean; empty when they mean nothing. */
    static Optional<ImageAddress> of(String picture, String seal) {
        try {
            return Optional.of(new ImageAddress(
                    new String(Base64.getUrlDecoder().decode(picture), StandardCharsets.UTF_8), seal));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
