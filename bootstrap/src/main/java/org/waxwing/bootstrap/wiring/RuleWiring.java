package org.waxwing.bootstrap.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import org.waxwing.domain.rules.RuleStore;
import org.waxwing.domain.sorting.LessonStore;
import org.waxwing.persistence.jpa.JpaLessonStore;
import org.waxwing.persistence.jpa.JpaRuleStore;

/** What people want done with their mail. */
@ApplicationScoped
public class RuleWiring {
    @Produces
    @Singleton
    LessonStore lessons(EntityManager database) {
        return new JpaLessonStore(database);
    }

    @Produces
    @Singleton
    RuleStore rules(EntityManager database) {
        return new JpaRuleStore(database);
    }
}
