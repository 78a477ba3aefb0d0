/**
 * What a Jakarta server gives the use cases: transactions by JTA, background work, ids. Main type:
 * {@link org.waxwing.runtime.jakarta.JtaTransactions}. Rule of the house: no transaction begins without an actor. The
 * ports are in {@code org.waxwing.application.runtime}.
 */
@NullMarked
package org.waxwing.runtime.jakarta;

import org.jspecify.annotations.NullMarked;
