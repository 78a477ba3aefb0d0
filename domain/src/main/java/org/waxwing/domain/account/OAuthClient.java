package org.waxwing.domain.account;

import java.net.URI;
import java.util.List;

/**
 * The authorisation servers of mail providers (OAuth 2.0, RFC 6749). Reaches for the network, for some seconds at most;
 * never inside a transaction. Thread-safe.
 */
public interface OAuthClient {
    /** The providers that are set up, in the order to offer them in. */
    List<OAuthProvider> providers();

    /**
     * Makes a request for consent, which nobody else can know; asks nobody.
     *
     * @param callback where the browser comes back to
     * @param hint the address that is expected to consent; may be empty
     * @throws IllegalArgumentException no such provider is set up
     */
    ConsentRequest request(String provider, URI callback, String hint);

    /** Redeems the code that came back from a request, once. */
    OAuthGrant redeem(ConsentRequest request, Secret code);

    /**
     * Renews tokens. The refresh token of the answer is the one to use from then on; the one given here may be spent.
     * Not to be called twice with one refresh token: some servers take that for theft and end the consent.
     */
    OAuthGrant renew(String provider, Secret refreshToken);
}
