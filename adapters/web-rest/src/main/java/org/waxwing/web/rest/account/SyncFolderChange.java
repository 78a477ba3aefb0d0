package org.waxwing.web.rest.account;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is sent to correct what a folder is for, for the API's description.
 *
 * @param role {@code none} for the owner's own folder
 */
@Schema(name = "SyncFolderChange")
public record SyncFolderChange(
        @Schema(required = true, enumeration = {
                "drafts", "sent", "archive", "junk", "trash", "none"}) String role){}
