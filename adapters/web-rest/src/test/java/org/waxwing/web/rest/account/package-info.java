/** Forms as people fill them in. Rule of the house: a form with three mistakes is told all three. */
@NullMarked
package org.waxwing.web.rest.account;

import org.jspecify.annotations.NullMarked;
