package org.waxwing.application.sending;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.mailbox.BlobStore;
import org.waxwing.domain.mailbox.HeaderField;
import org.waxwing.domain.mailbox.MessageId;
import org.waxwing.domain.mailbox.MessageParser;
import org.waxwing.domain.mailbox.MissingBlobException;
import org.waxwing.domain.mailbox.RawMessage;
import org.waxwing.domain.rules.guard.AnswerGuard;
import org.waxwing.domain.sending.Envelope;
import org.waxwing.domain.sending.Errand;
import org.waxwing.domain.sending.ErrandId;
import org.waxwing.domain.sending.Letter;
import org.waxwing.domain.sending.MessageWriter;
import org.waxwing.domain.sending.Task;

/** Writes the messages of errands. */
final class Letters {
    private static final Pattern MESSAGE_ID = Pattern.compile("<([^<>\\s]{1,900})>");
    private static final Pattern ANSWER = Pattern.compile("(?i)(re|aw|sv|antw)\\s*:.*");
    private static final int MOST_ANSWERED = 20;
    private static final int LONGEST_MARK = 200;

    private final BlobStore blobs;
    private final MessageParser parser;
    private final MessageWriter writer;

    Letters(BlobStore blobs, MessageParser parser, MessageWriter writer) {
        this.blobs = blobs;
        this.parser = parser;
        this.writer = writer;
    }

    /** What is submitted. */
    record Prepared(Envelope envelope, RawMessage message) {}

    /**
     * Who writes.
     *
     * @param address of the account
     * @param name of the person
     * @param mark what their automatic mail is known by
     */
    record Writer(AccountId account, EmailAddress address, UntrustedText name, String mark) {
        EmailAddress from() {
            return new EmailAddress(name.onOneLine(), address.address());
        }
    }

    /** The message of an errand; nothing when what it is about is gone. */
    Optional<Prepared> of(Errand errand, Task.Mail task, Writer who) {
        RawMessage original;
        List<HeaderField> fields;
        try {
            original = blobs.message(who.account(), errand.occasion().source());
            fields = parser.fields(original);
        } catch (MissingBlobException e) {
            return Optional.empty();
        } catch (IOException e) {
            // the store may be there again later
            throw new UncheckedIOException(e);
        }
        var id = messageId(errand.id(), who.address());
        return Optional.of(switch (task) {
            case Task.Forward(var to) -> new Prepared(
                    Envelope.of(who.address(), List.of(to)),
                    writer.write(new Letter(
                            id, who.from(), List.of(to), prefixed("Fwd: ", errand.occasion().subject()),
                            ManyTongues.passedOn(who.address().address()), errand.writtenAt(), List.of(),
                            Letter.Origin.GENERATED, marks(fields, who.mark()), List.of(original))));
            case Task.Reply(var to, var subject, var text) -> new Prepared(
                    Envelope.ofAnswer(who.address(), to),
                    writer.write(new Letter(
                            id, who.from(), List.of(to), answering(subject, errand.occasion().subject()), text,
                            errand.writtenAt(), answered(fields), Letter.Origin.REPLIED, marks(fields, who.mark()),
                            List.of())));
        });
    }

    /** A message with a code. */
    Prepared code(ErrandId id, Writer who, EmailAddress to, String subject, String text, Instant now) {
        return new Prepared(Envelope.of(who.address(), List.of(to)), writer.write(new Letter(
                messageId(id, who.address()), who.from(), List.of(to), new UntrustedText(subject), text, now, List.of(),
                Letter.Origin.GENERATED, List.of(who.mark()), List.of())));
    }

    /** The same however often it is written: a server that gets it twice may tell. */
    private static MessageId messageId(ErrandId id, EmailAddress from) {
        return new MessageId(id + "@" + from.domain());
    }

    private static UntrustedText prefixed(String prefix, UntrustedText subject) {
        return new UntrustedText(prefix + subject.value());
    }

    private static UntrustedText answering(String subject, UntrustedText asked) {
        if (!subject.isBlank()) return new UntrustedText(subject);
        return ANSWER.matcher(asked.value()).matches() ? asked : prefixed("Re: ", asked);
    }

    /** RFC 5322 §3.6.4: what the original belonged to, and the original. */
    private static List<MessageId> answered(List<HeaderField> fields) {
        var ids = new LinkedHashSet<MessageId>();
        var before = ids(fields, "references");
        if (before.isEmpty()) before = ids(fields, "in-reply-to");
        ids.addAll(before.subList(Math.max(0, before.size() - MOST_ANSWERED), before.size()));
        ids(fields, "message-id").stream().limit(1).forEach(it -> {
            ids.remove(it);
            ids.add(it);
        });
        return List.copyOf(ids);
    }

    private static List<MessageId> ids(List<HeaderField> fields, String name) {
        var ids = new ArrayList<MessageId>();
        for (var value : values(fields, name)) {
            var found = MESSAGE_ID.matcher(value.value());
            while (found.find()) ids.add(new MessageId(found.group(1)));
        }
        return ids;
    }

    /** Those of others stay, so that mail that several pass on to each other is known by each of them. */
    private static List<String> marks(List<HeaderField> fields, String own) {
        var marks = new LinkedHashSet<String>();
        values(fields, AnswerGuard.LOOP_MARK).stream()
                .map(it -> it.onOneLine().clipped(LONGEST_MARK).value())
                .filter(it -> !it.isEmpty())
                .limit(AnswerGuard.MOST_MARKS)
                .forEach(marks::add);
        marks.add(own);
        return List.copyOf(marks);
    }

    private static Collection<UntrustedText> values(List<HeaderField> fields, String name) {
        return fields.stream()
                .filter(it -> it.name().value().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))
                .map(HeaderField::value)
                .toList();
    }
}
