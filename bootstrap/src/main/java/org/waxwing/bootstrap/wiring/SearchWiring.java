package org.waxwing.bootstrap.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.application.search.SearchMail;
import org.waxwing.domain.search.EmailIndex;
import org.waxwing.persistence.jpa.JpaEmailIndex;

/** Finding mail by its words. */
@ApplicationScoped
public class SearchWiring {
    @Produces
    @Singleton
    EmailIndex emailIndex(EntityManager database) {
        return new JpaEmailIndex(database);
    }

    @Produces
    @Singleton
    SearchMail searchMail(Transactions transactions, EmailIndex index) {
        return new SearchMail(transactions, index);
    }
}
