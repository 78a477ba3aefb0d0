/**
 * Rules as JSON: how they are stored, sent, and taken from one Waxwing to another. Main type:
 * {@link org.waxwing.domain.rules.json.RuleJson}. Rule of the house: what is read is a stranger's text and may be of any
 * size and shape; it is bounded before anything is made of it, and whatever is wrong is told with the place where it
 * stands (RFC 6901). Whether a rule makes sense is not asked here, but by {@link org.waxwing.domain.rules.RuleCheck}.
 */
@NullMarked
package org.waxwing.domain.rules.json;

import org.jspecify.annotations.NullMarked;
