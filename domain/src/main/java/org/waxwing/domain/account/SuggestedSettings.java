package org.waxwing.domain.account;

/**
 * Settings that were found for an address.
 *
 * @param username what to sign in with
 * @param source where they were found, as a hint to how far to trust them
 */
public record SuggestedSettings(ServerEndpoint incoming, ServerEndpoint outgoing, String username, Source source) {
    /** Where settings come from, most trustworthy first. */
    public enum Source {
        /** The administrator's own list. */
        ADMINISTRATOR,
        /** A list of well-known providers. */
        KNOWN_PROVIDER,
        /** Published by the domain itself: SRV records (RFC 6186) or an autoconfig document. */
        DOMAIN,
        /** A server answered under a usual name. */
        GUESS
    }
}
