package org.waxwing.runtime.jakarta;

import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.Transactions;

/** Transactions by JTA. The first thing that happens in each is that its actor enters the database. */
public class JtaTransactions implements Transactions {
    private static final Logger LOG = Logger.getLogger(JtaTransactions.class);

    private final UserTransaction jta;
    private final Consumer<Actor> enter;
    // the tasks of the running transaction; null outside of one
    private static final ThreadLocal<@Nullable List<Runnable>> AFTERWARDS = new ThreadLocal<>();

    /**
     * Transactions that begin by letting their actor enter.
     *
     * @param enter tells the database who acts; runs inside the new transaction
     */
    public JtaTransactions(UserTransaction jta, Consumer<Actor> enter) {
        this.jta = jta;
        this.enter = enter;
    }

    @Override
    public <T> T call(Actor actor, Supplier<T> work) {
        var tasks = new ArrayList<Runnable>();
        begin(tasks);
        T result;
        try {
            enter.accept(actor);
            result = work.get();
        } catch (RuntimeException | Error e) {
            rollback(e);
            throw e;
        }
        commit();
        tasks.forEach(JtaTransactions::runQuietly);
        return result;
    }

    @Override
    public void afterCommit(Runnable task) {
        var tasks = AFTERWARDS.get();
        if (tasks == null) throw new IllegalStateException("There is no transaction that could commit");
        tasks.add(task);
    }

    private void begin(List<Runnable> tasks) {
        try {
            if (jta.getStatus() != Status.STATUS_NO_TRANSACTION)
                throw new IllegalStateException("Transactions are never nested");
            jta.begin();
        } catch (NotSupportedException | SystemException e) {
            throw new IllegalStateException("No transaction could begin", e);
        }
        AFTERWARDS.set(tasks);
    }

    private void commit() {
        AFTERWARDS.remove();
        try {
            jta.commit();
        } catch (RollbackException | HeuristicMixedException | HeuristicRollbackException | SystemException e) {
            throw new IllegalStateException("The transaction did not commit", e);
        }
    }

    private void rollback(Throwable because) {
        AFTERWARDS.remove();
        try {
            jta.rollback();
        } catch (SystemException | RuntimeException e) {
            because.addSuppressed(e);
        }
    }

    // what was committed stays so; a task that fails must not make it look otherwise
    private static void runQuietly(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.warn("A task after a commit failed", e);
        }
    }
}
