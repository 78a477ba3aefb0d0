package org.waxwing.domain.reading;

/**
 * A list that a person can look at, over one account or all. What a message is in is told by the roles of the folders
 * that show it; a conversation is in every list that one of its messages is in. Names are the API's, in upper case.
 */
public enum MailView {
    IMBOX,
    /** Flagged, wherever it is but in spam and trash. */
    STARRED,
    DRAFTS,
    SENT,
    ARCHIVE,
    SPAM,
    TRASH,
    /** Everything but spam and trash. */
    ALL
}
