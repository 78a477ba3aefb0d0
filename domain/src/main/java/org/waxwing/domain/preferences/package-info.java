/**
 * How a person wants their pages. Main type: {@link org.waxwing.domain.preferences.Preferences}. Rule of the house:
 * there is an answer to every {@link org.waxwing.domain.preferences.Preference}, whatever was ever stored; nobody has to
 * choose anything. The story continues in {@code org.waxwing.application.preferences}.
 */
@NullMarked
package org.waxwing.domain.preferences;

import org.jspecify.annotations.NullMarked;
