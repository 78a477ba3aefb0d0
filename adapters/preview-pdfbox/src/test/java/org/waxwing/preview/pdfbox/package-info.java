/** Tests of the painter. Main type: {@link org.waxwing.preview.pdfbox.ProcessPainterTest}. */
@NullMarked
package org.waxwing.preview.pdfbox;

import org.jspecify.annotations.NullMarked;
