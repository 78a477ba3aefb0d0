/**
 * Draws what is in files, in a process of its own that is ended when it takes too long or too much. Main type:
 * {@link org.waxwing.preview.pdfbox.ProcessPainter}. Rule of the house: nothing here reads a file's contents; only the
 * other process does, with an empty environment and little memory. The story continues in
 * {@code org.waxwing.preview.pdfbox.worker}, which runs there.
 */
@NullMarked
package org.waxwing.preview.pdfbox;

import org.jspecify.annotations.NullMarked;
