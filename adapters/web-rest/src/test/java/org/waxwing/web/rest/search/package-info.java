/** Ranges, names and parameters as strangers send them. Rule of the house: what may not happen is tried. */
@NullMarked
package org.waxwing.web.rest.search;

import org.jspecify.annotations.NullMarked;
