package org.waxwing.web.rest.account;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A consent that its owner has given elsewhere.
 *
 * @param provider {@code google}, {@code microsoft} or {@code custom}, as far as the administrator has set it up
 */
@Schema(name = "Consent")
public record OAuthBody(
        @Schema(required = true) String provider,
        @Schema(required = true, format = "password") String refreshToken) {}
