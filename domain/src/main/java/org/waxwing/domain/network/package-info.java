/**
 * Where the public internet ends. Main type: {@link org.waxwing.domain.network.PrivateNetworks}. Rule of the house: nothing
 * is looked up here; an address is judged by itself. Used by adapters that connect to hosts which people or mail named.
 */
@NullMarked
package org.waxwing.domain.network;

import org.jspecify.annotations.NullMarked;
