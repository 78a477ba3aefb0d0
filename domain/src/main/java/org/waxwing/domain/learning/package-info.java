/**
 * How a person sorts, learned from what they corrected. Main type: {@link org.waxwing.domain.learning.Habits}. Rule of the
 * house: habits are followed only where they have proved better than the rules on examples they had not seen, and they
 * shift the odds a little, never more. Single decisions, which hold without proof, are in
 * {@code org.waxwing.domain.sorting}.
 */
@NullMarked
package org.waxwing.domain.learning;

import org.jspecify.annotations.NullMarked;
