package org.waxwing.application.planted2;

import org.waxwing.application.planted.DoTwoThings;

/** Closes the circle. */
public record Accomplice(DoTwoThings offender) {}
