/** Tests of the pages. */
@NullMarked
package org.waxwing.web.faces.account;

import org.jspecify.annotations.NullMarked;
