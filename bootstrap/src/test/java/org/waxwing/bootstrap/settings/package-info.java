/** Tests of the settings, and that what is written about them is true. */
@NullMarked
package org.waxwing.bootstrap.settings;

import org.jspecify.annotations.NullMarked;
