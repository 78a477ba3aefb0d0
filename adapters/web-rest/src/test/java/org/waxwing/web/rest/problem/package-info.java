/** Problems as they are sent. Rule of the house: what clients rely on is spelt out here. */
@NullMarked
package org.waxwing.web.rest.problem;

import org.jspecify.annotations.NullMarked;
