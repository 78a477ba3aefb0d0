/** Tests of who gets whom. */
@NullMarked
package org.waxwing.bootstrap.wiring;

import org.jspecify.annotations.NullMarked;
