package org.waxwing.domain.change;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.MailboxId;
import org.waxwing.domain.mailbox.ThreadId;
import org.waxwing.domain.reading.ListPosition;
import org.waxwing.domain.reading.Window;
import org.waxwing.domain.screening.Decision;
import org.waxwing.domain.sorting.Lesson;
import org.waxwing.domain.sorting.Placement;
import org.waxwing.domain.triage.Standing;

/**
 * What persons did, and what rules did for them, so that it can be undone, and what servers refused. Needs an open
 * transaction of the person.
 */
public interface ActionLog {
    /** How long something can be undone. */
    Duration UNDOABLE = Duration.ofDays(30);

    /** The title of what rules did; nobody did that by hand. */
    String RULES = "rules";

    /** What was done to messages of one account, in the form that undoing needs. */
    sealed interface Entry {
        /** Of which account. */
        AccountId account();

        /** They were given a keyword, or it was taken from them. */
        record Marked(AccountId account, Keyword keyword, boolean present, Set<EmailId> emails) implements Entry {
            public Marked {
                emails = Set.copyOf(emails);
            }
        }

        /** They moved from one folder to another. */
        record Moved(AccountId account, MailboxId from, MailboxId to, Set<EmailId> emails) implements Entry {
            public Moved {
                emails = Set.copyOf(emails);
            }
        }

        /** They stood like this before, and like that after it. */
        record Stood(AccountId account, Standing before, Standing after, Set<ThreadId> threads) implements Entry {
            public Stood {
                threads = Set.copyOf(threads);
            }
        }

        /** They stood in Waxwing where {@code before} says, and then where {@code after} says. */
        record Filed(AccountId account, Placement before, Placement after, Set<EmailId> emails) implements Entry {
            public Filed {
                emails = Set.copyOf(emails);
            }
        }

        /**
         * Something was taught about where mail belongs, over all accounts.
         *
         * @param account any of the owner's
         * @param before what was taught about the same until then
         */
        record Taught(AccountId account, List<Lesson> before, List<Lesson> after) implements Entry {
            public Taught {
                before = List.copyOf(before);
                after = List.copyOf(after);
            }
        }

        /**
         * Something was decided about senders, over all accounts.
         *
         * @param account any of the owner's
         * @param before what was decided about the same until then
         */
        record Decided(AccountId account, List<Decision> before, List<Decision> after) implements Entry {
            public Decided {
                before = List.copyOf(before);
                after = List.copyOf(after);
            }
        }
    }

    /**
     * What somebody did, as it is told to them.
     *
     * @param title as {@link Deed#title} gives it, or {@link ActionLog#RULES}
     * @param detail which label or folder, until when, or what the rule is called; may be empty
     * @param conversations how many it was done to
     * @param only the conversation, when it was one; at most one
     * @param reference the id of the rule that did it; empty for what was done by hand
     */
    record Story(String title, String detail, long conversations, List<ThreadId> only, String reference) {
        public Story {
            only = List.copyOf(only);
        }

        /** Of what was done by hand. */
        public Story(String title, String detail, long conversations, List<ThreadId> only) {
            this(title, detail, conversations, only, "");
        }
    }

    /** Which of what rules did. */
    sealed interface Automatic {
        /** What they did to a message, or to its conversation. */
        record ToMessage(EmailId email) implements Automatic {}

        /** What one action of theirs did to a message, or to its conversation. */
        record OfAction(ActionId action, EmailId email) implements Automatic {}

        /** What one of them did, by the reference of its {@link Story}. */
        record ByRule(String reference) implements Automatic {}

        /** What they did from then on, and before that. */
        record Within(Instant since, Instant until) implements Automatic {}
    }

    /**
     * An action that is remembered.
     *
     * @param subject of the conversation, when it was one that is still there; may be empty
     * @param undoUntil not after {@code at} when it never could be undone
     */
    record Logged(
            ActionId id,
            String title,
            String detail,
            long conversations,
            UntrustedText subject,
            Instant at,
            Instant undoUntil,
            boolean undone) {
        /** Where it stands in the list of all. */
        public ListPosition position() {
            return new ListPosition(at, id.value());
        }
    }

    /** Notes what was done; what was done before {@code forget} is forgotten. */
    void record(
            ActionId action,
            PersonId owner,
            Story story,
            List<Entry> entries,
            Instant now,
            Instant undoUntil,
            Instant forget);

    /**
     * Adds to what an action did, or notes it when it is new. The conversations of each part are added up; when it was
     * done, and until when it can be undone, the first part says.
     */
    void extend(ActionId action, PersonId owner, Story story, List<Entry> entries, Instant now, Instant undoUntil);

    /** Whether an action was undone; until the end of the transaction nobody else undoes it. */
    boolean isUndone(ActionId action);

    /** What rules did that can still be undone, latest first. */
    List<ActionId> automatic(Automatic which, Instant now);

    /** Which of these actions of rules can still be undone for that message or its conversation. */
    Set<ActionId> undoable(EmailId email, Set<ActionId> actions, Instant now);

    /** What was done, latest first. */
    Window<Logged> done(ListPosition after, int atMost);

    /** Forgets whatever anybody did more than thirty-one days ago; for the house. */
    void forgetOld();

    /**
     * Takes an action to undo it; only one can. Messages whose mark, or whose folder, was changed by a later action that
     * was not undone are left out: that counts.
     *
     * @return what it did, in order; empty when it was undone already or is older than can be undone
     */
    Optional<List<Entry>> take(ActionId action, Instant now);

    /**
     * Takes an action to undo it for some messages alone, as {@link #take} does; for the others it can be undone later.
     *
     * @return what it did to these messages and their conversations, in order
     */
    List<Entry> takePart(ActionId action, Set<EmailId> emails, Instant now);

    /** Whether there is such an action, undone or not. */
    boolean exists(ActionId action);

    /** The refused changes that were not put away yet, latest first, at most {@code atMost}. */
    List<Refused> refusals(int atMost);

    /** Puts notices away; those that are gone are passed over. */
    void dismiss(Set<RefusalId> refusals);
}
