/** An offender in an adapter. */
@NullMarked
package org.waxwing.web.rest.planted;

import org.jspecify.annotations.NullMarked;
