package org.waxwing.bootstrap.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import org.waxwing.application.jobs.CancelJob;
import org.waxwing.application.jobs.ListJobs;
import org.waxwing.application.jobs.Pieces;
import org.waxwing.application.jobs.ResumeJobs;
import org.waxwing.application.jobs.WorkOnJobs;
import org.waxwing.application.rules.RunRuleOnStoredMail;
import org.waxwing.application.runtime.Ids;
import org.waxwing.application.runtime.LiveUpdates;
import org.waxwing.application.runtime.MailEvents;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.application.screening.DecideForOrganisation;
import org.waxwing.application.screening.DecideSenders;
import org.waxwing.application.screening.ForgetDecision;
import org.waxwing.application.screening.ListDecisions;
import org.waxwing.application.screening.ListOrganisationsDecisions;
import org.waxwing.application.screening.ShowScreener;
import org.waxwing.application.sorting.CorrectSorting;
import org.waxwing.application.sorting.EvaluateSorting;
import org.waxwing.application.sorting.ExplainSorting;
import org.waxwing.application.sorting.FileByRule;
import org.waxwing.application.sorting.ForgetLesson;
import org.waxwing.application.sorting.LearnHabits;
import org.waxwing.application.sorting.ListLessons;
import org.waxwing.application.sorting.ReadHistory;
import org.waxwing.application.sorting.Refile;
import org.waxwing.application.sorting.SortAccount;
import org.waxwing.application.sorting.SortAllMail;
import org.waxwing.application.sorting.SortArrivals;
import org.waxwing.application.sorting.SortStoredMail;
import org.waxwing.application.sorting.Sorter;
import org.waxwing.application.sorting.Unsort;
import org.waxwing.domain.account.AccountStore;
import org.waxwing.domain.change.ActionLog;
import org.waxwing.domain.change.ChangeScope;
import org.waxwing.domain.history.MailHistory;
import org.waxwing.domain.jobs.JobStore;
import org.waxwing.domain.learning.HabitStore;
import org.waxwing.domain.mailbox.BlobStore;
import org.waxwing.domain.mailbox.MailStore;
import org.waxwing.domain.mailbox.MessageParser;
import org.waxwing.domain.preferences.PreferenceStore;
import org.waxwing.domain.screening.DecisionStore;
import org.waxwing.domain.screening.Doorstep;
import org.waxwing.domain.screening.SenderBook;
import org.waxwing.domain.sorting.LessonStore;
import org.waxwing.domain.sorting.SortingStore;
import org.waxwing.domain.sync.SyncStatusStore;
import org.waxwing.persistence.jpa.JpaDecisionStore;
import org.waxwing.persistence.jpa.JpaDoorstep;
import org.waxwing.persistence.jpa.JpaHabitStore;
import org.waxwing.persistence.jpa.JpaJobStore;
import org.waxwing.persistence.jpa.JpaMailHistory;
import org.waxwing.persistence.jpa.JpaSortingStore;
import org.waxwing.persistence.jpa.JpaStalledJobs;

/** Where mail belongs, and why. */
@ApplicationScoped
public class SortingWiring {
    @Produces
    @Singleton
    SortingStore sortingStore(EntityManager database) {
        return new JpaSortingStore(database);
    }

    @Produces
    @Singleton
    DecisionStore decisions(EntityManager database) {
        return new JpaDecisionStore(database);
    }

    @Produces
    @Singleton
    MailHistory history(EntityManager database) {
        return new JpaMailHistory(database);
    }

    @Produces
    @Singleton
    HabitStore habits(EntityManager database) {
        return new JpaHabitStore(database);
    }

    @Produces
    @Singleton
    JobStore jobs(EntityManager database) {
        return new JpaJobStore(database);
    }

    @Produces
    @Singleton
    Sorter sorter(
            AccountStore accounts,
            SyncStatusStore statuses,
            SenderBook senders,
            LessonStore lessons,
            DecisionStore decisions,
            HabitStore habits,
            PreferenceStore preferences) {
        return new Sorter(accounts, statuses, senders, lessons, decisions, habits, preferences);
    }

    @Produces
    @Singleton
    SortArrivals sortArrivals(
            Sorter sorter, SortingStore sorting, MailHistory history, AccountStore accounts, Clock clock) {
        return new SortArrivals(sorter, sorting, history, accounts, clock);
    }

    @Produces
    @Singleton
    Refile refile(
            Transactions transactions,
            Sorter sorter,
            SortingStore sorting,
            MailStore mail,
            MailHistory history,
            LiveUpdates live,
            Clock clock) {
        return new Refile(transactions, sorter, sorting, mail, history, live, clock);
    }

    @Produces
    @Singleton
    FileByRule fileByRule(SortingStore sorting, Refile refile) {
        return new FileByRule(sorting, refile);
    }

    @Produces
    @Singleton
    Pieces pieces(Transactions transactions, JobStore jobs, ActionLog log, MailEvents events, Clock clock) {
        return new Pieces(transactions, jobs, log, events, clock);
    }

    @Produces
    @Singleton
    SortStoredMail sortStoredMail(
            Pieces pieces,
            AccountStore accounts,
            SortingStore sorting,
            Refile refile,
            JobStore jobs,
            ActionLog log,
            BlobStore blobs,
            MessageParser parser,
            MailEvents events,
            Ids ids,
            Clock clock) {
        return new SortStoredMail(pieces, accounts, sorting, refile, jobs, log, blobs, parser, events, ids, clock);
    }

