/**
 * What happens next: the events of the house and the one switch that hands each to its use case.
 * Main type: {@link org.waxwing.application.flow.MailFlow}. Rule of the house: an event commits together with the rows
 * it tells of and is delivered at least once, so every use case behind the switch can be repeated.
 */
@NullMarked
package org.waxwing.application.flow;

import org.jspecify.annotations.NullMarked;
