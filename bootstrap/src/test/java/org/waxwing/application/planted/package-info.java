/** Offenders against the rules of the application ring. */
@NullMarked
package org.waxwing.application.planted;

import org.jspecify.annotations.NullMarked;
