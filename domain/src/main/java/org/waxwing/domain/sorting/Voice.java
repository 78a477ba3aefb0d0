package org.waxwing.domain.sorting;

import org.waxwing.domain.signs.Sign;
import org.waxwing.domain.signs.Signs;
import org.waxwing.domain.signs.Topic;

/** Who speaks in a message: somebody the reader knows, somebody who sells, somebody whom a service passes on, or nobody. */
record Voice(Signs signs, Relationship relationship, Origin origin) {
    private static final int FEW_LINKS = 3;
    private static final int NOTE = 150;
    private static final int ONE_SIDED = 8;

    /**
     * Somebody of whom nothing is known yet and who speaks a little like people who sell: no words tell for certain a
     * letter from an offer that is written like one. It stays where it is seen, and is not called settled.
     */
    boolean mayBePitch() {
        if (signs.has(Sign.CALLED)) return false;
        // whom a form or a portal passes on is not who is known
        if (isPassedOn()) return signs.has(Sign.SELLING);
        if (!isStranger()) return false;
        // an answer to nothing that the reader wrote
        boolean pretends = signs.has(Sign.ANSWER) && signs.has(Sign.ALONE) && !signs.has(Sign.QUOTE);
        // firms sign with their register's number, and who hides to whom they write has written to many
        boolean firm = signs.has(Sign.TEAM_CLOSING) || signs.has(Sign.UNADDRESSED);
        return signs.has(Sign.SELLING) || pretends || firm;
    }

    /** Somebody unknown who speaks for a house, from that house's address: about their matter or about what they sell. */
    boolean isForAHouse() {
        return isStranger() && signs.has(Sign.HOUSE) && !signs.has(Sign.FREE_MAIL) && !signs.has(Sign.CALLED)
                && !isPassedOn();
    }

    /** Nothing tells that a person wrote it, and the reader knows nobody there. */
    boolean isAnonymous() {
        return isStranger() && !signs.hasAny(SignSets.WRITING) && !signs.hasAny(SignSets.WORDS_OF_A_PERSON)
                && !isPassedOn();
    }

    /** Mail goes both ways: readers of a columnist write once and are written to for years. */
    boolean isCorrespondent() {
        return relationship.sent() > 0 && relationship.sent() * ONE_SIDED >= relationship.received();
    }

    /** To a list that is not named as one, by somebody to whom the reader hardly ever writes. */
    boolean isNobodysRound() {
        return signs.has(Sign.UNADDRESSED) && !isCorrespondent() && !relationship.inThread()
                && !signs.has(Sign.CALLED) && !signs.has(Sign.SHARED_PAST);
    }

    /** Nothing ties the reader to the sender, and the message recalls nothing that would. */
    private boolean isStranger() {
        return !relationship.isKnown() && !relationship.inThread() && !signs.has(Sign.SHARED_PAST);
    }

    /** A person's words in a service's mail, with a way to answer them or to the reader by name. */
    boolean isPassedOn() {
        boolean spoken = signs.has(Sign.QUESTION) || signs.has(Sign.GREETING)
                || signs.hasAny(SignSets.WORDS_OF_A_PERSON);
        if (!spoken || signs.has(Sign.ONE_CLICK)) return false;
        // nobody reads answers to the sender, and yet they are asked for: somebody else does
        boolean asked = signs.has(Sign.NO_REPLY) && signs.has(Sign.ANSWERABLE) && !signs.has(Sign.UNSUBSCRIBE)
                && (signs.has(Sign.QUESTION) || signs.has(Sign.FIRST_PERSON));
        if (!signs.has(Sign.RELAYED)) return asked;
        boolean letter = !signs.hasAny(SignSets.TO_MANY) && !signs.has(Sign.UNSUBSCRIBE)
                && SignSets.count(signs, SignSets.LETTER) > 2;
        if (letter && !isPitch()) return true;
        return signs.has(Sign.CALLED)
                || (signs.has(Sign.ANSWERABLE) && !signs.has(Sign.PLATFORM) && !isPassedOnPitch());
    }

    /** An offer that somebody left in a form: answers go elsewhere, and whoever the form belongs to did not write it. */
    boolean isPassedOnPitch() {
        return signs.has(Sign.RELAYED) && signs.has(Sign.REPLIES_ELSEWHERE) && signs.has(Sign.PITCH)
                && !signs.has(Sign.CALLED) && !signs.has(Sign.SHARED_PAST) && !relationship.inThread();
    }

    /** The same with no way to answer that is seen: enough to let the reader look. */
    boolean mayBePassedOn() {
        if (!signs.has(Sign.RELAYED) || signs.hasAny(SignSets.TO_MANY)) return false;
        if (SignSets.count(signs, SignSets.LETTER) > 1 || signs.hasAny(SignSets.WORDS_OF_A_PERSON)) return true;
        return !signs.has(Sign.UNSUBSCRIBE)
                && (signs.hasAny(SignSets.VOICES) || (!origin.isAboutRecord() && !origin.isAboutReading()));
    }

    /** Somebody wrote it, or might have: it stays where it is seen. */
    boolean isSomebodys() {
        return isSpoken() || isUntold() || isLetterThroughTool() || isPlainLetter();
    }

