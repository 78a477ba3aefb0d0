package org.waxwing.domain.account;

/** How a connection to a mail server is protected. */
public enum ConnectionSecurity {
    /** Not at all; only fit for a server on the same machine. */
    NONE,
    /** Opened in the clear and upgraded before anything is said (RFC 2595, RFC 3207); refused when the upgrade is. */
    STARTTLS,
    /** TLS from the first byte (RFC 8314). */
    TLS
}
