/**
 * Asking for and changing what people chose. Main type: {@link org.waxwing.application.preferences.ReadPreferences},
 * which every page asks. Rule of the house: a page pays no query for them; what is remembered is forgotten with the choice.
 */
@NullMarked
package org.waxwing.application.preferences;

import org.jspecify.annotations.NullMarked;
