package org.waxwing.web.rest;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Ends open streams when the application ends, so that their listeners go elsewhere at once. */
@ApplicationScoped
public class LiveShutdown {
    @Inject
    SseLiveUpdates updates;

    // an application-scoped bean that nobody calls would never come to life, nor be told of the end
    void begin(@Observes @Initialized(ApplicationScoped.class) Object event) {}

    @PreDestroy
    void end() {
        updates.close();
    }
}
