/**
 * Synchronisation on real parts while something goes wrong: PostgreSQL, a folder of bytes, and an IMAP server behind a
 * line that breaks. Main type: {@link org.waxwing.bootstrap.faults.Lab}.
 */
@NullMarked
package org.waxwing.bootstrap.faults;

import org.jspecify.annotations.NullMarked;
