package org.waxwing.domain.reading;

/** A list that a person can look at, over one account or all. Names are the API's, in upper case. */
public enum MailView {
    IMBOX, STARRED, DRAFTS, SENT, ARCHIVE, SPAM, TRASH,
    /** Everything but spam and trash. */
    ALL
}
