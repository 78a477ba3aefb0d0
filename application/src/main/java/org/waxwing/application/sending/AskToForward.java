package org.waxwing.application.sending;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.AttemptLimit;
import org.waxwing.application.runtime.Ids;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.application.sync.OpenAccount;
import org.waxwing.domain.account.Account;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.account.AccountStore;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.identity.PersonStore;
import org.waxwing.domain.mailbox.BlobStore;
import org.waxwing.domain.mailbox.MessageParser;
import org.waxwing.domain.sending.ErrandId;
import org.waxwing.domain.sending.ForwardingAddress;
import org.waxwing.domain.sending.ForwardingAddresses;
import org.waxwing.domain.sending.MailSubmission;
import org.waxwing.domain.sending.MailSubmission.Outcome;
import org.waxwing.domain.sending.MessageWriter;
import org.waxwing.domain.sending.SendingKeys;
import org.waxwing.domain.sending.Trouble;
import org.waxwing.domain.sync.MailProviderException;

/**
 * Sends a code to an address that somebody wants mail passed on to. It is sent while they wait: they can try again, and a
 * code that comes twice harms nobody.
 */
public class AskToForward {
    private static final String LIMITED = "forwarding-code";

    private final Transactions transactions;
    private final ForwardingAddresses addresses;
    private final AccountStore accounts;
    private final PersonStore people;
    private final OpenAccount openAccount;
    private final MailSubmission submission;
    private final Letters letters;
    private final SendingKeys keys;
    private final AttemptLimit limit;
    private final Ids ids;
    private final Clock clock;

    public AskToForward(
            Transactions transactions,
            ForwardingAddresses addresses,
            AccountStore accounts,
            PersonStore people,
            OpenAccount openAccount,
            MailSubmission submission,
            MessageWriter writer,
            BlobStore blobs,
            MessageParser parser,
            SendingKeys keys,
            AttemptLimit limit,
            Ids ids,
            Clock clock) {
        this.transactions = transactions;
        this.addresses = addresses;
        this.accounts = accounts;
        this.people = people;
        this.openAccount = openAccount;
        this.submission = submission;
        this.letters = new Letters(blobs, parser, writer);
        this.keys = keys;
        this.limit = limit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param from the account that the code is sent from; the oldest when there is none
     */
    public record Wish(String address, List<AccountId> from) {
        public Wish {
            from = List.copyOf(from);
        }
    }

    /** What became of it. */
    public sealed interface Result {
        /** A code is on its way, or was shown before. */
        record Kept(ForwardingAddress address) implements Result {}

        /** Nothing can be sent to such an address. */
        record NotAnAddress() implements Result {}

        /** It is an address of one of their own accounts, to which nothing is passed on. */
        record OwnAddress() implements Result {}

        /** They have no account that it could be sent from. */
        record NoAccount() implements Result {}

        /** They have as many as anybody may. */
        record NoRoom() implements Result {}

        /** They have asked so often that they have to wait for some minutes. */
        record TooOften() implements Result {}

        /** The code could not be sent. */
        record NotSent(Trouble why) implements Result {}
    }

    private record Known(List<Account> accounts, UntrustedText name, List<ForwardingAddress> addresses) {}

    /** Sends a code, unless it was shown before. */
    public Result ask(PersonId person, Wish wish) {
        var to = EmailAddress.of(EmailAddress.of(wish.address().strip()).key());
        if (!to.isDeliverable()) return new Result.NotAnAddress();
        var known = transactions.call(Actor.of(person), () -> new Known(
                accounts.all(), people.person(person).orElseThrow().name(), addresses.all()));
        var there = known.addresses().stream().filter(it -> it.address().equals(to)).findFirst();
        if (there.filter(ForwardingAddress::isVerified).isPresent()) return new Result.Kept(there.get());
        if (known.accounts().stream().anyMatch(it -> it.address().key().equals(to.key())))
            return new Result.OwnAddress();
        var from = known.accounts().stream()
                .filter(it -> wish.from().isEmpty() || wish.from().contains(it.id()))
                .findFirst();
        if (from.isEmpty()) return new Result.NoAccount();
        if (there.isEmpty() && known.addresses().size() >= ForwardingAddress.MOST) return new Result.NoRoom();
        // codes go to strangers: that could be misused as well as passwords could be tried
        if (!limit.admits(person, LIMITED)) return new Result.TooOften();
        limit.refused(person, LIMITED);
        return send(person, known.name(), from.get(), to);
    }

    private Result send(PersonId person, UntrustedText name, Account from, EmailAddress to) {
        var code = keys.newCode();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var who = new Letters.Writer(from.id(), from.address(), name, keys.mark(person));
        var address = from.address().address();
        var prepared = letters.code(
                new ErrandId(ids.next()), who, to, ManyTongues.codeSubject(code), ManyTongues.code(code, address), now);
        Optional<Outcome> outcome;
        try {
            outcome = openAccount.open(person, from.id(), (account, signIn) -> submission.submit(
                    account.outgoing(), signIn, prepared.envelope(), prepared.message(), () -> true));
        } catch (MailProviderException e) {
            return new Result.NotSent(Troubles.of(e.problem()));
        }
        if (outcome.isEmpty()) return new Result.NoAccount();
        return switch (outcome.get()) {
            case Outcome.Refused(var why) -> new Result.NotSent(why);
            case Outcome.Later(var why) -> new Result.NotSent(why);
            // it may have come; when it has not, they ask again
            case Outcome.Accepted it -> kept(person, ForwardingAddress.asked(to, keys.seal(person, to, code), now));
            case Outcome.Uncertain() -> kept(
                    person, ForwardingAddress.asked(to, keys.seal(person, to, code), now));
            case Outcome.Withheld() -> throw new IllegalStateException("Nobody has withheld it");
        };
    }

    private Result kept(PersonId person, ForwardingAddress asked) {
        return new Result.Kept(transactions.call(Actor.of(person), () -> {
            var there = addresses.take(asked.address()).filter(ForwardingAddress::isVerified);
            if (there.isPresent()) return there.get();
            addresses.keep(asked);
            return asked;
        }));
    }
}
