package org.waxwing.application.runtime;

import java.util.function.Supplier;

/**
 * The only door to a transaction. There is no transaction without an actor: the store shows each transaction only what
 * its actor may see, and shows nothing outside of one.
 */
public interface Transactions {
    /**
     * Does {@code work} in one new transaction for {@code actor}; commits when it returns, rolls back when it throws,
     * and throws when the commit fails. Never nested.
     */
    <T> T call(Actor actor, Supplier<T> work);

    /** As {@link #call}, without a result. */
    default void run(Actor actor, Runnable work) {
        Supplier<Boolean> quiet = () -> {
            work.run();
            return true;
        };
        call(actor, quiet);
    }

    /** Does {@code task} once the running transaction has committed; never when it rolls back. */
    void afterCommit(Runnable task);
}
