package org.waxwing.domain.account;

import java.time.Instant;

/**
 * What an authorisation server gives for a consent (RFC 6749 §5.1).
 *
 * @param accessToken opens the mailbox until {@code expiresAt}
 * @param refreshToken is good for the next access token, until the consent lapses or, with some servers, until it is
 *     used
 */
public record OAuthTokens(Secret accessToken, Secret refreshToken, Instant expiresAt) {}
