package org.waxwing.mail.imap;

import java.time.Duration;

/**
 * How to behave towards IMAP servers.
 *
 * @param allowPrivateHosts whether loopback, local and otherwise not public addresses may be reached
 * @param acceptAnyCertificate whether TLS certificates go unchecked; for tests and demonstrations only
 * @param connectTimeout to connect; the greeting and the TLS handshake get twice that
 * @param readTimeout without a byte from a server that owes an answer
 * @param idleRenewal how long one IDLE command stands; RFC 2177 asks for less than 29 minutes
 * @param pollInterval between two looks at a watched inbox when the server has no IDLE
 */
public record ImapSettings(
        boolean allowPrivateHosts,
        boolean acceptAnyCertificate,
        Duration connectTimeout,
        Duration readTimeout,
        Duration idleRenewal,
        Duration pollInterval) {
    private static final Duration LONGEST_IDLE = Duration.ofMinutes(25);

    public ImapSettings {
        positive(connectTimeout);
        positive(readTimeout);
        positive(idleRenewal);
        positive(pollInterval);
        if (idleRenewal.compareTo(LONGEST_IDLE) > 0)
            throw new IllegalArgumentException("IDLE must be renewed within 25 minutes: " + idleRenewal);
    }

    /** What is right for servers on the Internet, apart from the two decisions that are the administrator's. */
    public static ImapSettings usual(boolean allowPrivateHosts, boolean acceptAnyCertificate) {
        return new ImapSettings(
                allowPrivateHosts,
                acceptAnyCertificate,
                Duration.ofSeconds(10),
                Duration.ofSeconds(60),
                // well below what routers on the way forget connections after
                Duration.ofMinutes(9),
                Duration.ofSeconds(60));
    }

    private static void positive(Duration duration) {
        if (duration.isNegative() || duration.isZero())
            throw new IllegalArgumentException("A time to wait must be positive: " + duration);
    }
}
