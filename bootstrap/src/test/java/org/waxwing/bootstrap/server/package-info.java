/** Tests of the server's assembly that need no server. Story: {@code org.waxwing.bootstrap.server}. */
@NullMarked
package org.waxwing.bootstrap.server;

import org.jspecify.annotations.NullMarked;
