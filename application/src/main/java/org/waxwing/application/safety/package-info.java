/**
 * Reading without being read: who a message is from, what is suspicious about it, and pictures that tell nobody. Main type:
 * {@link org.waxwing.application.safety.AssessThread}. Rule of the house: nothing is fetched for a reader that they have
 * not asked for. The story continues in {@code org.waxwing.domain.authenticity} and {@code org.waxwing.domain.images}.
 */
@NullMarked
package org.waxwing.application.safety;

import org.jspecify.annotations.NullMarked;
