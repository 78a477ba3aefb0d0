package org.waxwing.domain.rules;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.sorting.Category;

/**
 * What rules ask of a message. Each is asked when a rule needs it and not before, some more than once: whoever has to read
 * for an answer keeps it. All answers are about the message as it was before any rule.
 */
public interface RuleSubject {
    /** A file with the message that is offered beside the text. */
    record File(UntrustedText name, String mediaType) {}

    /** What a model said. */
    enum Answer {
        YES,
        NO,
        /** Nothing yet, or nothing that could be understood. */
        NONE
    }

    /** The account it came to. */
    AccountId account();

    /** Who stands in From. */
    List<EmailAddress> from();

    /** Who stands in To. */
    List<EmailAddress> to();

    /** Who stands in Cc. */
    List<EmailAddress> cc();

    /** Who stands in Bcc. */
    List<EmailAddress> bcc();

    /** Its subject, decoded; empty when there is none. */
    UntrustedText subject();

    /** Its words to read. */
    UntrustedText body();

    /**
     * The values of all header fields of that name in the order of the message, unfolded and decoded; those of addresses,
     * too.
     *
     * @param name in lower case
     */
    List<UntrustedText> header(String name);

    /** The files with it. */
    List<File> files();

    /** How much it weighs as it came, in bytes. */
    long size();

    /** When the server took it in. */
    Instant receivedAt();

    /** Where it was sorted; nothing when nobody has. */
    Optional<Category> category();

    /** The keywords it has. */
    Set<Keyword> keywords();

    /** The tag of its language (RFC 5646); nothing when that is not clear. */
    Optional<String> language();

    /** Whether nothing ever came from its sender before. */
    boolean isFromNewcomer();

    /** Whether its sender was ever written to, or let in. */
    boolean isFromAcquaintance();

    /** What a model said of it when asked in these words. Never asks one: whoever does brings its answers along. */
    Answer answer(String words);
}
