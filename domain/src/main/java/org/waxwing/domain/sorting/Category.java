package org.waxwing.domain.sorting;

/** Where a message belongs. It says nothing about the folder in which its server keeps it. */
public enum Category {
    /** What people write to its reader, and what they have to see today. */
    IMBOX,
    /** What is read at leisure, or not: newsletters, offers, news of networks. */
    FEED,
    /** What is kept in case it is needed: receipts, confirmations, notices of machines. */
    PAPER_TRAIL
}
