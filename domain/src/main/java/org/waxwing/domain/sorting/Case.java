package org.waxwing.domain.sorting;

import java.util.List;
import org.waxwing.domain.signs.Signs;

/**
 * All that is known about where a message belongs.
 *
 * @param taught the lesson of its reader that is about it: one or none
 */
public record Case(Signs signs, Relationship relationship, List<Lesson> taught, Leaning leaning) {
    public Case {
        taught = List.copyOf(taught);
        if (taught.size() > 1) throw new IllegalArgumentException("One lesson holds at a time: " + taught.size());
    }

    /** Of a message about which nothing was taught. */
    public static Case of(Signs signs, Relationship relationship) {
        return new Case(signs, relationship, List.of(), Leaning.NONE);
    }

    /** With the lesson that is about it. */
    public Case taught(Lesson lesson) {
        return new Case(signs, relationship, List.of(lesson), leaning);
    }

    /** With what habits say. */
    public Case leaning(Leaning habits) {
        return new Case(signs, relationship, taught, habits);
    }
}