    /**
     * Somebody speaks, whatever program sent it: one thing that people say, forms say, too; two of them together hardly
     * any. Campaigns have learnt to, and have to call the reader by name besides.
     */
    private boolean isSpoken() {
        int voices = SignSets.count(signs, SignSets.VOICES);
        if (signs.has(Sign.CALLED) && (voices > 1 || relationship.isKnown())) return true;
        // offices ask whether plans have changed, and say please
        boolean somebody = !origin.isFromDesk() || signs.has(Sign.FIRST_PERSON) || signs.has(Sign.CALLED)
                || signs.has(Sign.SHARED_PAST);
        return voices > 1 && somebody && !signs.hasAny(SignSets.TO_MANY) && !isChattyBill() && !isChattyCampaign();
    }

    /** Laid out, counted, with a way to leave, from somebody who was never heard of: letters of that kind go to many. */
    private boolean isChattyCampaign() {
        boolean leave = signs.has(Sign.UNSUBSCRIBE) || signs.has(Sign.UNSUBSCRIBE_WORDS);
        return leave && signs.has(Sign.LAYOUT) && origin.made() > 2 && !relationship.isKnown()
                && !relationship.inThread()
                && !signs.has(Sign.CALLED) && !signs.has(Sign.SHARED_PAST) && !signs.has(Sign.RELAYED)
                && !signs.has(Sign.NAMED_PERSON) && !signs.has(Sign.ANSWERABLE);
    }

    /** Somebody by name wants to meet; that somebody comes, or does not, is told by a click. */
    boolean isAppointmentWithSomebody() {
        return signs.has(Sign.CALENDAR) && signs.has(Sign.NAMED_PERSON) && !signs.has(Sign.APPOINTMENT_ANSWER)
                && !signs.has(Sign.UNSUBSCRIBE) && !signs.has(Sign.UNSUBSCRIBE_WORDS);
    }

    /** To the reader alone, without looks or marks of programs, greeting, speaking of oneself, closing or asking. */
    private boolean isPlainLetter() {
        return signs.has(Sign.PLAIN) && signs.has(Sign.ALONE) && signs.has(Sign.FIRST_PERSON)
                && SignSets.count(signs, SignSets.LETTER) > 2
                && !signs.hasAny(SignSets.SENT_BY_PROGRAM);
    }

    /** What members write to each other through a forum, colleagues through a tool: to the reader, by somebody. */
    private boolean isLetterThroughTool() {
        if (signs.has(Sign.UNADDRESSED) || signs.has(Sign.ONE_CLICK) || signs.has(Sign.CAMPAIGN)
                || signs.has(Sign.NEWS_DESK) || signs.has(Sign.PIXEL))
            return false;
        // what a tool itself says asks nothing
        if (signs.has(Sign.PLATFORM) && signs.has(Sign.QUESTION)) return true;
        return SignSets.count(signs, SignSets.VOICES) > 1 && !signs.has(Sign.AUDIENCE)
                && !signs.has(Sign.GENERIC_GREETING) && signs.has(Sign.GREETING)
                && (signs.has(Sign.PERSONAL_WORDS) || signs.has(Sign.SHARED_PAST));
    }

    /** Shops have learnt to speak like somebody, too; what they add up and number remains a bill. */
    private boolean isChattyBill() {
        return signs.has(Sign.BILL) && signs.has(Sign.REFERENCE) && origin.made() > 0 && !relationship.inThread()
                && !signs.has(Sign.CALLED) && !signs.has(Sign.SHARED_PAST) && !signs.has(Sign.PERSONAL_WORDS);
    }

    /** A program sent it, and neither words nor figures tell what for: it may be about anything, or by anybody. */
    private boolean isUntold() {
        return signs.topics().isEmpty() && !signs.hasAny(SignSets.TELLING)
                && (signs.hasAny(SignSets.VOICES) || (signs.has(Sign.STRANGE_LANGUAGE) && !signs.has(Sign.LAYOUT)
                        && !signs.has(Sign.RECORDS_DESK)));
    }

    /** What somebody wrote to the reader, though a tool for campaigns sent it. */
    boolean isLetter() {
        if (!signs.has(Sign.NAMED_PERSON) || !signs.has(Sign.PLAIN) || signs.has(Sign.NO_REPLY)
                || signs.has(Sign.LIST_ID) || signs.has(Sign.BROWSER_VERSION))
            return false;
        if (signs.has(Sign.CALLED)) return true;
        if (!signs.has(Sign.FIRST_PERSON)) return false;
        boolean talks = signs.has(Sign.SHARED_PAST) || (signs.has(Sign.PERSONAL_WORDS) && signs.has(Sign.QUESTION));
        boolean note = signs.has(Sign.GREETING) && signs.has(Sign.ALONE) && signs.links() < FEW_LINKS
                && signs.words() < NOTE && !signs.has(Sign.NEWS_DESK) && !origin.isAboutReading();
        return talks || note;
    }

    /** Somebody unknown who sells to firms, however personal the tone. */
    boolean isPitch() {
        // applicants praise themselves, and enclose their papers
        boolean applies = signs.has(Sign.FILE) && signs.has(Sign.FIRST_PERSON) && !signs.has(Sign.HOUSE);
        return isPassedOnPitch() || (isStranger() && !applies && (signs.has(Sign.PITCH) || isCatalogue()));
    }

    /** Words of people who sell, to anybody, about something that is offered. */
    private boolean isCatalogue() {
        var offer = signs.topics().get(Topic.OFFER);
        return signs.has(Sign.SELLING) && signs.has(Sign.GENERIC_GREETING) && offer != null && offer.isInSubject();
    }
}
