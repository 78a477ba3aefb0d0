package org.waxwing.domain.triage;

import java.time.Instant;

/**
 * Where a conversation stands. What is snoozed, on a pile or muted is not in the Imbox; its folders show it as ever.
 *
 * @param muted new messages neither bring it to the Imbox nor are announced
 */
public record Standing(Place place, boolean muted, Comeback comeback) {
    /** Nobody has said anything about it: its folders alone decide where it is listed. */
    public static final Standing USUAL = new Standing(new Place.Usual(), false, new Comeback.None());

    /** Where it waits. */
    public sealed interface Place {
        /** Nowhere: it is where its folders show it. */
        record Usual() implements Place {}

        /** Out of sight until a moment. */
        record Snoozed(Instant since, Instant until) implements Place {}

        /** On a pile. */
        record OnPile(Pile pile, Instant since) implements Place {}
    }

    /** What conversations are put on to be dealt with together. */
    public enum Pile {
        LATER,
        SET_ASIDE
    }

    /** Whether it came back to the Imbox, where it stands by that moment then. */
    public sealed interface Comeback {
        /** It did not. */
        record None() implements Comeback {}

        /**
         * It did.
         *
         * @param seen whether it was opened since; until then it is as new
         * @param held whether it stays in the Imbox although no message of it is in the inbox
         */
        record Came(Instant at, boolean seen, boolean held) implements Comeback {}
    }

    /** Whether it is kept out of the Imbox. */
    public boolean isAway() {
        return muted || !(place instanceof Place.Usual);
    }

    /** Whether it came back and was not opened since. */
    public boolean isFresh() {
        return comeback instanceof Comeback.Came(var at, var seen, var held) && !seen;
    }

    /** Out of sight until then. */
    public Standing snoozed(Instant until, Instant now) {
        return new Standing(new Place.Snoozed(now, until), false, new Comeback.None());
    }

    /** On a pile; where it lies there already, it stays where it is. */
    public Standing on(Pile pile, Instant now) {
        if (place instanceof Place.OnPile(var there, var since) && there == pile && !muted) return this;
        return new Standing(new Place.OnPile(pile, now), false, new Comeback.None());
    }

    /**
     * Returned by hand.
     *
     * @param outside whether no message of it is in the inbox, so that it has to be held in the Imbox
     */
    public Standing back(boolean outside, Instant now) {
        if (place instanceof Place.Usual) return this;
        return new Standing(new Place.Usual(), muted,
                outside ? new Comeback.Came(now, true, true) : new Comeback.None());
    }

    /** Returned by time or by an answer: at the top of the Imbox, as new. */
    public Standing awoken(boolean outside, Instant now) {
        if (!(place instanceof Place.Snoozed)) return this;
        return new Standing(new Place.Usual(), muted, new Comeback.Came(now, false, outside));
    }

    /** Kept out of the Imbox whatever arrives. */
    public Standing silenced() {
        return new Standing(new Place.Usual(), true, new Comeback.None());
    }

    /** No more kept out. */
    public Standing heard() {
        return muted ? new Standing(place, false, comeback) : this;
    }

    /** Opened. */
    public Standing opened() {
        return comeback instanceof Comeback.Came(var at, var seen, var held) && !seen
                ? new Standing(place, muted, new Comeback.Came(at, true, held))
                : this;
    }

    /** Dealt with: it waits nowhere any more. That it is muted stays. */
    public Standing dealtWith() {
        return new Standing(new Place.Usual(), muted, new Comeback.None());
    }
}
