package org.waxwing.application.sending;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.application.sync.OpenAccount;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.history.HistoryLine;
import org.waxwing.domain.history.HistoryLine.Engine;
import org.waxwing.domain.history.MailHistory;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.identity.PersonStore;
import org.waxwing.domain.mailbox.BlobStore;
import org.waxwing.domain.mailbox.MessageParser;
import org.waxwing.domain.sending.Errand;
import org.waxwing.domain.sending.Errand.State;
import org.waxwing.domain.sending.ErrandId;
import org.waxwing.domain.sending.ErrandStore;
import org.waxwing.domain.sending.ForwardingAddress;
import org.waxwing.domain.sending.ForwardingAddresses;
import org.waxwing.domain.sending.MailSubmission;
import org.waxwing.domain.sending.MessageWriter;
import org.waxwing.domain.sending.SendingKeys;
import org.waxwing.domain.sending.SendingNote;
import org.waxwing.domain.sending.Task;
import org.waxwing.domain.sending.Trouble;
import org.waxwing.domain.sending.WebhookCaller;
import org.waxwing.domain.sync.ConnectionProblem;
import org.waxwing.domain.sync.MailProviderException;

/**
 * Carries out the errands of an account that are due. A message is sent at most once: whoever sends it notes that before
 * the last word, and an attempt that broke off behind that note is told to the owner and left. Programs may be told
 * twice, and know it by the id.
 */
public class RunErrands {
    private static final int AT_ONCE = 50;
    private static final int MOST_ROUNDS = 20;
    // longer than any submission takes
    private static final Duration HOLD = Duration.ofMinutes(15);
    private static final Duration COUNTED = Duration.ofHours(1);
    private static final Duration UNTIL_THERE_IS_ROOM = Duration.ofMinutes(5);
    private static final Duration KEPT = Duration.ofDays(30);

    private final Transactions transactions;
    private final ErrandStore errands;
    private final ForwardingAddresses addresses;
    private final MailHistory history;
    private final PersonStore people;
    private final OpenAccount openAccount;
    private final MailSubmission submission;
    private final WebhookCaller webhooks;
    private final Letters letters;
    private final SendingKeys keys;
    private final Clock clock;
    private final int mostInAnHour;

    /** @param mostInAnHour how many messages are sent for an account by rules within an hour; the others wait */
    public RunErrands(
            Transactions transactions,
            ErrandStore errands,
            ForwardingAddresses addresses,
            MailHistory history,
            PersonStore people,
            OpenAccount openAccount,
            MailSubmission submission,
            MessageWriter writer,
            WebhookCaller webhooks,
            BlobStore blobs,
            MessageParser parser,
            SendingKeys keys,
            Clock clock,
            int mostInAnHour) {
        this.transactions = transactions;
        this.errands = errands;
        this.addresses = addresses;
        this.history = history;
        this.people = people;
        this.openAccount = openAccount;
        this.submission = submission;
        this.webhooks = webhooks;
        this.letters = new Letters(blobs, parser, writer);
        this.keys = keys;
        this.clock = clock;
        this.mostInAnHour = mostInAnHour;
    }

    /** Carries out what is due, one after the other. Safe to repeat, and from several nodes at once. */
    public void run(PersonId owner, AccountId account) {
        var actor = Actor.of(owner);
        for (int i = 0; i < MOST_ROUNDS; i++) {
            var due = transactions.call(actor, () -> errands.due(account, clock.instant(), AT_ONCE));
            if (due.isEmpty()) break;
            due.forEach(it -> new Course(owner, it).run());
        }
        transactions.run(actor, () -> errands.forget(account, clock.instant().minus(KEPT)));
    }

    /** One errand. */
    private final class Course {
        private final PersonId owner;
        private final Actor actor;
        private final ErrandId id;

        Course(PersonId owner, ErrandId id) {
            this.owner = owner;
            this.actor = Actor.of(owner);
            this.id = id;
        }

        void run() {
            transactions.call(actor, this::begin).ifPresent(begun -> {
                var then = switch (begun.task()) {
                    case Task.Mail mail -> submitted(begun, mail);
                    case Task.Webhook(var address) -> called(webhooks.call(address, new WebhookCaller.Call(
                            begun.id(), begun.reference(), begun.account(), begun.occasion(),
                            keys.signing(begun.reference()), clock.instant())));
                };
                transactions.run(actor, () -> still(begun).ifPresent(it -> note(it, then.apply(it))));
            });
        }

