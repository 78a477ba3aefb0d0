/**
 * What a scheduler outside may ask for. Main type: {@link org.waxwing.web.rest.cron.CronResource}. Rule of the house:
 * nobody is signed in here; whoever knows the secret may ask for work, and learns nothing but how much it is.
 */
@NullMarked
package org.waxwing.web.rest.cron;

import org.jspecify.annotations.NullMarked;
