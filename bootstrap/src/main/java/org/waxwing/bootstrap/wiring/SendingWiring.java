package org.waxwing.bootstrap.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import org.waxwing.application.rules.RuleErrands;
import org.waxwing.application.rules.ShowWebhookSecret;
import org.waxwing.application.runtime.AttemptLimit;
import org.waxwing.application.runtime.Ids;
import org.waxwing.application.runtime.MailEvents;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.application.runtime.WatchedAccounts;
import org.waxwing.application.sending.AskToForward;
import org.waxwing.application.sending.ConfirmForwarding;
import org.waxwing.application.sending.ListForwardingAddresses;
import org.waxwing.application.sending.RemoveForwardingAddress;
import org.waxwing.application.sending.RequestDueErrands;
import org.waxwing.application.sending.RunErrands;
import org.waxwing.application.sync.OpenAccount;
import org.waxwing.bootstrap.settings.Settings;
import org.waxwing.domain.account.AccountStore;
import org.waxwing.domain.history.MailHistory;
import org.waxwing.domain.mailbox.BlobStore;
import org.waxwing.domain.mailbox.MessageParser;
import org.waxwing.domain.rules.RuleStore;
import org.waxwing.domain.sending.AnswerLog;
import org.waxwing.domain.sending.ErrandStore;
import org.waxwing.domain.sending.ForwardingAddresses;
import org.waxwing.domain.sending.MailSubmission;
import org.waxwing.domain.sending.MessageWriter;
import org.waxwing.domain.sending.SendingKeys;
import org.waxwing.domain.sending.WebhookCaller;
import org.waxwing.mail.mime.MimeMessageWriter;
import org.waxwing.mail.smtp.SmtpSettings;
import org.waxwing.mail.smtp.SmtpSubmission;
import org.waxwing.mail.webhook.HmacSendingKeys;
import org.waxwing.mail.webhook.HttpWebhookCaller;
import org.waxwing.persistence.jpa.JpaAnswerLog;
import org.waxwing.persistence.jpa.JpaErrandStore;
import org.waxwing.persistence.jpa.JpaForwardingAddresses;
import org.waxwing.persistence.jpa.JpaPersonStore;

/** What leaves the house. */
@ApplicationScoped
public class SendingWiring {
    @Produces
    @Singleton
    MailSubmission submission(Settings settings) {
        return new SmtpSubmission(SmtpSettings.usual(settings.allowPrivateHosts(), settings.acceptAnyCertificate()));
    }

    @Produces
    @Singleton
    MessageWriter writer() {
        return new MimeMessageWriter();
    }

    @Produces
    @Singleton
    WebhookCaller webhooks(Settings settings) {
        return new HttpWebhookCaller(settings.trustedWebhookHosts());
    }

    @Produces
    @Singleton
    SendingKeys sendingKeys(Settings settings) {
        return new HmacSendingKeys(settings.credentialKey().hex());
    }

    @Produces
    @Singleton
    ErrandStore errands(EntityManager database) {
        return new JpaErrandStore(database);
    }

    @Produces
    @Singleton
    AnswerLog answers(EntityManager database) {
        return new JpaAnswerLog(database);
    }

    @Produces
    @Singleton
    ForwardingAddresses forwardingAddresses(EntityManager database) {
        return new JpaForwardingAddresses(database);
    }

    @Produces
    @Singleton
    RuleErrands ruleErrands(
            AccountStore accounts,
            ForwardingAddresses addresses,
            AnswerLog answers,
            ErrandStore errands,
            SendingKeys keys,
            MailEvents events,
            Ids ids) {
        return new RuleErrands(accounts, addresses, answers, errands, keys, events, ids);
    }

    @Produces
    @Singleton
    ShowWebhookSecret showWebhookSecret(
            Transactions transactions, RuleStore rules, SendingKeys keys, EntityManager database) {
        return new ShowWebhookSecret(transactions, rules, new JpaPersonStore(database), keys);
    }

    @Produces
    @Singleton
    RunErrands runErrands(
            Transactions transactions,
            ErrandStore errands,
            ForwardingAddresses addresses,
            MailHistory history,
            OpenAccount openAccount,
            MailSubmission submission,
            MessageWriter writer,
            WebhookCaller webhooks,
            BlobStore blobs,
            MessageParser parser,
            SendingKeys keys,
            Clock clock,
            Settings settings,
            EntityManager database) {
        return new RunErrands(
                transactions, errands, addresses, history, new JpaPersonStore(database), openAccount, submission,
                writer,
                webhooks, blobs, parser, keys, clock, settings.automaticMailPerHour());
    }

    @Produces
    @Singleton
    RequestDueErrands requestDueErrands(
            Transactions transactions, WatchedAccounts accounts, MailEvents events, Clock clock) {
        return new RequestDueErrands(transactions, accounts, events, clock);
    }

    @Produces
    @Singleton
    AskToForward askToForward(
            Transactions transactions,
            ForwardingAddresses addresses,
            AccountStore accounts,
            OpenAccount openAccount,
            MailSubmission submission,
            MessageWriter writer,
            BlobStore blobs,
            MessageParser parser,
            SendingKeys keys,
            AttemptLimit limit,
            Ids ids,
            Clock clock,
            EntityManager database) {
        return new AskToForward(
                transactions, addresses, accounts, new JpaPersonStore(database), openAccount, submission, writer, blobs,
                parser, keys, limit, ids, clock);
    }

    @Produces
    @Singleton
    ConfirmForwarding confirmForwarding(
            Transactions transactions, ForwardingAddresses addresses, SendingKeys keys, Clock clock) {
        return new ConfirmForwarding(transactions, addresses, keys, clock);
    }

    @Produces
    @Singleton
    ListForwardingAddresses listForwardingAddresses(Transactions transactions, ForwardingAddresses addresses) {
        return new ListForwardingAddresses(transactions, addresses);
    }

    @Produces
    @Singleton
    RemoveForwardingAddress removeForwardingAddress(Transactions transactions, ForwardingAddresses addresses) {
        return new RemoveForwardingAddress(transactions, addresses);
    }
}
