package org.waxwing.bootstrap.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import org.waxwing.application.identity.WelcomePerson;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.bootstrap.settings.Settings;
import org.waxwing.identity.keycloak.OidcSettings;
import org.waxwing.persistence.jpa.JpaPersonStore;

/** Who signs in. */
@ApplicationScoped
public class IdentityWiring {
    @Produces
    @Singleton
    OidcSettings oidc(Settings settings) {
        return new OidcSettings(settings.issuer(), settings.publicUrl(), settings.clientId());
    }

    @Produces
    @Singleton
    WelcomePerson welcomePerson(Transactions transactions, EntityManager database) {
        return new WelcomePerson(transactions, new JpaPersonStore(database));
    }
}