    @Produces
    @Singleton
    SortAccount sortAccount(
            Transactions transactions, AccountStore accounts, SortStoredMail sortStoredMail, Ids ids) {
        return new SortAccount(transactions, accounts, sortStoredMail, ids);
    }

    @Produces
    @Singleton
    WorkOnJobs workOnJobs(
            Transactions transactions, JobStore jobs, SortStoredMail sortStoredMail, RunRuleOnStoredMail rules) {
        return new WorkOnJobs(transactions, jobs, sortStoredMail, rules);
    }

    @Produces
    @Singleton
    Doorstep doorstep(EntityManager database) {
        return new JpaDoorstep(database);
    }

    @Produces
    @Singleton
    Unsort unsort(SortingStore sorting, MailStore mail, LessonStore lessons, DecisionStore decisions) {
        return new Unsort(sorting, mail, lessons, decisions);
    }

    @Produces
    @Singleton
    LearnHabits learnHabits(SortingStore sorting, Sorter sorter, HabitStore habits) {
        return new LearnHabits(sorting, sorter, habits);
    }

    @Produces
    @Singleton
    CorrectSorting correctSorting(
            Transactions transactions,
            ChangeScope scope,
            SortingStore sorting,
            Refile refile,
            LessonStore lessons,
            DecisionStore decisions,
            LearnHabits habits,
            ActionLog log,
            Ids ids,
            Clock clock) {
        return new CorrectSorting(
                transactions, scope, sorting, refile, lessons, decisions, habits, log, ids, clock);
    }

    @Produces
    @Singleton
    ExplainSorting explainSorting(
            Transactions transactions,
            ChangeScope scope,
            SortingStore sorting,
            Sorter sorter,
            MailHistory history,
            ActionLog log,
            Clock clock) {
        return new ExplainSorting(transactions, scope, sorting, sorter, history, log, clock);
    }

    @Produces
    @Singleton
    ListLessons listLessons(Transactions transactions, LessonStore lessons) {
        return new ListLessons(transactions, lessons);
    }

    @Produces
    @Singleton
    ForgetLesson forgetLesson(
            Transactions transactions,
            AccountStore accounts,
            LessonStore lessons,
            SortingStore sorting,
            Refile refile) {
        return new ForgetLesson(transactions, accounts, lessons, sorting, refile);
    }

    @Produces
    @Singleton
    ReadHistory readHistory(Transactions transactions, MailHistory history) {
        return new ReadHistory(transactions, history);
    }

    @Produces
    @Singleton
    SortAllMail sortAllMail(
            Transactions transactions, AccountStore accounts, SortStoredMail sortStoredMail, Ids ids) {
        return new SortAllMail(transactions, accounts, sortStoredMail, ids);
    }

    @Produces
    @Singleton
    ListJobs listJobs(Transactions transactions, JobStore jobs) {
        return new ListJobs(transactions, jobs);
    }

    @Produces
    @Singleton
    CancelJob cancelJob(Transactions transactions, JobStore jobs, Clock clock) {
        return new CancelJob(transactions, jobs, clock);
    }

    @Produces
    @Singleton
    ResumeJobs resumeJobs(Transactions transactions, EntityManager database, MailEvents events, Clock clock) {
        return new ResumeJobs(transactions, new JpaStalledJobs(database), events, clock);
    }

    @Produces
    @Singleton
    ListDecisions listDecisions(Transactions transactions, DecisionStore decisions) {
        return new ListDecisions(transactions, decisions);
    }

    @Produces
    @Singleton
    ForgetDecision forgetDecision(
            Transactions transactions,
            DecisionStore decisions,
            SortingStore sorting,
            Refile refile) {
        return new ForgetDecision(transactions, decisions, sorting, refile);
    }

    @Produces
    @Singleton
    ListOrganisationsDecisions listOrganisationsDecisions(Transactions transactions, DecisionStore decisions) {
        return new ListOrganisationsDecisions(transactions, decisions);
    }

    @Produces
    @Singleton
    DecideForOrganisation decideForOrganisation(
            Transactions transactions,
            DecisionStore decisions,
            SortingStore sorting,
            Refile refile,
            Clock clock) {
        return new DecideForOrganisation(transactions, decisions, sorting, refile, clock);
    }

    @Produces
    @Singleton
    ShowScreener showScreener(
            Transactions transactions,
            Doorstep doorstep,
            DecisionStore decisions,
            AccountStore accounts,
            SenderBook senders) {
        return new ShowScreener(transactions, doorstep, decisions, accounts, senders);
    }

    @Produces
    @Singleton
    DecideSenders decideSenders(
            Transactions transactions,
            AccountStore accounts,
            DecisionStore decisions,
            LessonStore lessons,
            SortingStore sorting,
            Refile refile,
            ActionLog log,
            Ids ids,
            Clock clock) {
        return new DecideSenders(transactions, accounts, decisions, lessons, sorting, refile, log, ids, clock);
    }

    @Produces
    @Singleton
    EvaluateSorting evaluateSorting(MessageParser parser) {
        return new EvaluateSorting(parser);
    }
}
