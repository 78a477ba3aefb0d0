package org.waxwing.domain.signs;

/** A fact that a message shows. The names are stored: one that was ever released keeps its meaning for good. */
public enum Sign {
    /** Names the mailing list it belongs to (RFC 2919). */
    LIST_ID,
    /** Went over a list to which readers write, too (List-Post, RFC 2369). */
    LIST_POST,
    /** Its header offers to unsubscribe (RFC 2369). */
    UNSUBSCRIBE,
    /** Its header offers to unsubscribe with one click (RFC 8058). */
    ONE_CLICK,
    /** Calls itself bulk mail (Precedence). */
    BULK,
    /** Calls itself written by a machine (RFC 3834). */
    AUTO_GENERATED,
    /** Calls itself an automatic answer (RFC 3834). */
    AUTO_REPLIED,
    /** Asks providers for reports of complaints, as senders of many messages do. */
    FEEDBACK_ID,
    /** Was sent by a service for campaigns. */
    CAMPAIGN,
    /** Was sent by a service or library with which programs send mail. */
    MAIL_SERVICE,
    /** Asks for no automatic answers. */
    SUPPRESSES_ANSWERS,
    /** Its return path counts bounces for each recipient. */
    BOUNCE_ADDRESS,
    /** No address tells who sent it. */
    NO_SENDER,
    /** Its return path belongs to somebody else than the sender. */
    RETURNS_ELSEWHERE,
    /** Reports about the delivery of another message. */
    DELIVERY_REPORT,
    /** Was written with a program for people. */
    PERSONAL_PROGRAM,
    /** Is a notice of a tool: tickets, code, builds, watchers. */
    PLATFORM,
    /** Is a notice of a social network. */
    NETWORK,
    /** Answers another message. */
    ANSWER,
    /** Passes another message on. */
    FORWARD,

    /** Nobody reads answers to the sender's address. */
    NO_REPLY,
    /** The sender's address is that of news and offers. */
    NEWS_DESK,
    /** The sender's address is that of orders, bills, notices and alarms. */
    RECORDS_DESK,
    /** The sender's address is an office that people read. */
    FRONT_DESK,
    /** The sender's mailbox is at a provider for everybody. */
    FREE_MAIL,
    /** The sender is called as a person is, and the address agrees. */
    NAMED_PERSON,
    /** Answers go to another domain. */
    REPLIES_ELSEWHERE,
    /** Was sent by somebody else on the author's behalf. */
    ON_BEHALF,
    /** Names an address for answers that is not the sender's, and that somebody reads. */
    ANSWERABLE,

    /** The reader is among those it is addressed to. */
    DIRECT,
    /** The reader is the only one it is addressed to. */
    ALONE,
    /** The reader gets a copy. */
    COPIED,
    /** The reader is not named. */
    UNADDRESSED,
    /** More than ten are named. */
    CROWD,

    /** Is laid out as mail is that a program makes: tables in tables, style sheets. */
    LAYOUT,
    /** Has no more looks than a mail program gives to what somebody types. */
    PLAIN,
    /** Carries an image nobody can see. */
    PIXEL,
    /** Leads to the web in many places. */
    MANY_LINKS,
    /** Shows many images. */
    MANY_IMAGES,
    /** Offers to be read in the browser. */
    BROWSER_VERSION,
    /** Its words or links offer to unsubscribe. */
    UNSUBSCRIBE_WORDS,

    /** Says that it was written by a machine, or that nobody reads answers. */
    AUTOMATIC_WORDS,
    /** Greets a customer or reader without a name. */
    GENERIC_GREETING,
    /** Closes in the name of a team. */
    TEAM_CLOSING,
    /** Greets readers, members or friends of something, all at once. */
    AUDIENCE,
    /** Says that it belongs to a contract or an account, and is sent to whoever has one. */
    SERVICE_WORDS,
    /** Uses words of people who sell to firms. */
    SELLING,
    /** Uses several of them, as offers of strangers do. */
    PITCH,
    /** Greets. */
    GREETING,
    /** Speaks to the reader by name in the middle of what it says. */
    CALLED,
    /** Recalls what the reader said, asked or did. */
    SHARED_PAST,
    /** Says who wrote what it passes on. */
    RELAYED,
    /** Closes as letters do. */
    CLOSING,
    /** Ends with a signature below its mark. */
    SIGNATURE,
    /** Somebody speaks of themselves. */
    FIRST_PERSON,
    /** Somebody speaks for a house or a group: we, our. */
    HOUSE,
    /** Uses the words of people who know each other or work together. */
    PERSONAL_WORDS,
    /** Asks something. */
    QUESTION,
    /** Repeats what was written before. */
    QUOTE,
    /** Has few words of its own. */
    SHORT,
    /** Speaks a language of which nothing is understood here, so that what it does not say tells nothing. */
    STRANGE_LANGUAGE,

    /** Names amounts of money. */
    AMOUNT,
    /** Names a sum among several amounts, as bills do. */
    BILL,
    /** Carries the number of an order, a bill, a parcel or a case. */
    REFERENCE,
    /** Carries a code on a line of its own. */
    CODE,
    /** Names a day or a time of day. */
    DATE,

    /** Carries an appointment (RFC 5545). */
    CALENDAR,
    /** Accepts or declines an appointment. */
    APPOINTMENT_ANSWER,
    /** Carries a file called as papers are: a bill, a ticket, a receipt. */
    PAPER_FILE,
    /** Carries a file. */
    FILE
}
