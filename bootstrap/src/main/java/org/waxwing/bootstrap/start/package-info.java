/**
 * How the application starts, stops and says that it is well. Main type: {@link org.waxwing.bootstrap.start.StartUp}.
 * Rule of the house: nothing works on a schema that is not migrated.
 */
@NullMarked
package org.waxwing.bootstrap.start;

import org.jspecify.annotations.NullMarked;
