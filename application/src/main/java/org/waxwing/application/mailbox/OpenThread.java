package org.waxwing.application.mailbox;

import java.util.Map;
import java.util.Optional;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.mailbox.ThreadId;
import org.waxwing.domain.reading.MailReader;
import org.waxwing.domain.reading.ThreadView;
import org.waxwing.domain.screening.Acquaintance;
import org.waxwing.domain.screening.SenderBook;

/** A conversation to read, with how well its writers are known. */
public class OpenThread {
    private final Transactions transactions;
    private final MailReader reader;
    private final SenderBook book;

    public OpenThread(Transactions transactions, MailReader reader, SenderBook book) {
        this.transactions = transactions;
        this.reader = reader;
        this.book = book;
    }

    /**
     * A conversation and its writers.
     *
     * @param writers by {@link EmailAddress#key()}
     */
    public record Opened(ThreadView thread, Map<String, Acquaintance> writers) {
        public Opened {
            writers = Map.copyOf(writers);
        }
    }

    /** The conversation, if it is {@code owner}'s. */
    public Optional<Opened> open(PersonId owner, ThreadId id) {
        return transactions.call(Actor.of(owner), () -> reader.thread(id).map(this::withWriters));
    }

    private Opened withWriters(ThreadView thread) {
        var writers = thread.messages().stream()
                .flatMap(email -> email.headers().from().stream())
                .distinct()
                .toList();
        return new Opened(thread, book.known(thread.account(), writers));
    }
}
