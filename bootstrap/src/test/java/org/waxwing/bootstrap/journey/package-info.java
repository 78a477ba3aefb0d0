/**
 * Journeys of people and programs through the running product: real server, database, broker, identity provider, mail
 * server and browser. Main type: {@link org.waxwing.bootstrap.journey.Stage}. Rule of the house: everything runs on free
 * ports with data of its own, and stops with the tests.
 */
@NullMarked
package org.waxwing.bootstrap.journey;

import org.jspecify.annotations.NullMarked;
