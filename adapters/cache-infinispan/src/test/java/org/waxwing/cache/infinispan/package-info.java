/** Tests of the rate limits on a real cache. */
@NullMarked
package org.waxwing.cache.infinispan;

import org.jspecify.annotations.NullMarked;
