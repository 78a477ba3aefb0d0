/**
 * What tests of this house stand on, published for those of the adapters: a {@link org.waxwing.domain.world.World} of
 * stores, builders that speak mail, and fakes that keep the contracts of their ports. Rule of the house: every fake is
 * proven by the same contract as the real thing, and everything that a test does not mention is valid and dull.
 */
@NullMarked
package org.waxwing.domain.world;

import org.jspecify.annotations.NullMarked;
