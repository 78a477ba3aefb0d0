package org.waxwing.runtime.jakarta;

import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.UserTransaction;
import java.util.ArrayList;
import java.util.List;

/** A transaction manager that does nothing but remember what it was told. */
final class CountingJta implements UserTransaction {
    final List<String> told = new ArrayList<>();
    boolean refusesToCommit;
    private int status = Status.STATUS_NO_TRANSACTION;

    @Override
    public void begin() {
        told.add("begin");
        status = Status.STATUS_ACTIVE;
    }

    @Override
    public void commit() throws RollbackException {
        status = Status.STATUS_NO_TRANSACTION;
        if (refusesToCommit) throw new RollbackException("on purpose");
        told.add("commit");
    }

    @Override
    public void rollback() {
        told.add("rollback");
        status = Status.STATUS_NO_TRANSACTION;
    }

    @Override
    public void setRollbackOnly() {
        status = Status.STATUS_MARKED_ROLLBACK;
    }

    @Override
    public int getStatus() {
        return status;
    }

    @Override
    public void setTransactionTimeout(int seconds) {
        // transactions here end at once
    }
}
