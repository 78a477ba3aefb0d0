package org.waxwing.domain.sorting;

/** Whether the sender of a message was let in. */
public enum Admission {
    /** Its sender is known or was let in. */
    IN,
    /** Its sender wrote for the first time, and nobody has decided about them yet. */
    WAITING,
    /** Its reader wants nothing of its sender. */
    OUT
}
