package org.waxwing.application.mailbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.content.HtmlSanitiser;
import org.waxwing.domain.content.Rendering;
import org.waxwing.domain.content.SafeHtml;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.mailbox.Attachment;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.ThreadId;
import org.waxwing.domain.reading.EmailView;
import org.waxwing.domain.reading.MailReader;

/** Messages with all their words at once, for paper. */
public class PrintMail {
    // what a printed conversation may be made of; beyond it messages come as plain text
    private static final long MOST_HTML = 16L << 20;

    private final Transactions transactions;
    private final MailReader reader;
    private final HtmlSanitiser sanitiser;
    private final OpenHtml.Addresses addresses;

    public PrintMail(
            Transactions transactions, MailReader reader, HtmlSanitiser sanitiser, OpenHtml.Addresses addresses) {
        this.transactions = transactions;
        this.reader = reader;
        this.sanitiser = sanitiser;
        this.addresses = addresses;
    }

    /** What is printed. */
    public sealed interface Wanted {
        /** A conversation, of an endless one the latest 200 messages. */
        record Conversation(ThreadId thread) implements Wanted {}

        /** One message. */
        record Message(EmailId email) implements Wanted {}
    }

    /**
     * What goes onto paper.
     *
     * @param subject of the conversation
     * @param messages oldest first
     * @param html of those that have one and are not too large
     */
    public record Paper(UntrustedText subject, List<EmailView> messages, Map<EmailId, SafeHtml> html) {
        public Paper {
            messages = List.copyOf(messages);
            html = Map.copyOf(html);
        }
    }

    /** The messages, if they are {@code owner}'s. */
    public Optional<Paper> print(PersonId owner, Wanted wanted) {
        record Found(UntrustedText subject, List<EmailView> messages, Map<EmailId, UntrustedText> html) {}
        var found = transactions.call(Actor.of(owner), () -> {
            var messages = switch (wanted) {
                case Wanted.Conversation(var thread) ->
                    reader.thread(thread).map(it -> new Found(it.subject(), it.messages(), Map.of()));
                case Wanted.Message(var email) -> reader.email(email)
                        .map(it -> new Found(it.headers().subject(), List.of(it), Map.of()));
            };
            return messages.map(it -> new Found(it.subject(), it.messages(), reader.html(withHtml(it.messages()))));
        });
        return found.map(it -> new Paper(it.subject(), it.messages(), harmless(it.messages(), it.html())));
    }

    private static List<EmailId> withHtml(List<EmailView> messages) {
        var chosen = new ArrayList<EmailId>();
        long size = 0;
        for (var email : messages.reversed()) {
            if (!email.hasHtml()) continue;
            size += Math.max(0, email.size() - email.attachments().stream().mapToLong(Attachment::size).sum());
            if (size <= MOST_HTML) chosen.add(email.id());
        }
        return chosen;
    }

    private Map<EmailId, SafeHtml> harmless(List<EmailView> messages, Map<EmailId, UntrustedText> html) {
        var harmless = new HashMap<EmailId, SafeHtml>();
        for (var email : messages) {
            var written = html.get(email.id());
            if (written != null)
                harmless.put(
                        email.id(),
                        sanitiser.sanitise(written, Rendering.plain(OpenHtml.inlineImages(email, addresses))));
        }
        return harmless;
    }
}
