/**
 * Doing something to mail over the API, undoing it, and hearing what servers refused. Main type:
 * {@link org.waxwing.web.rest.change.ActionsResource}. Rule of the house: a request is read to its end, so that everything
 * that is wrong with it is told at once; ids that name nothing are passed over. The story continues in
 * {@code org.waxwing.application.change}.
 */
@NullMarked
package org.waxwing.web.rest.change;

import org.jspecify.annotations.NullMarked;