        private Optional<Errand> begin() {
            var now = now();
            var found = errands.take(id).filter(it -> it.isDue(now));
            if (found.isEmpty()) return Optional.empty();
            var errand = found.get();
            var refused = refusal(errand, now);
            if (refused.isPresent()) {
                note(errand, refused.get());
                return Optional.empty();
            }
            var begun = errand.begun(now, now.plus(HOLD));
            errands.note(begun);
            return Optional.of(begun);
        }

        /** What becomes of an errand that is not begun now. */
        private Optional<Errand> refusal(Errand errand, Instant now) {
            if (errand.state() == State.ENDING) return Optional.of(errand.uncertain(now));
            if (errand.isWorn(now)) return Optional.of(errand.failed(Trouble.UNREACHABLE, now));
            if (errand.task() instanceof Task.Forward(var to)
                    && addresses.take(to).filter(ForwardingAddress::isVerified).isEmpty())
                return Optional.of(errand.failed(Trouble.NOT_VERIFIED, now));
            return errand.task() instanceof Task.Mail && !hasRoom(errand, now)
                    ? Optional.of(errand.putOff(Trouble.LIMIT, now.plus(UNTIL_THERE_IS_ROOM)))
                    : Optional.empty();
        }

        private boolean hasRoom(Errand errand, Instant now) {
            var since = now.minus(COUNTED);
            boolean counted = errand.attempts() > 0 && !errand.begunAt().isBefore(since);
            return errands.begunSince(errand.account(), since) - (counted ? 1 : 0) < mostInAnHour;
        }

        private UnaryOperator<Errand> submitted(Errand begun, Task.Mail task) {
            try {
                return openAccount.open(owner, begun.account(), (account, signIn) -> {
                    var name = transactions.call(actor, () -> people.person(owner)).orElseThrow().name();
                    var who = new Letters.Writer(account.id(), account.address(), name, keys.mark(owner));
                    var prepared = letters.of(begun, task, who);
                    if (prepared.isEmpty()) return failed(Trouble.SOURCE_GONE);
                    return outcome(submission.submit(
                            account.outgoing(), signIn, prepared.get().envelope(), prepared.get().message(),
                            () -> mayEnd(begun)));
                }).orElse(failed(Trouble.SOURCE_GONE));
            } catch (MailProviderException e) {
                var why = Troubles.of(e.problem());
                return e.problem() == ConnectionProblem.NOT_ALLOWED ? failed(why) : later(why);
            } catch (UncheckedIOException e) {
                return later(Trouble.SOURCE_GONE);
            }
        }

        /** Whether this attempt is still the one that counts; notes that its last word is said. */
        private boolean mayEnd(Errand begun) {
            return transactions.call(actor, () -> {
                var mine = still(begun).filter(it -> it.state() == State.TRYING);
                mine.ifPresent(it -> errands.note(it.ending()));
                return mine.isPresent();
            });
        }

        private Optional<Errand> still(Errand begun) {
            return errands.take(id).filter(it -> it.isStill(begun));
        }

        private UnaryOperator<Errand> outcome(MailSubmission.Outcome outcome) {
            return switch (outcome) {
                case MailSubmission.Outcome.Accepted it -> errand -> errand.sent(now());
                case MailSubmission.Outcome.Refused(var why) -> failed(why);
                case MailSubmission.Outcome.Later(var why) -> later(why);
                case MailSubmission.Outcome.Uncertain() -> errand -> errand.uncertain(now());
                // somebody else has taken over, and says what becomes of it
                case MailSubmission.Outcome.Withheld() -> UnaryOperator.identity();
            };
        }

        private UnaryOperator<Errand> called(WebhookCaller.Answer answer) {
            return switch (answer) {
                case WebhookCaller.Answer.Taken() -> errand -> errand.sent(now());
                case WebhookCaller.Answer.Refused(var why) -> failed(why);
                case WebhookCaller.Answer.Later(var why) -> later(why);
            };
        }

        private UnaryOperator<Errand> failed(Trouble why) {
            return errand -> errand.failed(why, now());
        }

        private UnaryOperator<Errand> later(Trouble why) {
            return errand -> errand.later(why, now());
        }

        /** Notes it, and tells the history what its owner does not know yet. */
        private void note(Errand before, Errand after) {
            if (after.equals(before)) return;
            if (!after.state().isOpen() || after.trouble() != before.trouble())
                history.add(after.account(), List.of(new HistoryLine(
                        after.occasion().email(), now(), Engine.RULE, after.reference(), after.task().kind(),
                        SendingNote.of(after).written(), List.of(), List.of())));
            errands.note(after);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
