package org.waxwing.application.mailbox;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.content.HtmlSanitiser;
import org.waxwing.domain.content.SafeHtml;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.mailbox.Attachment;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.reading.EmailView;
import org.waxwing.domain.reading.MailReader;

/** The HTML of a message, made harmless. */
public class OpenHtml {
    /** Where the inline images of a message are served. */
    @FunctionalInterface
    public interface Addresses {
        /** The address of one attachment of a message. */
        String of(EmailId email, Attachment attachment);
    }

    private final Transactions transactions;
    private final MailReader reader;
    private final HtmlSanitiser sanitiser;
    private final Addresses addresses;

    public OpenHtml(Transactions transactions, MailReader reader, HtmlSanitiser sanitiser, Addresses addresses) {
        this.transactions = transactions;
        this.reader = reader;
        this.sanitiser = sanitiser;
        this.addresses = addresses;
    }

    /** The sanitised document, if the message is {@code owner}'s and has one. */
    public Optional<SafeHtml> open(PersonId owner, EmailId id) {
        record Found(UntrustedText html, EmailView email) {}
        var found = transactions.call(
                Actor.of(owner),
                () -> reader.html(id).flatMap(html -> reader.email(id).map(email -> new Found(html, email))));
        return found.map(it -> sanitiser.sanitise(it.html(), inlineImages(it.email(), addresses)));
    }

    /** Where the pictures are that the HTML of a message may show, by their Content-ID. */
    static Map<String, String> inlineImages(EmailView email, Addresses addresses) {
        var images = new HashMap<String, String>();
        for (var attachment : email.attachments())
            if (!attachment.contentId().isEmpty() && attachment.mediaType().startsWith("image/"))
                images.putIfAbsent(attachment.contentId(), addresses.of(email.id(), attachment));
        return images;
    }
}
