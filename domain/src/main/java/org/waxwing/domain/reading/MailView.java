package org.waxwing.domain.reading;

/**
 * A list that a person can look at, over one account or all. What a message is in is told by the roles of the folders
 * that show it; a conversation is in every list that one of its messages is in. Names are the API's, in upper case.
 */
public enum MailView {
    /** In the inbox and not put away or muted, sorted there, and what came back. */
    IMBOX,
    /** In the inbox and sorted among what is read at leisure. */
    FEED,
    /** In the inbox and sorted among what is kept in case it is needed. */
    PAPER_TRAIL,
    /** In the inbox, from people who wait to be let in. */
    SCREENER,
    /** In the inbox, from people who are not wanted. */
    SCREENED_OUT,
    /** Flagged, wherever it is but in spam and trash. */
    STARRED,
    DRAFTS,
    SENT,
    ARCHIVE,
    SPAM,
    TRASH,
    /** Everything but spam and trash. */
    ALL,
    /** On the pile of what wants an answer, latest put there first. */
    LATER,
    /** On the pile of what is kept at hand, latest put there first. */
    SET_ASIDE,
    /** Out of sight for a while, what comes back next first. */
    SNOOZED
}
