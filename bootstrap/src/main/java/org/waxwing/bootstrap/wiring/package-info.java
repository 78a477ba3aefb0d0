/**
 * Who gets whom: one class a capability, with a line or two for each port and use case, so that the whole object graph
 * can be read. Rule of the house: nothing else in Waxwing knows which adapter stands behind a port, and what varies is
 * chosen here from {@link org.waxwing.bootstrap.settings.Settings}. Start with
 * {@link org.waxwing.bootstrap.wiring.RuntimeWiring}.
 */
@NullMarked
package org.waxwing.bootstrap.wiring;

import org.jspecify.annotations.NullMarked;
