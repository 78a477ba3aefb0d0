/**
 * What a person did to their mail: applied here at once, and carried to the server in order by a queue that survives
 * anything. Main types: {@link org.waxwing.domain.change.ChangeQueue},
 * {@link org.waxwing.domain.change.WaitingChange}. Rule of the house: our copy shows what the person wants, the queue
 * remembers what the server does not know yet; where both changed the same, the server's newest state wins. The story
 * continues in {@code org.waxwing.application.change}.
 */
@NullMarked
package org.waxwing.domain.change;

import org.jspecify.annotations.NullMarked;
