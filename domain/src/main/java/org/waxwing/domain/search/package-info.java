/**
 * Finding mail by its words. Main type: {@link org.waxwing.domain.search.EmailIndex}. Rule of the house: whatever was
 * typed is a search, words are compared without regard to case and accents, and the total is exact. The story continues
 * in {@code org.waxwing.application.search}.
 */
@NullMarked
package org.waxwing.domain.search;

import org.jspecify.annotations.NullMarked;
