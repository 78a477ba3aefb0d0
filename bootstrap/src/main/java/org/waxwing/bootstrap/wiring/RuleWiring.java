package org.waxwing.bootstrap.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import org.waxwing.application.change.ActForOwner;
import org.waxwing.application.jobs.Pieces;
import org.waxwing.application.rules.ApplyRule;
import org.waxwing.application.rules.ExportRules;
import org.waxwing.application.rules.ImportRules;
import org.waxwing.application.rules.KeepRule;
import org.waxwing.application.rules.ListRules;
import org.waxwing.application.rules.Lookup;
import org.waxwing.application.rules.OrderRules;
import org.waxwing.application.rules.RemoveRule;
import org.waxwing.application.rules.RuleEffects;
import org.waxwing.application.rules.RuleErrands;
import org.waxwing.application.rules.RunRuleOnStoredMail;
import org.waxwing.application.rules.RunRules;
import org.waxwing.application.rules.SwitchRule;
import org.waxwing.application.rules.TryRule;
import org.waxwing.application.runtime.Ids;
import org.waxwing.application.runtime.LiveUpdates;
import org.waxwing.application.runtime.MailEvents;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.application.sorting.FileByRule;
import org.waxwing.domain.account.AccountStore;
import org.waxwing.domain.history.MailHistory;
import org.waxwing.domain.jobs.JobStore;
import org.waxwing.domain.mailbox.BlobStore;
import org.waxwing.domain.mailbox.MailStore;
import org.waxwing.domain.preferences.PreferenceStore;
import org.waxwing.domain.rules.RuleStore;
import org.waxwing.domain.rules.dryrun.RuleMail;
import org.waxwing.domain.screening.DecisionStore;
import org.waxwing.domain.sorting.LessonStore;
import org.waxwing.mail.mime.MimeMessageParser;
import org.waxwing.persistence.jpa.JpaLessonStore;
import org.waxwing.persistence.jpa.JpaPersonStore;
import org.waxwing.persistence.jpa.JpaRuleMail;
import org.waxwing.persistence.jpa.JpaRuleRuns;
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

    @Produces
    @Singleton
    RuleMail ruleMail(EntityManager database) {
        return new JpaRuleMail(database);
    }

    @Produces
    @Singleton
    ListRules listRules(Transactions transactions, RuleStore rules, EntityManager database) {
        return new ListRules(transactions, rules, new JpaPersonStore(database));
    }

    @Produces
    @Singleton
    KeepRule keepRule(
            Transactions transactions, RuleStore rules, AccountStore accounts, Ids ids, EntityManager database) {
        return new KeepRule(transactions, rules, new JpaPersonStore(database), accounts, ids);
    }

    @Produces
    @Singleton
    RemoveRule removeRule(Transactions transactions, RuleStore rules, EntityManager database) {
        return new RemoveRule(transactions, rules, new JpaPersonStore(database));
    }

    @Produces
    @Singleton
    OrderRules orderRules(Transactions transactions, RuleStore rules, EntityManager database) {
        return new OrderRules(transactions, rules, new JpaPersonStore(database));
    }

    @Produces
    @Singleton
    SwitchRule switchRule(Transactions transactions, RuleStore rules, EntityManager database) {
        return new SwitchRule(transactions, rules, new JpaPersonStore(database));
    }

    @Produces
    @Singleton
    ImportRules importRules(
            Transactions transactions, RuleStore rules, AccountStore accounts, Ids ids, EntityManager database) {
        return new ImportRules(transactions, rules, new JpaPersonStore(database), accounts, ids);
    }

    @Produces
    @Singleton
    ExportRules exportRules(Transactions transactions, RuleStore rules, EntityManager database) {
        return new ExportRules(transactions, rules, new JpaPersonStore(database));
    }

    @Produces
    @Singleton
    Lookup lookup(Transactions transactions, RuleMail mail, DecisionStore decisions, BlobStore blobs) {
        return new Lookup(transactions, mail, decisions, blobs, new MimeMessageParser());
    }

    @Produces
    @Singleton
    TryRule tryRule(
            Transactions transactions,
            RuleStore rules,
            RuleMail mail,
            Lookup lookup,
            Ids ids,
            Clock clock,
            EntityManager database) {
        return new TryRule(transactions, rules, new JpaPersonStore(database), mail, lookup, ids, clock);
    }

    @Produces
    @Singleton
    RuleEffects ruleEffects(
            Transactions transactions,
            ActForOwner actForOwner,
            FileByRule fileByRule,
            RuleErrands ruleErrands,
            MailHistory history,
            MailStore mail,
            PreferenceStore preferences,
            LiveUpdates live,
            Clock clock) {
        return new RuleEffects(
                transactions, actForOwner, fileByRule, ruleErrands, history, mail, preferences, live, clock);
    }

    @Produces
    @Singleton
    RunRules runRules(
            Transactions transactions,
            RuleStore rules,
            AccountStore accounts,
            MailStore mail,
            RuleMail ruleMail,
            Lookup lookup,
            RuleEffects effects,
            Ids ids,
            Clock clock,
            EntityManager database) {
        return new RunRules(
                transactions, rules, new JpaPersonStore(database), accounts, mail, ruleMail, new JpaRuleRuns(database),
                lookup, effects, ids, clock);
    }

    @Produces
    @Singleton
    ApplyRule applyRule(
            Transactions transactions,
            RuleStore rules,
            AccountStore accounts,
            RuleMail mail,
            JobStore jobs,
            MailEvents events,
            Ids ids,
            Clock clock,
            EntityManager database) {
        return new ApplyRule(
                transactions, rules, new JpaPersonStore(database), accounts, mail, jobs, events, ids, clock);
    }

    @Produces
    @Singleton
    RunRuleOnStoredMail runRuleOnStoredMail(
            Transactions transactions,
            Pieces pieces,
            RuleStore rules,
            RuleMail mail,
            Lookup lookup,
            RuleEffects effects,
            Clock clock,
            EntityManager database) {
        return new RunRuleOnStoredMail(
                transactions, pieces, rules, new JpaPersonStore(database), mail, lookup, effects, clock);
    }
}
