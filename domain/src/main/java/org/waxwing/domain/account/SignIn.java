package org.waxwing.domain.account;

import java.time.Instant;

/** What opens an account at its server. */
public sealed interface SignIn {
    /** What the server knows its owner by. */
    String username();

    /** A name and a password, sent by SASL PLAIN or LOGIN (RFC 4616). */
    record Password(String username, Secret password) implements SignIn {
        public Password {
            if (username.isBlank()) throw new IllegalArgumentException("A sign-in needs a name");
        }
    }

    /**
     * A name and the tokens of an authorisation server, sent by SASL XOAUTH2 or OAUTHBEARER (RFC 7628).
     *
     * @param provider key of the {@link OAuthProvider} that issued the tokens and renews them
     */
    record OAuth(String username, String provider, OAuthTokens tokens) implements SignIn {
        public OAuth {
            if (username.isBlank()) throw new IllegalArgumentException("A sign-in needs a name");
            if (provider.isBlank()) throw new IllegalArgumentException("A token comes from a provider");
        }

        /** The same sign-in with the tokens of a later renewal. */
        public OAuth renewed(OAuthTokens later) {
            return new OAuth(username, provider, later);
        }

        /** Whether the server will not take the access token any more at {@code time}. */
        public boolean isOver(Instant time) {
            return !tokens.expiresAt().isAfter(time);
        }
    }
}
