package org.waxwing.domain.rules;

import org.waxwing.domain.identity.OrganisationId;
import org.waxwing.domain.identity.PersonId;

/** Whose a rule is: who may change it, and whose mail it is for. */
public sealed interface RuleOwner {
    /** A person, for the mail of their accounts. */
    record Somebody(PersonId person) implements RuleOwner {}

    /** An organisation, for the mail of everybody in it. */
    record Organisation(OrganisationId organisation) implements RuleOwner {}
}
