package org.waxwing.domain.learning;

/** What was learned of how a person sorts. Needs an open transaction of the person. */
public interface HabitStore {
    /** What was learned last; {@link Habits#NONE} when nothing was, or by an older version. */
    Habits habits();

    /** Keeps what was learned. */
    void keep(Habits habits);
}
