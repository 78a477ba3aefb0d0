/**
 * What tests of use cases stand on, published for those of the adapters: a {@link org.waxwing.application.world.House}
 * with every use case on ports in memory, and those ports for themselves. Rule of the house: each keeps the contract of
 * its port, and time passes only when a test says so.
 */
@NullMarked
package org.waxwing.application.world;

import org.jspecify.annotations.NullMarked;
