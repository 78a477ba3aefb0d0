package org.waxwing.domain.sorting;

import java.util.EnumSet;
import java.util.Set;
import org.waxwing.domain.authenticity.Authentication.Standing;
import org.waxwing.domain.signs.Sign;
import org.waxwing.domain.signs.Signs;
import org.waxwing.domain.signs.Topic;

/** What kind of mail a message is, as several signs together tell: who speaks in it, and to whom. */
record Nature(Signs signs, Relationship relationship) {
    private static final int FEW_WORDS = 6;
    private static final int FEW_LINKS = 3;
    private static final int NOTE = 150;
    private static final int ONE_SIDED = 8;

    // what no person's own mail has
    private static final Set<Sign> MACHINE = EnumSet.of(
            Sign.UNSUBSCRIBE, Sign.ONE_CLICK, Sign.BULK, Sign.CAMPAIGN, Sign.NEWS_DESK, Sign.NO_REPLY,
            Sign.AUTO_GENERATED, Sign.PLATFORM, Sign.NETWORK, Sign.RECORDS_DESK, Sign.AUTOMATIC_WORDS);
    // the same without what lists add
    private static final Set<Sign> NO_PERSON = EnumSet.of(
            Sign.CAMPAIGN, Sign.NEWS_DESK, Sign.NO_REPLY, Sign.AUTO_GENERATED, Sign.PLATFORM, Sign.NETWORK,
            Sign.RECORDS_DESK, Sign.AUTOMATIC_WORDS);
    // what a person's own mail may have by accident
    private static final Set<Sign> MARKS = EnumSet.of(
            Sign.FEEDBACK_ID, Sign.MAIL_SERVICE, Sign.SUPPRESSES_ANSWERS,
            Sign.BOUNCE_ADDRESS, Sign.LAYOUT, Sign.PIXEL, Sign.BROWSER_VERSION, Sign.UNSUBSCRIBE_WORDS,
            Sign.GENERIC_GREETING, Sign.MANY_LINKS, Sign.FRONT_DESK);
    private static final Set<Sign> SPEAKING = EnumSet.of(
            Sign.FREE_MAIL, Sign.NAMED_PERSON, Sign.PERSONAL_PROGRAM, Sign.FIRST_PERSON, Sign.PERSONAL_WORDS,
            Sign.QUESTION, Sign.CALLED, Sign.SHARED_PAST, Sign.ANSWER, Sign.FORWARD, Sign.SIGNATURE);
    // what the words alone tell about somebody who speaks
    private static final Set<Sign> WORDS_OF_A_PERSON = EnumSet.of(
            Sign.FIRST_PERSON, Sign.PERSONAL_WORDS, Sign.CALLED, Sign.SHARED_PAST);
    private static final Set<Sign> VOICES = EnumSet.of(
            Sign.FIRST_PERSON, Sign.PERSONAL_WORDS, Sign.CALLED, Sign.SHARED_PAST, Sign.QUESTION);
    private static final Set<Sign> LETTER = EnumSet.of(
            Sign.FIRST_PERSON, Sign.PERSONAL_WORDS, Sign.CALLED, Sign.SHARED_PAST, Sign.QUESTION, Sign.GREETING,
            Sign.CLOSING);
    // how a person's own mail shows where it was written
    private static final Set<Sign> WRITING = EnumSet.of(
            Sign.FREE_MAIL, Sign.NAMED_PERSON, Sign.PERSONAL_PROGRAM, Sign.PERSONAL_WORDS, Sign.CALLED,
            Sign.SHARED_PAST,
            Sign.ANSWER, Sign.FORWARD, Sign.SIGNATURE);
    // what goes to more than one
    private static final Set<Sign> TO_MANY = EnumSet.of(
            Sign.LIST_ID, Sign.ONE_CLICK, Sign.CAMPAIGN);
    // what tells more about why a program's mail was sent than that a program sent it
    private static final Set<Sign> TELLING = EnumSet.of(
            Sign.LIST_ID, Sign.ONE_CLICK, Sign.CAMPAIGN, Sign.UNSUBSCRIBE, Sign.UNSUBSCRIBE_WORDS, Sign.BULK,
            Sign.BROWSER_VERSION, Sign.AUDIENCE, Sign.REFERENCE, Sign.BILL, Sign.AMOUNT, Sign.CODE, Sign.SERVICE_WORDS,
            Sign.PAPER_FILE, Sign.CALENDAR, Sign.DELIVERY_REPORT, Sign.NETWORK);
    // how programs make mail, and hardly ever people
    private static final Set<Sign> MADE = EnumSet.of(
            Sign.FEEDBACK_ID, Sign.MAIL_SERVICE, Sign.SUPPRESSES_ANSWERS, Sign.BOUNCE_ADDRESS, Sign.LAYOUT, Sign.PIXEL,
            Sign.BROWSER_VERSION, Sign.UNSUBSCRIBE_WORDS);

