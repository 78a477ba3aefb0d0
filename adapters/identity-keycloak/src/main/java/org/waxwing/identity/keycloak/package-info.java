/**
 * Who is signed in, according to Keycloak and the server's own OpenID Connect client. Main type:
 * {@link org.waxwing.identity.keycloak.KeycloakCurrentUser}. Rule of the house: nothing is asked of Keycloak here that
 * the token of the request does not say, and a token never leaves this package. The story continues in
 * {@code org.waxwing.application.identity}.
 */
@NullMarked
package org.waxwing.identity.keycloak;

import org.jspecify.annotations.NullMarked;
