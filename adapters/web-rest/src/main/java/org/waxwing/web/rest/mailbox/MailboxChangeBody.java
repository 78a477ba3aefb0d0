package org.waxwing.web.rest.mailbox;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is sent to change a folder, for the API's description.
 *
 * @param path its whole new name, levels parted by {@code /}; left out, it stays
 * @param role what it is for from now on; left out, it stays
 */
@Schema(name = "MailboxChange")
public record MailboxChangeBody(
        String path,
        @Schema(enumeration = {"drafts", "sent", "archive", "junk", "trash", "none"}) String role){}
