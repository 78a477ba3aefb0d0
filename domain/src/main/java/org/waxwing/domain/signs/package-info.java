/**
 * What a message shows of the kind of mail it is, seen once at arrival and kept beside it, so that stored mail can be
 * sorted again without being read again. Main types: {@link org.waxwing.domain.signs.SignReader}, which looks, and
 * {@link org.waxwing.domain.signs.Signs}, what it saw. Rule of the house: signs are facts without a judgement, and
 * looking takes time in proportion to what is looked at, whatever a stranger sends. What they mean is weighed in
 * {@code org.waxwing.domain.sorting}.
 */
@NullMarked
package org.waxwing.domain.signs;

import org.jspecify.annotations.NullMarked;
