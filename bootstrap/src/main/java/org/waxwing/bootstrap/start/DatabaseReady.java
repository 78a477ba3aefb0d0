package org.waxwing.bootstrap.start;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.waxwing.persistence.jpa.DatabaseMigration;

/** Ready when the database answers and its schema is the one this version needs. */
@Readiness
@ApplicationScoped
public class DatabaseReady implements HealthCheck {
    @Resource(lookup = "java:jboss/datasources/WaxwingOwnerDS")
    private DataSource owner;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("database").status(DatabaseMigration.isCurrent(owner)).build();
    }
}
