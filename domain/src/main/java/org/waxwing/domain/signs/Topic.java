package org.waxwing.domain.signs;

/** What the words of a message are about, as far as that tells where it belongs. The names are stored. */
public enum Topic {
    /** A payment was made. */
    RECEIPT,
    /** Something was ordered or bought. */
    ORDER,
    /** Something is to be paid. */
    INVOICE,
    /** A journey, a table, a seat. */
    BOOKING,
    /** A parcel on its way. */
    SHIPPING,
    /** A code to prove who one is. */
    CODE,
    /** An account: its password, its sign-ins, its terms. */
    ACCOUNT,
    /** Something happened to a machine. */
    ALERT,
    /** Statements, contracts, renewals. */
    STATEMENT,
    /** A request was received, a case has news. */
    TICKET,
    /** An appointment is confirmed, changed or near. */
    APPOINTMENT,
    /** News that come regularly. */
    NEWSLETTER,
    /** Something is offered for less or for a short time. */
    OFFER,
    /** What others do on a network. */
    NETWORK,
    /** A webinar, a fair, a concert to come to. */
    EVENT,
    /** A donation, a survey, a review is asked for. */
    APPEAL
}
