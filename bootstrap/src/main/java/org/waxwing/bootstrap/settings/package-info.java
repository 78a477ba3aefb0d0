/**
 * Everything that can be set, once: its name, its default and what it means. Main type:
 * {@link org.waxwing.bootstrap.settings.Setting}; the application reads its part as
 * {@link org.waxwing.bootstrap.settings.Settings}. Rule of the house: every setting is an environment variable whose
 * default is right for the local run, and the README's table is made of this list.
 */
@NullMarked
package org.waxwing.bootstrap.settings;

import org.jspecify.annotations.NullMarked;
