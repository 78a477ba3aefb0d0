package org.waxwing.application.rules;

import org.waxwing.domain.identity.PersonId;

/**
 * Who changes rules.
 *
 * @param administrator whether they may change those of their organisation, too
 */
public record Editor(PersonId person, boolean administrator) {}
