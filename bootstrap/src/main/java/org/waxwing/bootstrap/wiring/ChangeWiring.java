package org.waxwing.bootstrap.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import org.waxwing.application.change.ActForOwner;
import org.waxwing.application.change.CarryOutChanges;
import org.waxwing.application.change.CategorizeList;
import org.waxwing.application.change.ChangeMail;
import org.waxwing.application.change.ChooseRole;
import org.waxwing.application.change.CreateMailbox;
import org.waxwing.application.change.Deeds;
import org.waxwing.application.change.DismissRefusals;
import org.waxwing.application.change.DropMailbox;
import org.waxwing.application.change.FolderChoice;
import org.waxwing.application.change.ForgetOldActions;
import org.waxwing.application.change.ListActions;
import org.waxwing.application.change.ListRefusals;
import org.waxwing.application.change.RenameMailbox;
import org.waxwing.application.change.Stands;
import org.waxwing.application.change.UndoAction;
import org.waxwing.application.change.UndoAutomatic;
import org.waxwing.application.runtime.Ids;
import org.waxwing.application.runtime.LiveUpdates;
import org.waxwing.application.runtime.MailEvents;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.application.sorting.FileByRule;
import org.waxwing.application.sorting.Unsort;
import org.waxwing.domain.account.AccountStore;
import org.waxwing.domain.change.ActionLog;
import org.waxwing.domain.change.ChangeQueue;
import org.waxwing.domain.change.ChangeScope;
import org.waxwing.domain.change.FolderQueue;
import org.waxwing.domain.history.MailHistory;
import org.waxwing.domain.mailbox.MailStore;
import org.waxwing.domain.reading.MailReader;
import org.waxwing.domain.search.EmailIndex;
import org.waxwing.domain.triage.Standings;
import org.waxwing.persistence.jpa.JpaActionLog;
import org.waxwing.persistence.jpa.JpaChangeQueue;
import org.waxwing.persistence.jpa.JpaChangeScope;
import org.waxwing.persistence.jpa.JpaFolderQueue;

/** What people do to mail and folders, and how it gets to the servers. */
@ApplicationScoped
public class ChangeWiring {
    @Produces
    @Singleton
    ChangeQueue changes(EntityManager database) {
        return new JpaChangeQueue(database);
    }

    @Produces
    @Singleton
    FolderQueue folderChanges(EntityManager database) {
        return new JpaFolderQueue(database);
    }

    @Produces
    @Singleton
    ActionLog actions(EntityManager database) {
        return new JpaActionLog(database);
    }

    @Produces
    @Singleton
    ChangeScope scope(EntityManager database) {
        return new JpaChangeScope(database);
    }

    @Produces
    @Singleton
    FolderChoice folderChoice(MailReader reader, FolderQueue queue, Ids ids) {
        return new FolderChoice(reader, queue, ids);
    }

    @Produces
    @Singleton
    Deeds deeds(
            Transactions transactions,
            FolderChoice folders,
            ChangeQueue queue,
            MailStore mail,
            Standings standings,
            Unsort unsort,
            MailEvents events,
            LiveUpdates live) {
        return new Deeds(transactions, folders, queue, mail, new Stands(standings), unsort, events, live);
    }

    @Produces
    @Singleton
    CarryOutChanges carryOutChanges(
            Transactions transactions, ChangeQueue queue, MailStore mail, LiveUpdates live, Clock clock) {
        return new CarryOutChanges(transactions, queue, mail, live, clock);
    }

    @Produces
    @Singleton
    ChangeMail changeMail(
            Transactions transactions,
            ChangeScope scope,
            EmailIndex index,
            FolderChoice folders,
            Deeds deeds,
            ActionLog log,
            Ids ids,
            Clock clock) {
        return new ChangeMail(transactions, scope, index, folders, deeds, log, ids, clock);
    }

    @Produces
    @Singleton
    UndoAction undoAction(Transactions transactions, ActionLog log, Deeds deeds, Clock clock) {
        return new UndoAction(transactions, log, deeds, clock);
    }

    @Produces
    @Singleton
    UndoAutomatic undoAutomatic(Transactions transactions, ActionLog log, Deeds deeds, Clock clock) {
        return new UndoAutomatic(transactions, log, deeds, clock);
    }

    @Produces
    @Singleton
    ActForOwner actForOwner(ChangeScope scope, FolderChoice folders, Deeds deeds, ActionLog log) {
        return new ActForOwner(scope, folders, deeds, log);
    }

    @Produces
    @Singleton
    ListActions listActions(Transactions transactions, ActionLog log) {
        return new ListActions(transactions, log);
    }

    @Produces
    @Singleton
    ForgetOldActions forgetOldActions(Transactions transactions, ActionLog log) {
        return new ForgetOldActions(transactions, log);
    }

    @Produces
    @Singleton
    ListRefusals listRefusals(Transactions transactions, ActionLog log) {
        return new ListRefusals(transactions, log);
    }

    @Produces
    @Singleton
    DismissRefusals dismissRefusals(Transactions transactions, ActionLog log) {
        return new DismissRefusals(transactions, log);
    }

    @Produces
    @Singleton
    CreateMailbox createMailbox(
            Transactions transactions,
            AccountStore accounts,
            FolderChoice folders,
            FolderQueue queue,
            MailEvents events,
            LiveUpdates live,
            Ids ids) {
        return new CreateMailbox(transactions, accounts, folders, queue, events, live, ids);
    }

    @Produces
    @Singleton
    RenameMailbox renameMailbox(
            Transactions transactions, FolderChoice folders, FolderQueue queue, MailEvents events, LiveUpdates live) {
        return new RenameMailbox(transactions, folders, queue, events, live);
    }

    @Produces
    @Singleton
    DropMailbox dropMailbox(
            Transactions transactions,
            FolderChoice folders,
            FolderQueue queue,
            ChangeScope scope,
            ChangeQueue changes,
            MailStore mail,
            MailEvents events,
            LiveUpdates live) {
        return new DropMailbox(transactions, folders, queue, scope, changes, mail, events, live);
    }

    @Produces
    @Singleton
    ChooseRole chooseRole(
            Transactions transactions,
            FolderChoice folders,
            FolderQueue queue,
            MailStore mail,
            ChangeScope scope,
            LiveUpdates live) {
        return new ChooseRole(transactions, folders, queue, mail, scope, live);
    }

    @Produces
    @Singleton
    CategorizeList categorizeList(
            Transactions transactions,
            ChangeScope scope,
            EmailIndex index,
            FileByRule fileByRule,
            MailHistory history,
            ActionLog log,
            Ids ids,
            Clock clock) {
        return new CategorizeList(transactions, scope, index, fileByRule, history, log, ids, clock);
    }
}
