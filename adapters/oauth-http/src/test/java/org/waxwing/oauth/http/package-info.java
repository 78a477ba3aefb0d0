/** OAuth, spoken to a server on loopback that says what a test wants. */
@NullMarked
package org.waxwing.oauth.http;

import org.jspecify.annotations.NullMarked;
