package org.waxwing.web.rest.change;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waxwing.application.change.ChangeMail;
import org.waxwing.domain.change.Deed;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.MailboxId;
import org.waxwing.domain.mailbox.ThreadId;
import org.waxwing.domain.triage.Standing;
import org.waxwing.web.rest.Fields;
import org.waxwing.web.rest.Id;
import org.waxwing.web.rest.problem.ProblemException;

/** Reads what somebody wants done to mail. */
final class ActionRequest {
    static final int MOST = 10_000;
    /** Room for that many ids and everything around them. */
    static final int LARGEST = 512 * 1024;

    private static final Map<String, Deed> PLAIN = Map.of(
            "read", new Deed.Read(),
            "unread", new Deed.Unread(),
            "star", new Deed.Star(),
            "unstar", new Deed.Unstar(),
            "answered", new Deed.Answered(),
            "archive", new Deed.Archive(),
            "trash", new Deed.Trash(),
            "spam", new Deed.Spam(),
            "delete", new Deed.Delete(),
            "to-inbox", new Deed.ToInbox());
    private static final Map<String, Deed> IN_WAXWING = Map.of(
            "unsnooze", new Deed.Unsnooze(),
            "later", new Deed.PutOn(Standing.Pile.LATER),
            "aside", new Deed.PutOn(Standing.Pile.SET_ASIDE),
            "back", new Deed.Back(),
            "mute", new Deed.Mute(),
            "unmute", new Deed.Unmute());

    // what a server can store as a keyword (RFC 9051 §9, flag-keyword)
    private static final Pattern LABEL = Pattern.compile("[!#$&'+,\\-./0-9:;<=>?@A-Z\\[^_`a-z|}~]{1,100}");

    private ActionRequest() {}

    /**
     * The command that these fields spell.
     *
     * @throws ProblemException {@code validation}, with everything that is wrong
     */
    static ChangeMail.Command of(Fields fields) {
        var deed = deed(fields, fields.needed("op"));
        boolean quiet = fields.has("quiet") && fields.flag("quiet");
        var choice = fields.has("query") ? ActionQuery.of(fields) : these(fields);
        fields.check();
        return new ChangeMail.Command(deed.orElseThrow(), choice.orElseThrow(), quiet);
    }

    private static Optional<ChangeMail.Choice> these(Fields fields) {
        var threads = fields.texts("threadIds");
        var messages = fields.texts("messageIds");
        if (threads.size() + messages.size() > MOST)
            fields.wrong("threadIds", "At most " + MOST + " conversations and messages at once.");
        if (!fields.has("threadIds") && !fields.has("messageIds"))
            fields.wrong("threadIds", "This, messageIds or query is needed.");
        return Optional.of(new ChangeMail.Choice.These(
                Id.known(threads, ThreadId::of), Id.known(messages, EmailId::of)));
    }

    private static Optional<Deed> deed(Fields fields, String op) {
        return switch (op) {
            case "" -> Optional.empty();
            case "label" -> label(fields).map(Deed.Label::new);
            case "unlabel" -> label(fields).map(Deed.Unlabel::new);
            case "move" -> target(fields).map(Deed.Move::new);
            case "snooze" -> until(fields).map(Deed.Snooze::new);
            default -> {
                var deed = Optional.ofNullable(PLAIN.get(op)).or(() -> Optional.ofNullable(IN_WAXWING.get(op)));
                if (deed.isEmpty())
                    fields.wrong("op", "This has to be label, unlabel, move, snooze, "
                            + Stream.concat(PLAIN.keySet().stream(), IN_WAXWING.keySet().stream())
                                    .sorted().collect(Collectors.joining(", "))
                            + ".");
                yield deed;
            }
        };
    }

    private static Optional<Keyword> label(Fields fields) {
        var text = fields.needed("label");
        if (text.isBlank()) return Optional.empty();
        if (LABEL.matcher(text).matches() && new Keyword(text).isLabel()) return Optional.of(new Keyword(text));
        fields.wrong("label", "Mail servers keep labels of 1 to 100 Latin letters, digits and signs such as - and _,"
                + " without spaces; some names are taken by mail programs.");
        return Optional.empty();
    }

    private static Optional<Instant> until(Fields fields) {
        var text = fields.needed("until");
        if (text.isBlank()) return Optional.empty();
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException e) {
            fields.wrong("until", ActionsResource.NOT_A_TIME);
            return Optional.empty();
        }
    }

    private static Optional<MailboxId> target(Fields fields) {
        var text = fields.needed("mailboxId");
        if (text.isBlank()) return Optional.empty();
        try {
            return Optional.of(Id.of(text, MailboxId::of));
        } catch (ProblemException e) {
            fields.wrong("mailboxId", ActionsResource.NO_SUCH_MAILBOX);
            return Optional.empty();
        }
    }
}
