package org.waxwing.bootstrap.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import org.waxwing.application.rules.ExportRules;
import org.waxwing.application.rules.ImportRules;
import org.waxwing.application.rules.KeepRule;
import org.waxwing.application.rules.ListRules;
import org.waxwing.application.rules.OrderRules;
import org.waxwing.application.rules.RemoveRule;
import org.waxwing.application.rules.SwitchRule;
import org.waxwing.application.rules.TryRule;
import org.waxwing.application.runtime.Ids;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.account.AccountStore;
import org.waxwing.domain.mailbox.BlobStore;
import org.waxwing.domain.rules.RuleStore;
import org.waxwing.domain.rules.dryrun.RuleMail;
import org.waxwing.domain.sorting.LessonStore;
import org.waxwing.mail.mime.MimeMessageParser;
import org.waxwing.persistence.jpa.JpaLessonStore;
import org.waxwing.persistence.jpa.JpaPersonStore;
import org.waxwing.persistence.jpa.JpaRuleMail;
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
    TryRule tryRule(
            Transactions transactions,
            RuleStore rules,
            RuleMail mail,
            BlobStore blobs,
            Ids ids,
            Clock clock,
            EntityManager database) {
        return new TryRule(
                transactions, rules, new JpaPersonStore(database), mail, blobs, new MimeMessageParser(), ids, clock);
    }
}