    /**
     * Whether the message may be put where it is not seen at once: something has to tell that no person wrote it, and who
     * is known, or takes part with the reader, has to have been replaced by a machine beyond doubt.
     */
    boolean mayHide() {
        if (isPassedOn() || (mayBePassedOn() && !isPitch())) return false;
        if (isWordlessAnswer() || isUndelivered()) return true;
        // somebody by name to whom the reader writes, whatever tool they use
        if (isCorrespondent() && signs.has(Sign.NAMED_PERSON) && !isForeignList()
                && relationship.standing() != Standing.FAILED)
            return false;
        boolean mayLeave = signs.has(Sign.UNSUBSCRIBE_WORDS) && !relationship.isKnown();
        if (count(VOICES) > 2 && !isForeignList() && !mayLeave) return false;
        if ((isSpoken() || isUntold()) && !isPitch()) return false;
        if (relationship.inThread()) return isCampaign() || isMachinesAnswer();
        if (isByMachine()) return !isListToReader() && !isLetter();
        boolean trusted = relationship.isKnown() && relationship.standing() != Standing.FAILED;
        if (trusted) return isForeignList() || isForm();
        if (isPitch()) return true;
        // a list that writes to its reader by name may be one person's doing
        boolean list = signs.has(Sign.LIST_ID) && !signs.has(Sign.DIRECT);
        return list || signs.has(Sign.AUDIENCE) || signs.hasAny(MARKS) || isPlainRecord() || isPaperByNobody()
                || isSlip() || isCircularByNobody();
    }

    /** Whether something about the message belongs elsewhere, so that it should not be settled by weights alone. */
    boolean isContradictory(Category category) {
        return switch (category) {
            case IMBOX ->
                mayBePitch() || isNobodysRound() || (isByNoPerson() && !relationship.inThread() && !isPassedOn())
                        || (made() > 1 && !signs.hasAny(WORDS_OF_A_PERSON) && !isPassedOn());
            case FEED -> signs.has(Sign.CALLED) || signs.has(Sign.SHARED_PAST) || isAboutRecord()
                    || (count(VOICES) > 2 && !isPitch());
            case PAPER_TRAIL -> signs.has(Sign.CALLED) || signs.has(Sign.SHARED_PAST)
                    || (isAboutReading() && !signs.has(Sign.SERVICE_WORDS));
        };
    }

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

    /** Mail goes both ways: readers of a columnist write once and are written to for years. */
    private boolean isCorrespondent() {
        return relationship.sent() > 0 && relationship.sent() * ONE_SIDED >= relationship.received();
    }

    /** To a list that is not named as one, by somebody to whom the reader hardly ever writes. */
    private boolean isNobodysRound() {
        return signs.has(Sign.UNADDRESSED) && !isCorrespondent() && !relationship.inThread()
                && !signs.has(Sign.CALLED) && !signs.has(Sign.SHARED_PAST);
    }

    /** Nothing ties the reader to the sender, and the message recalls nothing that would. */
    private boolean isStranger() {
        return !relationship.isKnown() && !relationship.inThread() && !signs.has(Sign.SHARED_PAST);
    }

    /** Its subject is about something that was bought, is owed or happened. */
    private boolean isAboutRecord() {
        return signs.topics().entrySet().stream()
                .anyMatch(it -> it.getKey().compareTo(Topic.NEWSLETTER) < 0 && it.getValue().isInSubject());
    }

    /** Its subject is about something to read, buy or attend. */
    private boolean isAboutReading() {
        return signs.topics().entrySet().stream()
                .anyMatch(it -> it.getKey().compareTo(Topic.NEWSLETTER) >= 0 && it.getValue().isInSubject());
    }

    /** Whether it has what no person's own mail has. */
    boolean isByMachine() {
        return signs.hasAny(MACHINE);
    }

    /** The same without what lists add. */
    boolean isByNoPerson() {
        return signs.hasAny(NO_PERSON);
    }

    /** Words in which nobody speaks, asks or answers. */
    boolean nobodySpeaks() {
        return signs.words() >= FEW_WORDS && !signs.has(Sign.STRANGE_LANGUAGE) && !signs.hasAny(SPEAKING);
    }

    /** A paper in which nobody speaks: a form that a program filled in, whoever it says it is from. */
    boolean isPaperByNobody() {
        return nobodySpeaks() && isAboutRecord();
    }

