package org.waxwing.domain.sending;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.waxwing.domain.account.AccountId;

/**
 * Something that is to be sent once. An attempt is noted before anything is said to a server, and once more right before
 * the last word, behind which the server may have taken it: so whoever finds an attempt that nobody goes on with knows
 * whether to begin again or to leave it.
 *
 * @param reference the id of the rule that wants it
 * @param attempts how often it was begun; tells one attempt from another
 * @param begunAt when the latest attempt was begun; when it was written, as long as there is none
 * @param dueAt when it is to be looked at: its next attempt, or the end of the hold of the one that goes on
 * @param trouble what went wrong last, or why it waits
 */
public record Errand(
        ErrandId id,
        AccountId account,
        String reference,
        Occasion occasion,
        Task task,
        State state,
        int attempts,
        Instant writtenAt,
        Instant begunAt,
        Instant dueAt,
        Trouble trouble) {
    /** How far it is. */
    public enum State {
        /** For its next attempt. */
        WAITING,
        /** Somebody is at it, and has not said the last word. */
        TRYING,
        /** Somebody has said the last word, or is about to. */
        ENDING,
        /** A server has taken it. */
        SENT,
        /** It will not be sent. */
        FAILED,
        /** Nobody knows whether it was, and it will not be tried again. */
        UNCERTAIN;

        /** Whether anything is left to be done. */
        public boolean isOpen() {
            return this == WAITING || this == TRYING || this == ENDING;
        }
    }

    /** How long it is tried. */
    public static final Duration PATIENCE = Duration.ofHours(24);

    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(30), Duration.ofHours(2),
            Duration.ofHours(4), Duration.ofHours(8));

    /** A new one, due at once. */
    public static Errand written(
            ErrandId id, AccountId account, String reference, Occasion occasion, Task task, Instant now) {
        return new Errand(id, account, reference, occasion, task, State.WAITING, 0, now, now, now, Trouble.NONE);
    }

    /** Whether it is time to look at it. */
    public boolean isDue(Instant now) {
        return state.isOpen() && !dueAt.isAfter(now);
    }

    /** Whether attempt after attempt broke off for so long that there is no sense in another. */
    public boolean isWorn(Instant now) {
        return state == State.TRYING && !writtenAt.plus(PATIENCE).isAfter(now);
    }

    /**
     * The next attempt, which is given up when it does not end in time.
     *
     * @throws IllegalStateException the last word may have been said already
     */
    public Errand begun(Instant now, Instant until) {
        if (state != State.WAITING && state != State.TRYING)
            throw new IllegalStateException("It may have been sent: " + state);
        return new Errand(
                id, account, reference, occasion, task, State.TRYING, attempts + 1, writtenAt, now, until, trouble);
    }

    /** Right before the last word. */
    public Errand ending() {
        return in(State.ENDING, dueAt, trouble);
    }

    /** A server has it. */
    public Errand sent(Instant now) {
        return in(State.SENT, now, Trouble.NONE);
    }

    /** It will not be sent. */
    public Errand failed(Trouble why, Instant now) {
        return in(State.FAILED, now, why);
    }

    /** Nobody knows. */
    public Errand uncertain(Instant now) {
        return in(State.UNCERTAIN, now, Trouble.ANSWER_LOST);
    }

    /** Tried again after a pause that grows, or given up when it has been tried for {@link #PATIENCE}. */
    public Errand later(Trouble why, Instant now) {
        var next = now.plus(PAUSES.get(Math.clamp(attempts - 1L, 0, PAUSES.size() - 1)));
        return next.isAfter(writtenAt.plus(PATIENCE)) ? failed(why, now) : in(State.WAITING, next, why);
    }

    /** Left for a while without an attempt. */
    public Errand putOff(Trouble why, Instant until) {
        return in(State.WAITING, until, why);
    }

    /**
     * Whether this is the same attempt as {@code other}, and what became of it is still to be noted. One of which nobody
     * knew what became may become known after all.
     */
    public boolean isStill(Errand other) {
        return id.equals(other.id) && attempts == other.attempts
                && (state == State.TRYING || state == State.ENDING || state == State.UNCERTAIN);
    }

    private Errand in(State now, Instant due, Trouble why) {
        return new Errand(id, account, reference, occasion, task, now, attempts, writtenAt, begunAt, due, why);
    }
}
