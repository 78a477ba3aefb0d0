package org.waxwing.domain.mailbox;

/** What a folder is for (RFC 8621 §2, RFC 6154). Declared in the order in which folders are fetched and shown. */
public enum MailboxRole {
    INBOX,
    DRAFTS,
    SENT,
    ARCHIVE,
    /** No special purpose: the owner's own folder. */
    NONE,
    /** A folder that shows every message of the account, such as Gmail's All Mail. */
    ALL,
    JUNK,
    TRASH
}
