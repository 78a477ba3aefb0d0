package org.waxwing.domain.account;

/** What opens an account at its server. */
public sealed interface SignIn {
    /** A name and a password, sent by SASL PLAIN or LOGIN (RFC 4616). */
    record Password(String username, Secret password) implements SignIn {
        public Password {
            if (username.isBlank()) throw new IllegalArgumentException("A sign-in needs a name");
        }
    }
}
