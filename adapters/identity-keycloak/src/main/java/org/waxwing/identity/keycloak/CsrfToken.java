package org.waxwing.identity.keycloak;

import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

/** What a session's own pages know and others cannot: 256 random bits in 64 hexadecimal digits. */
final class CsrfToken {
    private static final String ATTRIBUTE = "org.waxwing.csrf";
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Object MAKING = new Object();

    private CsrfToken() {}

    /** The session's token, made when it is first asked for. */
    static String of(HttpSession session) {
        if (session.getAttribute(ATTRIBUTE) instanceof String token) return token;
        // two first requests of one session must not each keep their own
        synchronized (MAKING) {
            if (session.getAttribute(ATTRIBUTE) instanceof String token) return token;
            var bytes = new byte[BYTES];
            RANDOM.nextBytes(bytes);
            var token = HexFormat.of().formatHex(bytes);
            session.setAttribute(ATTRIBUTE, token);
            return token;
        }
    }

    /** Whether {@code given} is the session's token; takes as long whatever differs. */
    static boolean matches(HttpSession session, String given) {
        return MessageDigest.isEqual(
                of(session).getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
