/**
 * Signing in and out, without a Keycloak. Main type: {@link org.waxwing.identity.keycloak.Web}. Rule of the house: tokens
 * are made as the server's OpenID Connect client leaves them in a request, already validated.
 */
@NullMarked
package org.waxwing.identity.keycloak;

import org.jspecify.annotations.NullMarked;
