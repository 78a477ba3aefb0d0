/** Offenders against the rules of the domain: one setter, one forbidden library, one half of a circle. */
@NullMarked
package org.waxwing.domain.planted;

import org.jspecify.annotations.NullMarked;
