/**
 * Looking at attachments: what can be shown of them, page by page. Main type:
 * {@link org.waxwing.application.preview.PreviewFile}. Rule of the house: nothing is opened in a transaction. The story
 * continues in the adapter that paints.
 */
@NullMarked
package org.waxwing.application.preview;

import org.jspecify.annotations.NullMarked;
