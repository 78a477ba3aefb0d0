package org.waxwing.bootstrap.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The PostgreSQL driver as a JBoss module, which is how a datasource finds it. */
final class DriverModule {
    private DriverModule() {}

    static void install(Path driver, Path home) throws IOException {
        Path module = Files.createDirectories(home.resolve("modules/org/postgresql/main"));
        String name = driver.getFileName().toString();
        Files.copy(driver, module.resolve(name));
        Files.writeString(module.resolve("module.xml"), descriptor(name));
    }

    static String descriptor(String jar) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <module xmlns="urn:jboss:module:1.9" name="org.postgresql">
                  <resources>
                    <resource-root path="%s"/>
                  </resources>
                  <dependencies>
                    <module name="java.se"/>
                    <module name="jdk.net"/>
                    <module name="jakarta.transaction.api"/>
                  </dependencies>
                </module>
                """
                .formatted(jar);
    }
}