    /** The same without words for it: a sum, or the number of something. */
    private boolean isSlip() {
        return nobodySpeaks() && (signs.has(Sign.BILL) || signs.has(Sign.REFERENCE));
    }

    /** A numbered record from an office's address, in which a question may be asked or something be called mine. */
    private boolean isPlainRecord() {
        return isAboutRecord() && !isAboutReading() && (signs.has(Sign.BILL) || signs.has(Sign.REFERENCE))
                && count(VOICES) < 2 && !signs.hasAny(WRITING);
    }

    /** A circular in which nobody speaks, and the reader is not named. */
    private boolean isCircularByNobody() {
        return nobodySpeaks() && signs.has(Sign.UNADDRESSED) && isAboutReading();
    }

    /** What a shop or a house's own system sends to people who once wrote to it, or who work there. */
    boolean isForm() {
        int made = made();
        // programs ask questions, too
        if (made > 2 && new Nature(signs.without(Sign.QUESTION), relationship).nobodySpeaks()) return true;
        if (!nobodySpeaks()) return false;
        boolean neverWrittenTo = relationship.sent() == 0 && !relationship.answered() && !relationship.inContacts();
        return made > 1 || signs.has(Sign.UNSUBSCRIBE_WORDS) || (made > 0 && signs.has(Sign.AUDIENCE))
                || ((made > 0 || neverWrittenTo) && isPaperByNobody());
    }

    /** How many marks of programs it has. */
    private int made() {
        return count(MADE);
    }

    /** Sent to many, and no answer. */
    boolean isCampaign() {
        boolean sentToMany = signs.has(Sign.CAMPAIGN) || signs.has(Sign.NEWS_DESK) || signs.has(Sign.BULK)
                || (signs.has(Sign.UNSUBSCRIBE) && signs.has(Sign.LAYOUT));
        return sentToMany && !signs.has(Sign.ANSWER);
    }

    /** That something was received, or how it was: what programs answer before or after somebody has. */
    boolean isMachinesAnswer() {
        boolean machine = signs.has(Sign.AUTO_REPLIED) || signs.has(Sign.AUTO_GENERATED) || signs.has(Sign.NO_REPLY)
                || signs.has(Sign.SUPPRESSES_ANSWERS) || signs.has(Sign.AUTOMATIC_WORDS);
        boolean receives = signs.topics().containsKey(Topic.TICKET) && !signs.has(Sign.QUESTION);
        var asks = signs.topics().get(Topic.APPEAL);
        return machine && (receives || (asks != null && asks.isInSubject())) && !signs.hasAny(WORDS_OF_A_PERSON);
    }

    /** A program reports that the reader's own mail did not arrive. Daemons say "I", too. */
    boolean isUndelivered() {
        return signs.has(Sign.DELIVERY_REPORT) && !signs.has(Sign.CALLED) && !signs.has(Sign.SHARED_PAST)
                && !signs.has(Sign.PERSONAL_WORDS) && !signs.has(Sign.QUESTION);
    }

    /** An appointment accepted or declined by a click. */
    boolean isWordlessAnswer() {
        return signs.has(Sign.APPOINTMENT_ANSWER) && signs.has(Sign.CALENDAR) && signs.words() < FEW_WORDS;
    }

    /** A person's words in a service's mail, with a way to answer them or to the reader by name. */
    boolean isPassedOn() {
        boolean spoken = signs.has(Sign.QUESTION) || signs.has(Sign.GREETING) || signs.hasAny(WORDS_OF_A_PERSON);
        if (!spoken || signs.has(Sign.ONE_CLICK)) return false;
        // nobody reads answers to the sender, and yet they are asked for: somebody else does
        boolean asked = signs.has(Sign.NO_REPLY) && signs.has(Sign.ANSWERABLE) && !signs.has(Sign.UNSUBSCRIBE)
                && (signs.has(Sign.QUESTION) || signs.has(Sign.FIRST_PERSON));
        if (!signs.has(Sign.RELAYED)) return asked;
        boolean letter = !signs.hasAny(TO_MANY) && !signs.has(Sign.UNSUBSCRIBE) && count(LETTER) > 2;
        if (letter && !isPitch()) return true;
        return signs.has(Sign.CALLED) || (signs.has(Sign.ANSWERABLE) && !signs.has(Sign.PLATFORM));
    }

    /** The same with no way to answer that is seen: enough to let the reader look. */
    private boolean mayBePassedOn() {
        if (!signs.has(Sign.RELAYED) || signs.hasAny(TO_MANY)) return false;
        return count(LETTER) > 1 || (!signs.has(Sign.UNSUBSCRIBE)
                && (signs.hasAny(VOICES) || (!isAboutRecord() && !isAboutReading())));
    }

