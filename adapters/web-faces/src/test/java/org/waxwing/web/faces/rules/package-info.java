/** Tests of this room. */
@NullMarked
package org.waxwing.web.faces.rules;

import org.jspecify.annotations.NullMarked;
