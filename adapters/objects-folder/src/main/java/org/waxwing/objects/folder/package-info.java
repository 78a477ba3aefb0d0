/**
 * Bytes in a folder: one sub-folder an account, one file per content. Main type:
 * {@link org.waxwing.objects.folder.FolderBlobStore}. Rule of the house: a file is complete or not there. The port is
 * {@link org.waxwing.domain.mailbox.BlobStore}.
 */
@NullMarked
package org.waxwing.objects.folder;

import org.jspecify.annotations.NullMarked;
