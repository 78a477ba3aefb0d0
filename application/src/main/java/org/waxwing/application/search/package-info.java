/**
 * Finding mail. Main type: {@link org.waxwing.application.search.SearchMail}. Rule of the house: nothing typed is an
 * error, and what belongs to somebody else is simply not there.
 */
@NullMarked
package org.waxwing.application.search;

import org.jspecify.annotations.NullMarked;
