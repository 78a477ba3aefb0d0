/** Tests of this room. */
@NullMarked
package org.waxwing.web.rest.rules;

import org.jspecify.annotations.NullMarked;
