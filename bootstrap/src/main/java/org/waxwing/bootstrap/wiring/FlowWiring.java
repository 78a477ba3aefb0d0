package org.waxwing.bootstrap.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.waxwing.application.account.CleanUpAccount;
import org.waxwing.application.flow.MailFlow;
import org.waxwing.application.flow.PromptMailEvents;
import org.waxwing.application.flow.RelayEvents;
import org.waxwing.application.jobs.WorkOnJobs;
import org.waxwing.application.rules.RunRules;
import org.waxwing.application.runtime.EventChannel;
import org.waxwing.application.runtime.MailEvents;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.application.screening.LearnSenders;
import org.waxwing.application.sending.RunErrands;
import org.waxwing.application.sorting.SortAccount;
import org.waxwing.application.sync.SyncAccount;
import org.waxwing.application.sync.WatchAccounts;
import org.waxwing.application.triage.WakeConversations;
import org.waxwing.persistence.jpa.JpaOutbox;
import org.waxwing.runtime.jakarta.Pump;

/** Events: out of a transaction into the outbox, over the broker, into the switch. */
@ApplicationScoped
public class FlowWiring {
    private static final Duration RELAY_AT_LEAST = Duration.ofSeconds(2);

    @Produces
    @Singleton
    RelayEvents relayEvents(Transactions transactions, JpaOutbox outbox, EventChannel channel, Clock clock) {
        return new RelayEvents(transactions, outbox, channel, clock);
    }

    @Produces
    @Singleton
    Pump relay(RelayEvents relayEvents) {
        return new Pump("relay", relayEvents::relay, RELAY_AT_LEAST);
    }

    @Produces
    @Singleton
    MailEvents mailEvents(JpaOutbox outbox, Transactions transactions, Pump relay) {
        return new PromptMailEvents(outbox, transactions, relay::wake);
    }

    @Produces
    @Singleton
    MailFlow mailFlow(
            SyncAccount syncAccount,
            WatchAccounts watchAccounts,
            CleanUpAccount cleanUpAccount,
            LearnSenders learnSenders,
            RunRules runRules,
            WakeConversations wakeConversations,
            SortAccount sortAccount,
            WorkOnJobs workOnJobs,
            RunErrands runErrands) {
        return new MailFlow(
                syncAccount, watchAccounts, cleanUpAccount, learnSenders, runRules, wakeConversations, sortAccount,
                workOnJobs, runErrands);
    }
}
