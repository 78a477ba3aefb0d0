/**
 * The WildFly home that Waxwing runs on: the distribution, our CLI scripts and the PostgreSQL driver become one
 * read-only folder. {@link org.waxwing.bootstrap.server.ServerAssembly} is the room's main type. The scripts in
 * {@code src/main/server} are the only place where the server is configured; the local run, the integration tests and
 * the container image all use the same home. The story continues in {@code org.waxwing.bootstrap.local}.
 */
@NullMarked
package org.waxwing.bootstrap.server;

import org.jspecify.annotations.NullMarked;
