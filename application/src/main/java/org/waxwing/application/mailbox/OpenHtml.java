package org.waxwing.application.mailbox;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.account.AccountStore;
import org.waxwing.domain.authenticity.Authentication.Standing;
import org.waxwing.domain.content.HtmlSanitiser;
import org.waxwing.domain.content.RemoteImages;
import org.waxwing.domain.content.Rendering;
import org.waxwing.domain.content.SafeHtml;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.images.ImageTrust;
import org.waxwing.domain.links.LinkCheck;
import org.waxwing.domain.mailbox.Attachment;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.reading.EmailView;
import org.waxwing.domain.reading.MailReader;
import org.waxwing.domain.screening.Acquaintance;
import org.waxwing.domain.screening.SenderBook;

/** The HTML of a message, made harmless. */
public class OpenHtml {
    private static final int MOST_CONTACTS = 2_000;

    /** Where pictures are served. */
    public interface Addresses {
        /** The address of one attachment of a message. */
        String of(EmailId email, Attachment attachment);

        /** The address at which a picture of somebody else's server is shown to this person. */
        String of(PersonId person, String picture);
    }

    /** What a reader asks for. */
    public enum Wish {
        /** Pictures of other servers, this once. */
        REMOTE_IMAGES,
        /** All of it, however long. */
        WHOLE
    }

    /** Why pictures of other servers are shown, or not. */
    public enum Images {
        /** They are not. */
        BLOCKED,
        /** The reader asked for them. */
        ASKED,
        /** The reader always wants those of this sender. */
        TRUSTED
    }

    /** What there is to show. */
    public record Opened(SafeHtml html, Images images) {}

    private final Transactions transactions;
    private final MailReader reader;
    private final AccountStore accounts;
    private final SenderBook book;
    private final ImageTrust trust;
    private final HtmlSanitiser sanitiser;
    private final Addresses addresses;

    public OpenHtml(
            Transactions transactions,
            MailReader reader,
            AccountStore accounts,
            SenderBook book,
            ImageTrust trust,
            HtmlSanitiser sanitiser,
            Addresses addresses) {
        this.transactions = transactions;
        this.reader = reader;
        this.accounts = accounts;
        this.book = book;
        this.trust = trust;
        this.sanitiser = sanitiser;
        this.addresses = addresses;
    }

    private record Found(UntrustedText html, EmailView email, boolean trusted, Set<String> familiar) {}

    /** The sanitised document, if the message is {@code owner}'s and has one. */
    public Optional<Opened> open(PersonId owner, EmailId id, Set<Wish> wishes) {
        var found = transactions.call(
                Actor.of(owner),
                () -> reader.html(id).flatMap(html -> reader.email(id).map(email -> found(html, email))));
        return found.map(it -> {
            var images = images(it, wishes);
            RemoteImages remote = images == Images.BLOCKED
                    ? RemoteImages.BLOCKED
                    : picture -> Optional.of(addresses.of(owner, picture));
            var how = new Rendering(
                    inlineImages(it.email(), addresses), remote, new LinkCheck(it.familiar()),
                    wishes.contains(Wish.WHOLE));
            return new Opened(sanitiser.sanitise(it.html(), how), images);
        });
    }

    private Found found(UntrustedText html, EmailView email) {
        var from = email.headers().from().stream().findFirst().orElse(EmailAddress.of(""));
        var familiar = new HashSet<String>();
        accounts.all().forEach(it -> familiar.add(it.address().domain()));
        var known = book.known(email.account(), List.of(from)).getOrDefault(from.key(), Acquaintance.NONE);
        // only a stranger would lead to a place that looks like a friend's
        if (known.sent() == 0) familiar.addAll(book.writtenTo(email.account(), MOST_CONTACTS));
        return new Found(html, email, trust.includes(from), familiar);
    }

    // whoever only pretends to be a trusted sender is none
    private static Images images(Found found, Set<Wish> wishes) {
        if (found.trusted() && found.email().authentication().standing() != Standing.FAILED) return Images.TRUSTED;
        return wishes.contains(Wish.REMOTE_IMAGES) ? Images.ASKED : Images.BLOCKED;
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
