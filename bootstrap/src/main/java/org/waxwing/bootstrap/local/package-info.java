/**
 * Waxwing on one machine by one command: PostgreSQL, Keycloak, the demo mail server and WildFly as children that never
 * outlive the launcher. {@link org.waxwing.bootstrap.local.LocalStack} is the composition, used by
 * {@link org.waxwing.bootstrap.local.Launcher} and by the integration tests alike. Rule of the house: everything listens
 * on 127.0.0.1, everything that is kept lies in one data folder, everything that can be made once is cached.
 */
@NullMarked
package org.waxwing.bootstrap.local;

import org.jspecify.annotations.NullMarked;
