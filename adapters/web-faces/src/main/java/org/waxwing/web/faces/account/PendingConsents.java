package org.waxwing.web.faces.account;

import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.waxwing.domain.account.ConsentRequest;

/** The requests for consent that a session is waiting for: each is answered once, within minutes, by that session. */
final class PendingConsents {
    private static final String ATTRIBUTE = "org.waxwing.consents";
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final int MOST = 5;
    private static final Object MAKING = new Object();

    private final Map<String, Pending> byState = new LinkedHashMap<>();

    private PendingConsents() {}

    /** A request, and the id of the account that it is to reconnect; empty for a new one. */
    record Pending(ConsentRequest request, String account, Instant until) {}

    static PendingConsents of(HttpSession session) {
        synchronized (MAKING) {
            if (session.getAttribute(ATTRIBUTE) instanceof PendingConsents known) return known;
            var made = new PendingConsents();
            session.setAttribute(ATTRIBUTE, made);
            return made;
        }
    }

    synchronized void await(ConsentRequest request, String account, Instant now) {
        while (byState.size() >= MOST) byState.remove(byState.keySet().iterator().next());
        byState.put(request.state(), new Pending(request, account, now.plus(PATIENCE)));
    }

    /** The request that somebody comes back from; no one else can come back from it afterwards. */
    synchronized Optional<Pending> answered(String state, Instant now) {
        return Optional.ofNullable(byState.remove(state)).filter(it -> it.until().isAfter(now));
    }
}
