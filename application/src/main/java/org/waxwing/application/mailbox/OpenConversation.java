package org.waxwing.application.mailbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.account.Account;
import org.waxwing.domain.account.AccountStore;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.Mailbox;
import org.waxwing.domain.mailbox.ThreadId;
import org.waxwing.domain.reading.EmailLine;
import org.waxwing.domain.reading.EmailView;
import org.waxwing.domain.reading.ListPosition;
import org.waxwing.domain.reading.MailReader;
import org.waxwing.domain.reading.MailboxRow;
import org.waxwing.domain.reading.ThreadOutline;
import org.waxwing.domain.screening.Acquaintance;
import org.waxwing.domain.screening.SenderBook;

/**
 * A conversation as it is read on a screen: of a long one only its end, and the words only of what is new. Whatever its
 * length, the number of queries is the same.
 */
public class OpenConversation {
    /** The most messages whose words come along. */
    static final int MOST_OPEN = 8;
    /** Read messages that are shown as lines before the first one that is open. */
    static final int LINES_BEFORE = 5;
    /** So many more are not worth a button. */
    private static final int FEW = 3;

    private static final int LATEST = 60;
    private static final int EARLIER = 100;

    private final Transactions transactions;
    private final AccountStore accounts;
    private final MailReader reader;
    private final SenderBook book;

    public OpenConversation(
            Transactions transactions, AccountStore accounts, MailReader reader, SenderBook book) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.reader = reader;
        this.book = book;
    }

    /** Which part of which conversation. */
    public sealed interface Wanted {
        /** Its end: the latest message and what is unread, opened, after a few lines. */
        record Latest(ThreadId thread) implements Wanted {}

        /** Lines of what stands before this position. */
        record Earlier(ThreadId thread, ListPosition before) implements Wanted {}

        /** One message, opened, without the others. */
        record Alone(EmailId email) implements Wanted {}
    }

    /**
     * What is shown.
     *
     * @param earlier how many messages stand before those that are shown; with {@link Wanted.Earlier} only whether there
     *     are any, and none with {@link Wanted.Alone}
     * @param shown oldest first, at least one
     * @param words of those among them that are open
     * @param writers of the open ones, by {@link EmailAddress#key()}
     * @param surroundings whose mail it is, and what its folders are called
     */
    public record Opened(
            ThreadOutline outline,
            int earlier,
            List<EmailLine> shown,
            Map<EmailId, EmailView> words,
            Map<String, Acquaintance> writers,
            Surroundings surroundings) {
        public Opened {
            shown = List.copyOf(shown);
            words = Map.copyOf(words);
            writers = Map.copyOf(writers);
        }

        /** The messages that are open, oldest first. */
        public List<EmailView> open() {
            return shown.stream().flatMap(it -> Optional.ofNullable(words.get(it.id())).stream()).toList();
        }
    }

    /** All accounts and folders of whoever reads. */
    public record Surroundings(List<Account> accounts, List<Mailbox> folders) {
        public Surroundings {
            accounts = List.copyOf(accounts);
            folders = List.copyOf(folders);
        }
    }

    /** The conversation, if it is {@code owner}'s and there is something of it to show. */
    public Optional<Opened> open(PersonId owner, Wanted wanted) {
        return transactions.call(Actor.of(owner), () -> switch (wanted) {
            case Wanted.Latest(var thread) -> reader.outline(thread, ListPosition.START, LATEST).map(this::latest);
            case Wanted.Earlier(var thread, var before) ->
                reader.outline(thread, before, EARLIER + 1).map(this::earlier);
            case Wanted.Alone(var email) -> reader.email(email).flatMap(this::alone);
        }).filter(it -> !it.shown().isEmpty());
    }

    private Opened latest(ThreadOutline outline) {
        var lines = outline.lines();
        var open = lines.stream().filter(EmailLine::isUnread).collect(Collectors.toCollection(ArrayList::new));
        if (!lines.isEmpty() && !open.contains(lines.getLast())) open.add(lines.getLast());
        int first = open.isEmpty() ? 0 : lines.indexOf(open.getFirst());
        int unseen = Math.max(0, outline.total() - lines.size());
        int from = unseen + first <= LINES_BEFORE + FEW ? 0 : Math.max(0, first - LINES_BEFORE);
        var latestOpen = open.subList(Math.max(0, open.size() - MOST_OPEN), open.size());
        var words = reader.emails(latestOpen.stream().map(EmailLine::id).toList());
        return opened(outline, unseen + from, lines.subList(from, lines.size()), words);
    }

    private Opened earlier(ThreadOutline outline) {
        var lines = outline.lines();
        int left = Math.max(0, lines.size() - EARLIER);
        return opened(outline, left, lines.subList(left, lines.size()), List.of());
    }

    private Optional<Opened> alone(EmailView email) {
        return reader.outline(email.thread(), ListPosition.START, 1)
                .map(outline -> opened(outline, 0, List.of(line(email)), List.of(email)));
    }

    private static EmailLine line(EmailView email) {
        return new EmailLine(
                email.id(),
                email.mailboxes(),
                email.headers().from(),
                email.receivedAt(),
                email.preview(),
                email.attachments().stream().anyMatch(file -> !file.inline()),
                email.keywords(),
                email.authentication());
    }

    private Opened opened(ThreadOutline outline, int earlier, List<EmailLine> shown, List<EmailView> words) {
        var writers = words.stream().flatMap(it -> it.headers().from().stream()).distinct().toList();
        return new Opened(
                outline,
                earlier,
                shown,
                words.stream().collect(Collectors.toMap(EmailView::id, Function.identity())),
                writers.isEmpty() ? Map.of() : book.known(outline.account(), writers),
                new Surroundings(
                        accounts.all(), reader.mailboxes().stream().map(MailboxRow::mailbox).toList()));
    }
}
