/**
 * What all nodes share for a short while, in Infinispan. Main type:
 * {@link org.waxwing.cache.infinispan.InfinispanAttemptLimit}. Rule of the house: nothing here is the only copy of
 * anything; losing it costs time, never mail.
 */
@NullMarked
package org.waxwing.cache.infinispan;

import org.jspecify.annotations.NullMarked;
