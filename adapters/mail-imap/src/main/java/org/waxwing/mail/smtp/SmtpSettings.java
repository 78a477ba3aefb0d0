package org.waxwing.mail.smtp;

import java.time.Duration;

/**
 * How to behave towards submission servers.
 *
 * @param allowPrivateHosts whether loopback, local and otherwise not public addresses may be reached
 * @param acceptAnyCertificate whether TLS certificates go unchecked; for tests and demonstrations only
 * @param connectTimeout to connect; the greeting gets twice that
 * @param replyTimeout for the answer to a command
 * @param lastTimeout for the answer to the last word, behind which nobody would know; RFC 5321 §4.5.3.2.6 has ten minutes
 * @param total for one message
 */
public record SmtpSettings(
        boolean allowPrivateHosts,
        boolean acceptAnyCertificate,
        Duration connectTimeout,
        Duration replyTimeout,
        Duration lastTimeout,
        Duration total) {
    public SmtpSettings {
        positive(connectTimeout);
        positive(replyTimeout);
        positive(lastTimeout);
        positive(total);
    }

    /** What is right for servers on the Internet, apart from the two decisions that are the administrator's. */
    public static SmtpSettings usual(boolean allowPrivateHosts, boolean acceptAnyCertificate) {
        return new SmtpSettings(
                allowPrivateHosts, acceptAnyCertificate, Duration.ofSeconds(10), Duration.ofSeconds(60),
                Duration.ofMinutes(5), Duration.ofMinutes(10));
    }

    private static void positive(Duration duration) {
        if (!duration.isPositive()) throw new IllegalArgumentException("A time to wait must be positive: " + duration);
    }
}
