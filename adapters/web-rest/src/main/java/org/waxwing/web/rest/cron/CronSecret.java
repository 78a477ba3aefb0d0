package org.waxwing.web.rest.cron;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** What a scheduler outside shows that it is allowed to ask; an empty one stands for no such scheduler. */
public record CronSecret(String value) {
    private static final int LEAST = 16;
    private static final String SCHEME = "Bearer ";

    public CronSecret {
        if (!value.isEmpty() && value.length() < LEAST)
            throw new IllegalArgumentException("The cron secret has fewer than " + LEAST + " characters");
    }

    /** Whether there is a scheduler at all. */
    boolean isSet() {
        return !value.isEmpty();
    }

    /** Whether an {@code Authorization} header shows the secret; takes as long whatever differs. */
    boolean isShownBy(String authorization) {
        if (!authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) return false;
        var shown = authorization.substring(SCHEME.length()).strip();
        return isSet()
                && MessageDigest.isEqual(
                        value.getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "CronSecret[" + (isSet() ? "set" : "not set") + "]";
    }
}
