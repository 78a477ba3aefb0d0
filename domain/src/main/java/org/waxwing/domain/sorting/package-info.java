/**
 * Where mail belongs and why: what a message shows of itself and of those it is between, weighed without any model.
 * Main type: {@link org.waxwing.domain.sorting.Category}. Rule of the house: what may be personal is never hidden; whatever
 * is decided can be told in words.
 */
@NullMarked
package org.waxwing.domain.sorting;

import org.jspecify.annotations.NullMarked;
