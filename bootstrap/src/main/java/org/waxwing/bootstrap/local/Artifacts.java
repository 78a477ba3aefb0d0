package org.waxwing.bootstrap.local;

import java.nio.file.Path;

/**
 * What Maven hands over: servers from its repository, and our own files.
 *
 * @param wildfly the WildFly zip
 * @param keycloak the Keycloak tar.gz
 * @param driver the PostgreSQL driver's jar
 * @param scripts the folder with the CLI scripts
 * @param realms the folder with the Keycloak realm and what the local run adds to it
 * @param deployable the WAR, as a file or unpacked
 */
public record Artifacts(Path wildfly, Path keycloak, Path driver, Path scripts, Path realms, Path deployable) {

    /** Reads the system properties {@code waxwing.<component>}, which the build sets for the launcher and the tests. */
    public static Artifacts ofSystemProperties() {
        return new Artifacts(
                path("wildfly"), path("keycloak"), path("driver"), path("scripts"), path("realms"), path("deployable"));
    }

    private static Path path(String name) {
        String value = System.getProperty("waxwing." + name, "");
        if (value.isBlank()) throw new IllegalStateException("System property waxwing." + name + " is not set");
        return Path.of(value);
    }
}
