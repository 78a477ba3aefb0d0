/**
 * Putting mail where it belongs, and how well that is done.
 * Main type: {@link org.waxwing.application.sorting.EvaluateSorting}. Rule of the house: what is measured is what the
 * product does, on mail that it was not made with.
 */
@NullMarked
package org.waxwing.application.sorting;

import org.jspecify.annotations.NullMarked;
