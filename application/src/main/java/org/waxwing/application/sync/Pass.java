package org.waxwing.application.sync;

import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.identity.PersonId;

/** One comparison of an account with its server, by the holder of its claim; belongs to one thread. */
final class Pass {
    private final PersonId owner;
    private final AccountId account;
    private final String holder;
    private long done;
    private long total;

    Pass(PersonId owner, AccountId account, String holder) {
        this.owner = owner;
        this.account = account;
        this.holder = holder;
    }

    PersonId owner() {
        return owner;
    }

    AccountId account() {
        return account;
    }

    String holder() {
        return holder;
    }

    /** Messages of this pass that are dealt with. */
    long done() {
        return done;
    }

    /** Messages that this pass has to deal with, as far as it knows. */
    long total() {
        return total;
    }

    void expects(long messages) {
        total += messages;
    }

    void dealtWith(long messages) {
        done += messages;
    }

    /** Another pass took over, or the account is gone: this one must not write any more. */
    static final class Superseded extends RuntimeException {
        Superseded(AccountId account) {
            super("Lost the claim on account " + account);
        }
    }
}
