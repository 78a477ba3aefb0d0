/**
 * Where mail belongs and why, who is let in, and what was taught, over the API. Main types:
 * {@link org.waxwing.web.rest.sorting.ScreenerResource} and {@link org.waxwing.web.rest.sorting.SortingResource}. The
 * story continues in {@code org.waxwing.application.sorting} and {@code org.waxwing.application.screening}.
 */
@NullMarked
package org.waxwing.web.rest.sorting;

import org.jspecify.annotations.NullMarked;
