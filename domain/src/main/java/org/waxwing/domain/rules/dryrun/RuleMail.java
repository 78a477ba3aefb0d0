package org.waxwing.domain.rules.dryrun;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.reading.ListPosition;
import org.waxwing.domain.reading.Window;
import org.waxwing.domain.rules.Rule;

/**
 * The stored mail of a person as rules ask for it. Needs an open transaction of the person. Each method is a fixed number
 * of queries, whatever it returns; of messages that are not there nothing is told.
 */
public interface RuleMail {
    /** The most words of a message that are looked at, in characters. */
    int MOST_WORDS = 100_000;

    /**
     * Who wrote a message.
     *
     * @param newcomer whether nothing had come from them to that account before
     * @param acquaintance whether that account ever wrote to them; that they were let in is for others to know
     */
    record Sender(boolean newcomer, boolean acquaintance) {}

    /** How many messages {@link #page} goes through in all. */
    long count(Rule.Reach reach);

    /**
     * A window of the messages that came to the accounts in reach, latest first: whatever a folder shows that is neither
     * spam nor trash, and that was not written by its owner.
     */
    Window<StoredMail> page(Rule.Reach reach, ListPosition after, int limit);

    /**
     * What {@link #page} goes through of one account, in the order of the ids, behind that one; from the beginning when
     * there is none.
     *
     * @param after at most one
     */
    List<StoredMail> next(AccountId account, List<EmailId> after, int atMost);

    /** Those of these messages that are there, latest first. */
    List<StoredMail> those(Collection<EmailId> emails);

    /** The words to read of messages, each cut off behind {@link #MOST_WORDS}. */
    Map<EmailId, UntrustedText> words(Collection<EmailId> emails);

    /** Who wrote them. */
    Map<EmailId, Sender> senders(Collection<EmailId> emails);

    /**
     * How they are now, and what their owner decided about them as far as that is remembered; what rules did is not their
     * owner's decision.
     */
    Map<EmailId, Present> present(Collection<EmailId> emails);
}
