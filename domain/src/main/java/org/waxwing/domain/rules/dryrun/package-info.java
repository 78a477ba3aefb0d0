/**
 * What a rule would do to what is already there. Main type: {@link org.waxwing.domain.rules.dryrun.DryRun}. Rule of the
 * house: it is asked the same way as mail that arrives, and nothing is changed by asking.
 */
@NullMarked
package org.waxwing.domain.rules.dryrun;

import org.jspecify.annotations.NullMarked;
