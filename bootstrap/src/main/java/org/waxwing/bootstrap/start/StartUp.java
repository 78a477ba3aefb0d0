package org.waxwing.bootstrap.start;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.waxwing.application.change.ForgetOldActions;
import org.waxwing.application.jobs.ResumeJobs;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.application.runtime.WatchedAccounts;
import org.waxwing.application.sending.RequestDueErrands;
import org.waxwing.application.sync.RequestDueSyncs;
import org.waxwing.application.sync.WatchAccounts;
import org.waxwing.application.triage.RequestDueWakes;
import org.waxwing.bootstrap.settings.Settings;
import org.waxwing.persistence.jpa.DatabaseMigration;
import org.waxwing.runtime.jakarta.Pump;

/** Migrates the schema, then lets the background work begin; a deployment whose schema cannot be migrated fails. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class StartUp {
    private static final Duration LOOK_FOR_DUE = Duration.ofSeconds(1);
    private static final Duration LOOK_FOR_WAKES = Duration.ofSeconds(2);
    private static final Duration LOOK_FOR_STALLED_JOBS = Duration.ofMinutes(1);
    private static final Duration LOOK_FOR_ERRANDS = Duration.ofSeconds(5);
    private static final Duration CLEAR_AWAY = Duration.ofHours(1);
    private static final Duration LOOK_AFTER_WATCHES = Duration.ofSeconds(20);

    @Resource(lookup = "java:jboss/datasources/WaxwingOwnerDS")
    private DataSource owner;

    @Resource
    private ManagedThreadFactory threads;

    @Inject
    private Settings settings;

    @Inject
    private Transactions transactions;

    @Inject
    private WatchedAccounts accounts;

    @Inject
    private WatchAccounts watchAccounts;

    @Inject
    private RequestDueSyncs requestDueSyncs;

    @Inject
    private RequestDueWakes requestDueWakes;

    @Inject
    private ResumeJobs resumeJobs;

    @Inject
    private RequestDueErrands requestDueErrands;

    @Inject
    private ForgetOldActions forgetOldActions;

    @Inject
    private Pump relay;

    private List<Pump> pumps = List.of();

    @PostConstruct
    void start() {
        DatabaseMigration.migrate(owner, settings.databaseRole());
        // what this node held when it died is nobody's now
        transactions.run(new Actor.House(), () -> accounts.giveBack(settings.nodeId()));
        var due = new Pump("due-syncs", requestDueSyncs::request, LOOK_FOR_DUE);
        var watches = new Pump("watches", watchAccounts::watchAll, LOOK_AFTER_WATCHES);
        var wakes = new Pump("due-wakes", requestDueWakes::request, LOOK_FOR_WAKES);
        var stalled = new Pump("stalled-jobs", resumeJobs::resume, LOOK_FOR_STALLED_JOBS);
        var errands = new Pump("due-errands", requestDueErrands::request, LOOK_FOR_ERRANDS);
        var clearing = new Pump("clearing", forgetOldActions::forget, CLEAR_AWAY);
        pumps = settings.relayEvents()
                ? List.of(relay, due, watches, wakes, stalled, errands, clearing)
                : List.of(due, watches, wakes, stalled, errands, clearing);
        pumps.forEach(pump -> pump.start(threads));
    }

    @PreDestroy
    void stop() {
        pumps.forEach(Pump::close);
        watchAccounts.forgetAll();
    }
}
