package org.waxwing.bootstrap.wiring;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.Queue;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.infinispan.Cache;
import org.waxwing.application.runtime.AttemptLimit;
import org.waxwing.application.runtime.EventChannel;
import org.waxwing.application.runtime.Ids;
import org.waxwing.application.runtime.LiveUpdates;
import org.waxwing.application.runtime.Outbox;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.application.runtime.WatchedAccounts;
import org.waxwing.bootstrap.settings.Settings;
import org.waxwing.cache.infinispan.InfinispanAttemptLimit;
import org.waxwing.messaging.jms.JmsEventChannel;
import org.waxwing.persistence.jpa.JpaOutbox;
import org.waxwing.persistence.jpa.JpaWatchedAccounts;
import org.waxwing.persistence.jpa.RowLevelSecurity;
import org.waxwing.runtime.jakarta.JtaTransactions;
import org.waxwing.runtime.jakarta.TimeOrderedIds;
import org.waxwing.web.rest.SseLiveUpdates;

/** The ports that exist because we run in a server. */
@ApplicationScoped
public class RuntimeWiring {
    private static final Duration ATTEMPTS_WITHIN = Duration.ofMinutes(10);

    @PersistenceContext(unitName = "waxwing")
    private EntityManager database;

    @Resource(lookup = "java:jboss/UserTransaction")
    private UserTransaction jta;

    @Resource(lookup = "java:/JmsXA")
    private ConnectionFactory broker;

    @Resource(lookup = "java:/jms/queue/mail-events")
    private Queue mailEvents;

    @Resource(lookup = "java:/jms/queue/email-sync")
    private Queue emailSync;

    @Resource(lookup = "java:/jms/queue/sending")
    private Queue sending;

    @Resource(lookup = "java:jboss/infinispan/cache/waxwing/attempts")
    private Cache<String, Integer> attempts;

    @Produces
    @Singleton
    Settings settings() {
        return Settings.of(System.getenv(), Path.of(System.getProperty("jboss.server.data.dir", ".")));
    }

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    Ids ids(Clock clock) {
        return new TimeOrderedIds(clock);
    }

    @Produces
    @Singleton
    EntityManager database() {
        return database;
    }

    @Produces
    @Singleton
    Transactions transactions() {
        return new JtaTransactions(jta, new RowLevelSecurity(database)::enter);
    }

    // it also is a MailEvents, but use cases are to get the one that wakes the relay
    @Produces
    @Singleton
    @Typed(JpaOutbox.class)
    JpaOutbox outbox() {
        return new JpaOutbox(database);
    }

    @Produces
    @Singleton
    WatchedAccounts watchedAccounts() {
        return new JpaWatchedAccounts(database);
    }

    @Produces
    @Singleton
    EventChannel channel() {
        return new JmsEventChannel(broker, mailEvents, emailSync, sending);
    }

    @Produces
    @Singleton
    SseLiveUpdates liveUpdates() {
        return new SseLiveUpdates();
    }

    @Produces
    @Singleton
    AttemptLimit attemptLimit(Settings settings, Clock clock) {
        return new InfinispanAttemptLimit(attempts, settings.attempts(), ATTEMPTS_WITHIN, clock);
    }
}
