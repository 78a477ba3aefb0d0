/**
 * How the API says no: RFC 9457 problem details. Main types: {@link org.waxwing.web.rest.problem.Problem},
 * {@link org.waxwing.web.rest.problem.ProblemType}. Rule of the house: every refusal has a stable type and a sentence for
 * a person; what went wrong inside stays inside, findable by the number of its incident.
 */
@NullMarked
package org.waxwing.web.rest.problem;

import org.jspecify.annotations.NullMarked;
