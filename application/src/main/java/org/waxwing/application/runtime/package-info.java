/**
 * Ports that exist because we run in a server: transactions, events, live updates, ids, limits.
 * Main type: {@link org.waxwing.application.runtime.Transactions}. Rule of the house: a transaction always acts for
 * somebody, and nothing slow happens inside one. Implemented in {@code adapters/runtime-jakarta},
 * {@code adapters/persistence-jpa} and {@code adapters/messaging-jms}.
 */
@NullMarked
package org.waxwing.application.runtime;

import org.jspecify.annotations.NullMarked;
