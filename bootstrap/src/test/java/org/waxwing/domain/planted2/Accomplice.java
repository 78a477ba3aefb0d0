package org.waxwing.domain.planted2;

import org.waxwing.domain.planted.Offender;

/** Closes the circle. */
public record Accomplice(Offender offender) {}
