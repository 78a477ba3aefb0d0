/**
 * Pages for administrators. Main type: {@link org.waxwing.web.faces.admin.EvaluationPage}. Rule of the house: whoever is no
 * administrator finds nothing here, not even that there is something.
 */
@NullMarked
package org.waxwing.web.faces.admin;

import org.jspecify.annotations.NullMarked;
