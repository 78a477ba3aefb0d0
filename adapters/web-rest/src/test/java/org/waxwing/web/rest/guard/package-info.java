/** Requests that somebody else wrote. Rule of the house: what may not pass is tried, and what may. */
@NullMarked
package org.waxwing.web.rest.guard;

import org.jspecify.annotations.NullMarked;
