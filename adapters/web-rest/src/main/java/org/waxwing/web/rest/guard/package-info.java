/**
 * What holds for every request and answer of the API. Main type: {@link org.waxwing.web.rest.guard.ForgeryFilter}. Rule
 * of the house: whoever is let in by a cookie has to show that the request was meant.
 */
@NullMarked
package org.waxwing.web.rest.guard;

import org.jspecify.annotations.NullMarked;
