/** Tests of what travels over the broker. */
@NullMarked
package org.waxwing.messaging.jms;

import org.jspecify.annotations.NullMarked;
