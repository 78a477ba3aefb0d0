/**
 * Looking at files without opening them: small pictures, pages, and the beginning of texts. Main type:
 * {@link org.waxwing.domain.preview.PagePainter}. Rule of the house: every file was made by somebody who wishes us ill,
 * so everything is bounded, and what cannot be shown is offered for download. The story continues in
 * {@code org.waxwing.application.preview}.
 */
@NullMarked
package org.waxwing.domain.preview;

import org.jspecify.annotations.NullMarked;
