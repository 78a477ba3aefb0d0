/**
 * Where mail belongs and why: what a message shows of itself and of those it is between, weighed without any model, and
 * what its reader has taught. Main types: {@link org.waxwing.domain.sorting.Classifier} and
 * {@link org.waxwing.domain.sorting.Lessons}. Rule of the house: what may be personal is never hidden; whatever is
 * decided can be told in words. What is looked at is in {@code org.waxwing.domain.signs}, what is learned from many
 * corrections in {@code org.waxwing.domain.learning}.
 */
@NullMarked
package org.waxwing.domain.sorting;

import org.jspecify.annotations.NullMarked;
