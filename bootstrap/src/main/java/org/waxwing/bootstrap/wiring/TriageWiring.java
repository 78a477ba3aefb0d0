package org.waxwing.bootstrap.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import org.waxwing.application.runtime.LiveUpdates;
import org.waxwing.application.runtime.MailEvents;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.application.runtime.WatchedAccounts;
import org.waxwing.application.triage.RequestDueWakes;
import org.waxwing.application.triage.SuggestSnoozeTimes;
import org.waxwing.application.triage.WakeConversations;
import org.waxwing.domain.triage.Standings;
import org.waxwing.persistence.jpa.JpaStandings;

/** Where conversations stand, and how they come back. */
@ApplicationScoped
public class TriageWiring {
    @Produces
    @Singleton
    Standings standings(EntityManager database) {
        return new JpaStandings(database);
    }

    @Produces
    @Singleton
    WakeConversations wakeConversations(
            Transactions transactions, Standings standings, LiveUpdates live, Clock clock) {
        return new WakeConversations(transactions, standings, live, clock);
    }

    @Produces
    @Singleton
    RequestDueWakes requestDueWakes(
            Transactions transactions, WatchedAccounts accounts, MailEvents events, Clock clock) {
        return new RequestDueWakes(transactions, accounts, events, clock);
    }

    @Produces
    @Singleton
    SuggestSnoozeTimes suggestSnoozeTimes(Clock clock) {
        return new SuggestSnoozeTimes(clock);
    }
}
