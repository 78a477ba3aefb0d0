/**
 * The program of the other process: reads orders from its standard input, draws, and answers on its standard output.
 * Main type: {@link org.waxwing.preview.pdfbox.worker.Worker}. Rule of the house: it uses the JDK and PDFBox alone, and
 * whatever goes wrong is an answer. The story continues in {@code org.waxwing.preview.pdfbox}, which starts and ends it.
 */
@NullMarked
package org.waxwing.preview.pdfbox.worker;

import org.jspecify.annotations.NullMarked;
