package org.waxwing.web.rest.account;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is sent to change how an account is synchronised, for the API's description.
 *
 * @param paused true leaves the account alone, false goes on with it
 */
@Schema(name = "SyncChange")
public record SyncChange(@Schema(required = true) boolean paused) {}
