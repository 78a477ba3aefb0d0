package org.waxwing.domain.account;

/** What an authorisation server answers to a code or a refresh token. */
public sealed interface OAuthGrant {
    /**
     * Tokens, and whose they are.
     *
     * @param address the mailbox as the server knows it; empty when it did not say
     * @param username what to sign in to the mail server with; empty when it did not say
     */
    record Granted(OAuthTokens tokens, String address, String username) implements OAuthGrant {}

    /** There is no consent, or none any more: the owner has to give it again (RFC 6749 §5.2, {@code invalid_grant}). */
    record Lapsed() implements OAuthGrant {}

    /** Nothing answers, or not in time, or with a trouble of its own: the same may work later. */
    record Unreachable() implements OAuthGrant {}

    /** No such provider is set up here, or it does not know this Waxwing: only the administrator can mend that. */
    record NotOffered() implements OAuthGrant {}
}
