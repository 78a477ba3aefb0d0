/**
 * Who: organisations, the people in them, and the addresses that mail is written from and to.
 * Main type: {@link org.waxwing.domain.identity.Person}. Rule of the house: everything that is stored belongs to one
 * person, and is seen by nobody else. The story continues in {@code org.waxwing.domain.account}.
 */
@NullMarked
package org.waxwing.domain.identity;

import org.jspecify.annotations.NullMarked;
