package org.waxwing.application.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.waxwing.application.runtime.Ids;
import org.waxwing.application.runtime.MailEvent;
import org.waxwing.application.runtime.MailEvents;
import org.waxwing.domain.account.Account;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.account.AccountStore;
import org.waxwing.domain.history.HistoryLine;
import org.waxwing.domain.history.HistoryLine.Engine;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.rules.Action;
import org.waxwing.domain.rules.RuleId;
import org.waxwing.domain.rules.guard.AnswerGuard;
import org.waxwing.domain.rules.guard.Objection;
import org.waxwing.domain.sending.AnswerLog;
import org.waxwing.domain.sending.Errand;
import org.waxwing.domain.sending.ErrandId;
import org.waxwing.domain.sending.ErrandStore;
import org.waxwing.domain.sending.ForwardingAddress;
import org.waxwing.domain.sending.ForwardingAddresses;
import org.waxwing.domain.sending.Occasion;
import org.waxwing.domain.sending.SendingKeys;
import org.waxwing.domain.sending.SendingNote;
import org.waxwing.domain.sending.Task;
import org.waxwing.domain.sending.Trouble;
import org.waxwing.domain.sorting.Category;

/**
 * Writes down what rules want sent because of messages, unless something speaks against it (RFC 3834), in the transaction
 * that runs them: what they want sent is sent once, as they are run once.
 */
public class RuleErrands {
    private final AccountStore accounts;
    private final ForwardingAddresses addresses;
    private final AnswerLog answers;
    private final ErrandStore errands;
    private final SendingKeys keys;
    private final MailEvents events;
    private final Ids ids;

    public RuleErrands(
            AccountStore accounts,
            ForwardingAddresses addresses,
            AnswerLog answers,
            ErrandStore errands,
            SendingKeys keys,
            MailEvents events,
            Ids ids) {
        this.accounts = accounts;
        this.addresses = addresses;
        this.answers = answers;
        this.errands = errands;
        this.keys = keys;
        this.events = events;
        this.ids = ids;
    }

    /**
     * Something that a rule wants sent.
     *
     * @param mail with its header fields
     * @param category where it is sorted after all rules
     */
    record Wanted(ReadMail mail, Category category, RuleId rule, Action.Sending action) {
        private Answer answer() {
            return new Answer(mail.mail().email(), rule);
        }
    }

    private record Answer(EmailId email, RuleId rule) {}

    /** Writes it down, within an open transaction of the owner, and gives the lines for the history in the same order. */
    List<HistoryLine> write(PersonId owner, AccountId account, List<Wanted> all, Instant now) {
        if (all.isEmpty()) return List.of();
        return new Course(owner, account, now).write(all);
    }

    private final class Course {
        private final PersonId owner;
        private final AccountId account;
        private final Instant now;
        private final AnswerGuard guard;
        private final Set<String> verified;
        private final List<Errand> written = new ArrayList<>();

        Course(PersonId owner, AccountId account, Instant now) {
            this.owner = owner;
            this.account = account;
            this.now = now;
            this.guard = new AnswerGuard(
                    accounts.all().stream().map(Account::address).collect(Collectors.toSet()), keys.mark(owner));
            this.verified = addresses.all().stream()
                    .filter(ForwardingAddress::isVerified)
                    .map(it -> it.address().key())
                    .collect(Collectors.toSet());
        }

        List<HistoryLine> write(List<Wanted> all) {
            var admitted = admitted(all);
            var lines = all.stream().map(it -> line(it, note(it, admitted))).toList();
            if (!written.isEmpty()) {
                errands.add(account, written);
                events.publish(new MailEvent.ErrandsDue(owner, account));
            }
            return lines;
        }

        /** The answers that are given: of several to the same sender by the same rule, the first. */
        private Set<Answer> admitted(List<Wanted> all) {
            var asked = new LinkedHashMap<RuleId, Map<String, Wanted>>();
            for (var it : all)
                if (it.action() instanceof Action.Reply && it.mail().hasFields()
                        && guard.againstReply(it.mail(), false).isEmpty())
                    asked.computeIfAbsent(it.rule(), rule -> new LinkedHashMap<>())
                            .putIfAbsent(guard.answered(it.mail()).orElseThrow().key(), it);
            var admitted = new HashSet<Answer>();
            asked.forEach((rule, bySender) -> {
                var begun = answers.begin(rule.toString(), bySender.keySet(), now, silence(bySender.values()));
                bySender.forEach((sender, it) -> {
                    if (begun.contains(sender)) admitted.add(it.answer());
                });
            });
            return admitted;
        }

        /** A rule has one answer; should it ever have several, the longest silence holds. */
        private static Duration silence(Collection<Wanted> replies) {
            return replies.stream()
                    .map(it -> it.action() instanceof Action.Reply reply ? reply.every() : Duration.ZERO)
                    .max(Duration::compareTo)
                    .orElse(Duration.ZERO);
        }

        private SendingNote note(Wanted it, Set<Answer> admitted) {
            // what cannot be read may be anything: a machine, a list, our own
            if (!(it.action() instanceof Action.Webhook) && !it.mail().hasFields())
                return SendingNote.withheld(Set.of(Trouble.SOURCE_GONE), "");
            return switch (it.action()) {
                case Action.Forward forward -> {
                    var to = EmailAddress.of(forward.address());
                    var against = guard.againstForward(it.mail(), forward, verified.contains(to.key()));
                    yield against.isEmpty()
                            ? errand(it, new Task.Forward(to))
                            : SendingNote.withheld(against, to.address());
                }
                case Action.Reply reply -> {
                    var to = guard.answered(it.mail());
                    var against = guard.againstReply(it.mail(), !admitted.contains(it.answer()));
                    if (against.isEmpty())
                        yield errand(it, new Task.Reply(to.orElseThrow(), reply.subject(), reply.text()));
                    // whoever is not answered anyway was not left out for having been answered
                    var weightier = new HashSet<>(against);
                    if (weightier.size() > 1) weightier.remove(Objection.ANSWERED_LATELY);
                    yield SendingNote.withheld(weightier, to.map(EmailAddress::address).orElse(""));
                }
                case Action.Webhook(var address) -> errand(it, new Task.Webhook(address));
            };
        }

        private SendingNote errand(Wanted it, Task task) {
            var mail = it.mail().mail();
            var from = mail.from().stream().findFirst().orElse(EmailAddress.of(""));
            var occasion = new Occasion(
                    mail.email(), mail.source(), from, mail.subject(), mail.receivedAt(), it.category());
            var errand = Errand.written(
                    new ErrandId(ids.next()), account, it.rule().toString(), occasion, task, now);
            written.add(errand);
            return SendingNote.of(errand);
        }

        private HistoryLine line(Wanted it, SendingNote note) {
            return new HistoryLine(
                    it.mail().mail().email(), now, Engine.RULE, it.rule().toString(), it.action().kind(),
                    note.written(), List.of(), List.of());
        }
    }
}
