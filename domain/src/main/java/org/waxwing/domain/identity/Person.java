package org.waxwing.domain.identity;

import org.waxwing.domain.content.UntrustedText;

/**
 * Somebody who signs in.
 *
 * @param name as the identity provider spells it; never empty, at worst the sign-in name
 * @param email the address the identity provider knows; not necessarily a connected account
 */
public record Person(PersonId id, OrganisationId organisation, UntrustedText name, EmailAddress email) {}
