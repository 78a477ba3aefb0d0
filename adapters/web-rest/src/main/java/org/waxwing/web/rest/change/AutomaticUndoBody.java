package org.waxwing.web.rest.change;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What that rules did is to be taken back: one of these three ways.
 *
 * @param messageId what they did to that message and its conversation
 * @param actionId of that only what this action of a rule did; with messageId
 * @param ruleId what that rule did
 * @param since what any did from then on, as RFC 3339 writes it
 * @param until and before that; now when it is left out
 */
@Schema(name = "AutomaticUndo")
public record AutomaticUndoBody(String messageId, String actionId, String ruleId, String since, String until) {}
