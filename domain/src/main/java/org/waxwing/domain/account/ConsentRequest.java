package org.waxwing.domain.account;

import java.net.URI;

/**
 * Somebody is on their way to an authorisation server, to consent (RFC 6749 §4.1.1).
 *
 * @param provider key of the {@link OAuthProvider}
 * @param address where their browser goes
 * @param state comes back with them; unguessable, so that nobody can bring them an answer to another question
 * @param verifier proves that whoever redeems the code is whoever asked for it (PKCE, RFC 7636)
 * @param callback where they come back to
 */
public record ConsentRequest(String provider, URI address, String state, Secret verifier, URI callback) {}
