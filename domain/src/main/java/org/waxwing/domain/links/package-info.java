/**
 * Where links really lead, and by what a reader could be led astray. Main type:
 * {@link org.waxwing.domain.links.LinkCheck}. Rule of the house: a doubt names what is shown and what is true, and is only
 * raised where a careful reader would have stopped too. The story continues in {@code org.waxwing.domain.authenticity},
 * which judges senders by the same means.
 */
@NullMarked
package org.waxwing.domain.links;

import org.jspecify.annotations.NullMarked;