    /**
     * Somebody speaks, whatever program sent it: one thing that people say, forms say, too; two of them together hardly
     * any. Campaigns have learnt to, and have to call the reader by name besides.
     */
    private boolean isSpoken() {
        int voices = count(VOICES);
        if (signs.has(Sign.CALLED) && (voices > 1 || relationship.isKnown())) return true;
        // offices ask whether plans have changed, and say please
        boolean somebody = !isFromDesk() || signs.has(Sign.FIRST_PERSON) || signs.has(Sign.CALLED)
                || signs.has(Sign.SHARED_PAST);
        return voices > 1 && somebody && !signs.hasAny(TO_MANY) && !isChattyBill();
    }

    /** Shops have learnt to speak like somebody, too; what they add up and number remains a bill. */
    private boolean isChattyBill() {
        return signs.has(Sign.BILL) && signs.has(Sign.REFERENCE) && made() > 0 && !relationship.inThread()
                && !signs.has(Sign.CALLED) && !signs.has(Sign.SHARED_PAST) && !signs.has(Sign.PERSONAL_WORDS);
    }

    /** A program sent it, and neither words nor figures tell what for: it may be about anything, or by anybody. */
    private boolean isUntold() {
        return signs.topics().isEmpty() && !signs.hasAny(TELLING)
                && (signs.hasAny(VOICES) || (signs.has(Sign.STRANGE_LANGUAGE) && !signs.has(Sign.LAYOUT)
                        && !signs.has(Sign.RECORDS_DESK)));
    }

    private boolean isFromDesk() {
        return signs.has(Sign.NO_REPLY) || signs.has(Sign.RECORDS_DESK) || signs.has(Sign.NEWS_DESK);
    }

    private int count(Set<Sign> some) {
        int found = 0;
        for (var sign : some) if (signs.has(sign)) found++;
        return found;
    }

    /** What somebody wrote to the reader, though a tool for campaigns sent it. */
    private boolean isLetter() {
        if (!signs.has(Sign.NAMED_PERSON) || !signs.has(Sign.PLAIN) || signs.has(Sign.NO_REPLY)
                || signs.has(Sign.LIST_ID) || signs.has(Sign.BROWSER_VERSION))
            return false;
        if (signs.has(Sign.CALLED)) return true;
        if (!signs.has(Sign.FIRST_PERSON)) return false;
        boolean talks = signs.has(Sign.SHARED_PAST) || (signs.has(Sign.PERSONAL_WORDS) && signs.has(Sign.QUESTION));
        boolean note = signs.has(Sign.GREETING) && signs.has(Sign.ALONE) && signs.links() < FEW_LINKS
                && signs.words() < NOTE && !signs.has(Sign.NEWS_DESK) && !isAboutReading();
        return talks || note;
    }

    /** Something was bought, booked or is owed; what else is offered beside it is not why it was sent. */
    boolean isTransaction() {
        if (isAboutReading() && !signs.has(Sign.SERVICE_WORDS)) return false;
        // a subject that is about a record alone says why it was sent
        return isAboutRecord() || signs.has(Sign.BILL);
    }

    /** Somebody unknown who sells to firms, however personal the tone. */
    boolean isPitch() {
        return isStranger() && (signs.has(Sign.PITCH) || isCatalogue());
    }

    /** Words of people who sell, to anybody, about something that is offered. */
    private boolean isCatalogue() {
        var offer = signs.topics().get(Topic.OFFER);
        return signs.has(Sign.SELLING) && signs.has(Sign.GENERIC_GREETING) && offer != null && offer.isInSubject();
    }

    /** A list of others, on which the reader is one of many. */
    boolean isForeignList() {
        return signs.has(Sign.LIST_ID) && !signs.has(Sign.DIRECT) && !signs.has(Sign.COPIED)
                && !isListToReader() && !relationship.sameOrganisation();
    }

    /** A list of people to whom the author and the reader belong: that of their house, or one on which they talk. */
    boolean isListToReader() {
        if (!signs.has(Sign.LIST_ID) || isByNoPerson()) return false;
        boolean talking = signs.has(Sign.DIRECT) || signs.has(Sign.COPIED) || signs.has(Sign.CALLED)
                || relationship.isKnown() || relationship.inThread();
        if (signs.has(Sign.AUDIENCE) && !signs.has(Sign.CALLED)) return false;
        return relationship.sameOrganisation() || (signs.has(Sign.LIST_POST) && talking);
    }
}
