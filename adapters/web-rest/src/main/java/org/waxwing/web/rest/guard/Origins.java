package org.waxwing.web.rest.guard;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Set;

/** Where a request comes from, as far as a browser tells; an empty text stands for a header that is not there. */
final class Origins {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private Origins() {}

    /** Whether the method changes nothing (RFC 9110 §9.2.1). */
    static boolean isSafe(String method) {
        return SAFE.contains(method);
    }

    /** The origin of an address (RFC 6454 §4), without a port that its scheme implies. */
    static String of(URI address) {
        var scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        var host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
        int usual = scheme.equals("https") ? 443 : 80;
        int port = address.getPort();
        return scheme + "://" + host + (port < 0 || port == usual ? "" : ":" + port);
    }

    /** Whether neither header names another origin than {@code own}. */
    static boolean isOwn(String fetchSite, String origin, String own) {
        boolean fromOwnPage = fetchSite.isEmpty() || fetchSite.equals("same-origin");
        return fromOwnPage && (origin.isEmpty() || origin.equals(own));
    }

    /** Whether {@code given} is the token; takes as long whatever differs, and an empty token is nobody's. */
    static boolean isSame(String token, String given) {
        boolean same = MessageDigest.isEqual(
                token.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
        return same && !token.isEmpty();
    }
}
