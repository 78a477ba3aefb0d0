/**
 * How words of a rule are compared with words of a message. Main type: {@link org.waxwing.domain.rules.text.TextTest}.
 * Rule of the house: no case, and no way of writing the same character, makes a difference; no pattern takes more than a
 * time that grows with the text.
 */
@NullMarked
package org.waxwing.domain.rules.text;

import org.jspecify.annotations.NullMarked;
