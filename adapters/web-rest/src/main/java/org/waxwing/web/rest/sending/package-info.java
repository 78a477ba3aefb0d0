/**
 * To where mail may be passed on. Main type: {@link org.waxwing.web.rest.sending.ForwardingAddressesResource}. Rule of the
 * house: an answer says whether an address was confirmed, and never anything of its code.
 */
@NullMarked
package org.waxwing.web.rest.sending;

import org.jspecify.annotations.NullMarked;
