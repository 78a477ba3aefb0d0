package org.waxwing.web.rest.mailbox;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is sent to make a folder, for the API's description.
 *
 * @param path its whole name, levels parted by {@code /}
 */
@Schema(name = "NewMailbox")
public record NewMailboxBody(@Schema(required = true) String accountId, @Schema(required = true) String path) {}
