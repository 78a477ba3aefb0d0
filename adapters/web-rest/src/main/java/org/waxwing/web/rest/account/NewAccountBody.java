package org.waxwing.web.rest.account;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is sent to connect an account, for the API's description: it is read by {@link NewAccount}.
 *
 * @param displayName what to call it; the address when left out
 * @param imap where mail is fetched; looked for when left out
 * @param smtp where mail is handed in; when left out, what was found, or the IMAP host's port 587 with STARTTLS
 * @param username the address when left out
 * @param password needed, unless there is a consent
 * @param oauth a consent in place of a password; servers and user name are then the provider's
 */
@Schema(name = "NewAccount")
public record NewAccountBody(
        @Schema(enumeration = "imap", defaultValue = "imap") String provider,
        @Schema(required = true) String address,
        String displayName,
        @Nullable ServerBody imap,
        @Nullable ServerBody smtp,
        String username,
        @Schema(format = "password") String password,
        @Nullable OAuthBody oauth) {}
