/**
 * The page of rules. Main type: {@link org.waxwing.web.faces.rules.RulesPage}. Rule of the house: a rule is shown as the
 * sentence it means, in the viewer's language; it is changed over the API, whose JSON the editor reads and writes.
 */
@NullMarked
package org.waxwing.web.faces.rules;

import org.jspecify.annotations.NullMarked;
