/** Tests of the local run that need no server. Story: {@code org.waxwing.bootstrap.local}. */
@NullMarked
package org.waxwing.bootstrap.local;

import org.jspecify.annotations.NullMarked;
