/**
 * The rules of the house as tests, and planted offenders that prove each of them can fail. Main type:
 * {@link org.waxwing.bootstrap.rules.HouseRules}. Rule of the house: a rule says why. The offenders live in packages
 * named {@code planted}, in the rooms they break into.
 */
@NullMarked
package org.waxwing.bootstrap.rules;

import org.jspecify.annotations.NullMarked;
