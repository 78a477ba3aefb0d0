/**
 * Bringing snoozed conversations back. Main type: {@link org.waxwing.application.triage.WakeConversations}. Rule of the
 * house: whoever is woken twice was woken once. How they got there is the business of
 * {@code org.waxwing.application.change}.
 */
@NullMarked
package org.waxwing.application.triage;

import org.jspecify.annotations.NullMarked;
