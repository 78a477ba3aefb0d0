/** Tests of the pages. */
@NullMarked
package org.waxwing.web.faces.mail;

import org.jspecify.annotations.NullMarked;
