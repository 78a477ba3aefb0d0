/** Tests of what a scheduler outside may ask for. */
@NullMarked
package org.waxwing.web.rest.cron;

import org.jspecify.annotations.NullMarked;
