/** Tests of transactions, ids and pumps without a server. */
@NullMarked
package org.waxwing.runtime.jakarta;

import org.jspecify.annotations.NullMarked;
