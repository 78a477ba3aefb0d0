/**
 * In which language a text is written. Main type: {@link org.waxwing.domain.language.LanguageReader}. Rule of the house:
 * whoever is not sure says nothing. Rules ask.
 */
@NullMarked
package org.waxwing.domain.language;

import org.jspecify.annotations.NullMarked;
