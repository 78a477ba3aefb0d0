/**
 * Rules over the API. Main type: {@link org.waxwing.web.rest.rules.RulesResource}. Rule of the house: how a rule looks as
 * JSON is told in {@code org.waxwing.domain.rules.json} alone; here is only what goes round it. The story continues in
 * {@code org.waxwing.application.rules}.
 */
@NullMarked
package org.waxwing.web.rest.rules;

import org.jspecify.annotations.NullMarked;
