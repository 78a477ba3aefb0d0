package org.waxwing.domain.signs;

/** Where a topic was met. The names are stored. */
public enum Mention {
    /** Once in the text. */
    ONCE,
    /** Several times in the text. */
    OFTEN,
    /** In the subject. */
    SUBJECT,
    /** In the subject and in the text. */
    THROUGHOUT;

    /** Whether the subject is about it. */
    public boolean isInSubject() {
        return this == SUBJECT || this == THROUGHOUT;
    }

    /** What both say together. */
    Mention and(Mention other) {
        boolean subject = this == SUBJECT || other == SUBJECT;
        if (subject && this != other) return THROUGHOUT;
        return compareTo(other) >= 0 ? this : other;
    }
}
