/** The other half of the circle in the application ring. */
@NullMarked
package org.waxwing.application.planted2;

import org.jspecify.annotations.NullMarked;
