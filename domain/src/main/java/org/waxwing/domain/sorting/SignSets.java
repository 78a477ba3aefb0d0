package org.waxwing.domain.sorting;

import java.util.EnumSet;
import java.util.Set;
import org.waxwing.domain.signs.Sign;
import org.waxwing.domain.signs.Signs;

/** Signs that tell the same. */
final class SignSets {
    // what no person's own mail has
    static final Set<Sign> MACHINE = EnumSet.of(
            Sign.UNSUBSCRIBE, Sign.ONE_CLICK, Sign.BULK, Sign.CAMPAIGN, Sign.NEWS_DESK, Sign.NO_REPLY,
            Sign.AUTO_GENERATED, Sign.PLATFORM, Sign.NETWORK, Sign.RECORDS_DESK, Sign.AUTOMATIC_WORDS);
    // the same without what lists add
    static final Set<Sign> NO_PERSON = EnumSet.of(
            Sign.CAMPAIGN, Sign.NEWS_DESK, Sign.NO_REPLY, Sign.AUTO_GENERATED, Sign.PLATFORM, Sign.NETWORK,
            Sign.RECORDS_DESK, Sign.AUTOMATIC_WORDS);
    // the same without what addresses and small print say
    static final Set<Sign> MACHINE_BEYOND_WORDS = EnumSet.of(
            Sign.UNSUBSCRIBE, Sign.ONE_CLICK, Sign.BULK, Sign.CAMPAIGN, Sign.NO_REPLY, Sign.AUTO_GENERATED,
            Sign.PLATFORM, Sign.NETWORK);
    // what the header tells of programs
    static final Set<Sign> SENT_BY_PROGRAM = EnumSet.of(
            Sign.LIST_ID, Sign.UNSUBSCRIBE, Sign.ONE_CLICK, Sign.BULK, Sign.CAMPAIGN, Sign.NO_REPLY,
            Sign.AUTO_GENERATED,
            Sign.AUTO_REPLIED, Sign.PLATFORM, Sign.NETWORK, Sign.FEEDBACK_ID, Sign.MAIL_SERVICE,
            Sign.SUPPRESSES_ANSWERS,
            Sign.BOUNCE_ADDRESS, Sign.DELIVERY_REPORT);
    // what a person's own mail may have by accident
    static final Set<Sign> MARKS = EnumSet.of(
            Sign.FEEDBACK_ID, Sign.MAIL_SERVICE, Sign.SUPPRESSES_ANSWERS,
            Sign.BOUNCE_ADDRESS, Sign.LAYOUT, Sign.PIXEL, Sign.BROWSER_VERSION, Sign.UNSUBSCRIBE_WORDS,
            Sign.GENERIC_GREETING, Sign.MANY_LINKS, Sign.FRONT_DESK);
    static final Set<Sign> SPEAKING = EnumSet.of(
            Sign.FREE_MAIL, Sign.NAMED_PERSON, Sign.PERSONAL_PROGRAM, Sign.FIRST_PERSON, Sign.PERSONAL_WORDS,
            Sign.QUESTION, Sign.CALLED, Sign.SHARED_PAST, Sign.ANSWER, Sign.FORWARD, Sign.SIGNATURE);
    // what the words alone tell about somebody who speaks
    static final Set<Sign> WORDS_OF_A_PERSON = EnumSet.of(
            Sign.FIRST_PERSON, Sign.PERSONAL_WORDS, Sign.CALLED, Sign.SHARED_PAST);
    static final Set<Sign> VOICES = EnumSet.of(
            Sign.FIRST_PERSON, Sign.PERSONAL_WORDS, Sign.CALLED, Sign.SHARED_PAST, Sign.QUESTION);
    static final Set<Sign> LETTER = EnumSet.of(
            Sign.FIRST_PERSON, Sign.PERSONAL_WORDS, Sign.CALLED, Sign.SHARED_PAST, Sign.QUESTION, Sign.GREETING,
            Sign.CLOSING);
    // how a person's own mail shows where it was written
    static final Set<Sign> WRITING = EnumSet.of(
            Sign.FREE_MAIL, Sign.NAMED_PERSON, Sign.PERSONAL_PROGRAM, Sign.PERSONAL_WORDS, Sign.CALLED,
            Sign.SHARED_PAST,
            Sign.ANSWER, Sign.FORWARD, Sign.SIGNATURE);
    // what goes to more than one
    static final Set<Sign> TO_MANY = EnumSet.of(
            Sign.LIST_ID, Sign.ONE_CLICK, Sign.CAMPAIGN);
    // what tells more about why a program's mail was sent than that a program sent it
    static final Set<Sign> TELLING = EnumSet.of(
            Sign.LIST_ID, Sign.ONE_CLICK, Sign.CAMPAIGN, Sign.UNSUBSCRIBE, Sign.UNSUBSCRIBE_WORDS, Sign.BULK,
            Sign.BROWSER_VERSION, Sign.AUDIENCE, Sign.REFERENCE, Sign.BILL, Sign.AMOUNT, Sign.CODE, Sign.SERVICE_WORDS,
            Sign.PAPER_FILE, Sign.CALENDAR, Sign.DELIVERY_REPORT, Sign.NETWORK);
    // how programs make mail, and hardly ever people
    static final Set<Sign> MADE = EnumSet.of(
            Sign.FEEDBACK_ID, Sign.MAIL_SERVICE, Sign.SUPPRESSES_ANSWERS, Sign.BOUNCE_ADDRESS, Sign.LAYOUT, Sign.PIXEL,
            Sign.BROWSER_VERSION, Sign.UNSUBSCRIBE_WORDS);

    private SignSets() {}

    /** How many of these a message shows. */
    static int count(Signs signs, Set<Sign> some) {
        int found = 0;
        for (var sign : some) if (signs.has(sign)) found++;
        return found;
    }
}
