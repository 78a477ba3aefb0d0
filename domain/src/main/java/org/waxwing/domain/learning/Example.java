package org.waxwing.domain.learning;

import org.waxwing.domain.signs.Signs;
import org.waxwing.domain.sorting.Category;
import org.waxwing.domain.sorting.Relationship;

/**
 * A message of which its reader has said where it belongs.
 *
 * @param senderDomain of the author, in lower case; empty when there is none
 */
public record Example(Signs signs, Relationship relationship, String senderDomain, Category right) {}
