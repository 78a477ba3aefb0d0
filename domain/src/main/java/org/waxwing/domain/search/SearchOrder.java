package org.waxwing.domain.search;

/** In which order hits are listed. */
public enum SearchOrder {
    /** Latest first. */
    NEWEST,
    /** Where the words weigh most first: in the subject more than in the text, there more than in sender and files. */
    RELEVANCE
}
