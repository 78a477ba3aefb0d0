package org.waxwing.domain.rules;

import java.util.Optional;

/**
 * The rules that people and organisations made. Needs an open transaction: of the person whose rules they are, or of
 * anybody in the organisation. Whether somebody may change the rules of their organisation is for the caller to know.
 */
public interface RuleStore {
    /** The rules of this owner; {@link RuleBook#emptyOf} when there never were any, or they are not the actor's to see. */
    RuleBook of(RuleOwner owner);

    /**
     * Keeps these in the place of all that their owner had.
     *
     * @return them under their new version; nothing, and nothing is kept, when the version is no longer the one they were
     *     made from
     */
    Optional<RuleBook> keep(RuleBook changed);
}
