package org.waxwing.web.rest.account;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is sent to change an account, for the API's description: it is read by {@link AccountChange}. What is left out
 * stays; servers and user name change only together with a password.
 *
 * @param displayName empty for the address
 */
@Schema(name = "AccountChange")
public record AccountChangeBody(
        String displayName,
        @Schema(format = "password") String password,
        String username,
        @Nullable ServerBody imap,
        @Nullable ServerBody smtp,
        @Nullable OAuthBody oauth) {}
