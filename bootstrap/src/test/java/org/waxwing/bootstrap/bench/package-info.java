/**
 * How fast the running product is, beside its peers in the same run: a private Dovecot, mbsync, and what the database
 * takes by plain SQL. Main type: {@link org.waxwing.bootstrap.bench.Benchmark}, started by {@code mvn -Pbench} and by
 * nothing else. Rule of the house: every figure has a peer measured on the same machine in the same minute, or says that
 * it has none; what is missed is said, never an error.
 */
@NullMarked
package org.waxwing.bootstrap.bench;

import org.jspecify.annotations.NullMarked;
