/**
 * Consent instead of passwords: OAuth 2.0 (RFC 6749) with PKCE (RFC 7636) and OpenID Connect's ID token, spoken to the
 * authorisation servers of mail providers. Main type: {@link org.waxwing.oauth.http.HttpOAuthClient}. Rule of the
 * house: no token, code or address is ever logged.
 */
@NullMarked
package org.waxwing.oauth.http;

import org.jspecify.annotations.NullMarked;
