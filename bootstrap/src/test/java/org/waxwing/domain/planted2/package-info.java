/** The other half of the circle in the domain. */
@NullMarked
package org.waxwing.domain.planted2;

import org.jspecify.annotations.NullMarked;
