package org.waxwing.application.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.mailbox.BlobStore;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.MessageParser;
import org.waxwing.domain.mailbox.MissingBlobException;
import org.waxwing.domain.rules.Needs;
import org.waxwing.domain.rules.dryrun.RuleMail;
import org.waxwing.domain.rules.dryrun.RuleMail.Sender;
import org.waxwing.domain.rules.dryrun.StoredMail;
import org.waxwing.domain.screening.Decision;
import org.waxwing.domain.screening.DecisionStore;

/** Reads what rules need of stored messages beyond what every list has. */
public class Lookup {
    /** So many at once: their words are in memory together. */
    static final int AT_ONCE = 100;

    private final Transactions transactions;
    private final RuleMail mail;
    private final DecisionStore decisions;
    private final BlobStore blobs;
    private final MessageParser parser;

    public Lookup(
            Transactions transactions, RuleMail mail, DecisionStore decisions, BlobStore blobs, MessageParser parser) {
        this.transactions = transactions;
        this.mail = mail;
        this.decisions = decisions;
        this.blobs = blobs;
        this.parser = parser;
    }

    /** What is done with a few messages of which everything was read. */
    @FunctionalInterface
    interface Look {
        void at(List<ReadMail> few);
    }

    /** Reads a few messages at a time, each in transactions of its own, and has them looked at outside of any. */
    void each(Actor actor, Needs needs, List<StoredMail> messages, Look look) {
        for (int i = 0; i < messages.size(); i += AT_ONCE) {
            var few = messages.subList(i, Math.min(i + AT_ONCE, messages.size()));
            var more = read(actor, needs, ReadMail.More.none(), few);
            look.at(few.stream().map(it -> new ReadMail(it, more)).toList());
        }
    }

    /** Reads what is needed of these messages and was not read yet, beside what was. Opens transactions of its own. */
    ReadMail.More read(Actor actor, Needs needs, ReadMail.More more, List<StoredMail> messages) {
        var emails = messages.stream().map(StoredMail::email).toList();
        boolean words = needs.words() && !more.words().keySet().containsAll(emails);
        boolean senders = needs.sender() && !more.senders().keySet().containsAll(emails);
        if (words || senders) transactions.run(actor, () -> {
            if (words) more.words().putAll(mail.words(emails));
            if (senders) more.senders().putAll(senders(messages, emails));
        });
        if (needs.fields()) messages.forEach(it -> more.fields().computeIfAbsent(it.email(), id -> fields(it)));
        return more;
    }

    /** Whoever was let in is known, as well as whoever was written to. */
    private Map<EmailId, Sender> senders(List<StoredMail> messages, Collection<EmailId> emails) {
        var senders = new HashMap<>(mail.senders(emails));
        var decided = decisions.about(messages.stream().flatMap(it -> it.from().stream().limit(1)).toList());
        for (var it : messages) {
            if (it.from().isEmpty()) continue;
            boolean in = decided.about(it.from().getFirst())
                    .filter(decision -> decision.verdict() == Decision.Verdict.IN)
                    .isPresent();
            if (in) senders.computeIfPresent(it.email(), (id, known) -> new Sender(known.newcomer(), true));
        }
        return senders;
    }

    private Map<String, List<UntrustedText>> fields(StoredMail message) {
        var fields = new HashMap<String, List<UntrustedText>>();
        try {
            for (var field : parser.fields(blobs.message(message.account(), message.source())))
                fields.computeIfAbsent(field.name().value().toLowerCase(Locale.ROOT), it -> new ArrayList<>())
                        .add(field.value());
        } catch (MissingBlobException e) {
            // it has no fields that anybody could ask for
            return Map.of();
        } catch (IOException e) {
            // what asked comes again when the store is there again
            throw new UncheckedIOException(e);
        }
        return fields;
    }
}
