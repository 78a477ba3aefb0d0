/**
 * Attacks on the sanitiser, and newsletters that must survive it. Main type:
 * {@link org.waxwing.html.owasp.SanitiserAttackTest}. Rule of the house: what the result may contain is checked tag by
 * tag against lists of this package's own, not by looking for the attack.
 */
@NullMarked
package org.waxwing.html.owasp;

import org.jspecify.annotations.NullMarked;
