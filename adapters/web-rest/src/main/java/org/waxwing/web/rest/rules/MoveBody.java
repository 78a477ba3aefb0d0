package org.waxwing.web.rest.rules;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where a rule is to stand, for the API's description.
 *
 * @param position among the rules of its owner, counted from 0
 */
@Schema(name = "RuleMove")
public record MoveBody(@Schema(required = true, minimum = "0") int position) {}
