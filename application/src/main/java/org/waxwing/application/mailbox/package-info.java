/**
 * Reading mail: one use case for each thing a page or an API client can ask for. Main type:
 * {@link org.waxwing.application.mailbox.OpenThread}. Rule of the house: what belongs to somebody else is simply not
 * there. The HTML of a message leaves only sanitised.
 */
@NullMarked
package org.waxwing.application.mailbox;

import org.jspecify.annotations.NullMarked;
