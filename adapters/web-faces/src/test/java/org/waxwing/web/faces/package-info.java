/** Tests of the pages. */
@NullMarked
package org.waxwing.web.faces;

import org.jspecify.annotations.NullMarked;
