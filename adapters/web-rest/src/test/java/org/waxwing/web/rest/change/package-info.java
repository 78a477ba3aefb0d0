@NullMarked
package org.waxwing.web.rest.change;

import org.jspecify.annotations.NullMarked;
