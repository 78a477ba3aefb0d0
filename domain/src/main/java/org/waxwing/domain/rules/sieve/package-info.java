/**
 * Scripts of other programs that become rules: Sieve (RFC 5228) with the extensions that people's scripts use. Main type:
 * {@link org.waxwing.domain.rules.sieve.SieveImport}. Rule of the house: a script is a stranger's text and may be of any
 * size and shape; whatever of it does not become a rule, or means something else here, is told with its line.
 */
@NullMarked
package org.waxwing.domain.rules.sieve;

import org.jspecify.annotations.NullMarked;
