package org.waxwing.domain.sorting;

import org.waxwing.domain.signs.Mention;
import org.waxwing.domain.signs.Sign;
import org.waxwing.domain.signs.Signs;
import org.waxwing.domain.signs.Topic;

/** How a message came about: what tells that a program made it, and what for. */
record Origin(Signs signs, Relationship relationship) {
    private static final int FEW_WORDS = 6;

    /** Its subject is about something that was bought, is owed or happened. */
    boolean isAboutRecord() {
        return signs.topics().entrySet().stream()
                .anyMatch(it -> it.getKey().compareTo(Topic.NEWSLETTER) < 0 && it.getValue().isInSubject());
    }

    /** Its subject is about something to read, buy or attend. */
    boolean isAboutReading() {
        return signs.topics().entrySet().stream()
                .anyMatch(it -> it.getKey().compareTo(Topic.NEWSLETTER) >= 0 && it.getValue().isInSubject());
    }

    /** Whether it has what no person's own mail has. */
    boolean isByMachine() {
        if (!isTyped()) return signs.hasAny(SignSets.MACHINE);
        return signs.hasAny(SignSets.MACHINE_BEYOND_WORDS);
    }

    /** Somebody typed it and speaks in it: then neither the words below nor the address make it a machine's. */
    private boolean isTyped() {
        if (signs.hasAny(SignSets.SENT_BY_PROGRAM)) return false;
        boolean typed = signs.has(Sign.PERSONAL_PROGRAM) || signs.has(Sign.NAMED_PERSON) || signs.has(Sign.FREE_MAIL);
        return typed
                ? signs.hasAny(SignSets.VOICES) || signs.has(Sign.FORWARD) || relationship.isKnown()
                : signs.has(Sign.PLAIN) && signs.has(Sign.FIRST_PERSON) && SignSets.count(signs, SignSets.LETTER) > 2;
    }

    /** The same without what lists add. */
    boolean isByNoPerson() {
        return signs.hasAny(SignSets.NO_PERSON);
    }

    /** Whether a program put it together, whoever speaks in it. */
    boolean isMadeByProgram() {
        return isByMachine() || made() > 0;
    }

    /** Words in which nobody speaks, asks or answers. */
    boolean nobodySpeaks() {
        return signs.words() >= FEW_WORDS && !signs.has(Sign.STRANGE_LANGUAGE) && !signs.hasAny(SignSets.SPEAKING);
    }

    /** A paper in which nobody speaks: a form that a program filled in, whoever it says it is from. */
    boolean isPaperByNobody() {
        return nobodySpeaks() && isAboutRecord();
    }

    /** The same without words for it: a sum, or the number of something. */
    boolean isSlip() {
        return nobodySpeaks() && (signs.has(Sign.BILL) || signs.has(Sign.REFERENCE));
    }

    /** A numbered record from an office's address, in which a question may be asked or something be called mine. */
    boolean isPlainRecord() {
        return isAboutRecord() && !isAboutReading() && (signs.has(Sign.BILL) || signs.has(Sign.REFERENCE))
                && SignSets.count(signs, SignSets.VOICES) < 2 && !signs.hasAny(SignSets.WRITING);
    }

    /** What a shop or a house's own system sends to people who once wrote to it, or who work there. */
    boolean isForm() {
        int made = made();
        // programs ask questions, too
        if (made > 2 && new Origin(signs.without(Sign.QUESTION), relationship).nobodySpeaks()) return true;
        if (!nobodySpeaks()) return false;
        return made > 1 || signs.has(Sign.UNSUBSCRIBE_WORDS) || (made > 0 && signs.has(Sign.AUDIENCE))
                || (made > 0 && isSlip())
                || ((made > 0 || isNeverWrittenTo()) && isPaperByNobody());
    }

    boolean isNeverWrittenTo() {
        return relationship.sent() == 0 && !relationship.answered() && !relationship.inContacts();
    }

    /** How many marks of programs it has. */
    int made() {
        return SignSets.count(signs, SignSets.MADE);
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
        // who greets by name and mentions a case once may be the one who works on it
        boolean bare = !signs.has(Sign.GREETING) || signs.has(Sign.AUTO_REPLIED) || signs.has(Sign.AUTOMATIC_WORDS)
                || signs.has(Sign.TEAM_CLOSING);
        var ticket = signs.topics().get(Topic.TICKET);
        boolean receives = ticket != null && (bare || ticket != Mention.ONCE) && !signs.has(Sign.QUESTION);
        var asks = signs.topics().get(Topic.APPEAL);
        if (signs.hasAny(SignSets.WORDS_OF_A_PERSON)) return false;
        // agents greet by name and sign, and may not say "I"
        boolean signed = signs.has(Sign.GREETING) && signs.has(Sign.CLOSING) && !signs.has(Sign.TEAM_CLOSING)
                && !signs.has(Sign.AUTOMATIC_WORDS) && !signs.has(Sign.NO_REPLY);
        if (signed && (asks == null || !asks.isInSubject())) return false;
        return (machine && (receives || (asks != null && asks.isInSubject()))) || (machine && isFormalAnswer());
    }

    /** Greets nobody in particular, asks nothing and does not close: nobody has read what it answers. */
    private boolean isFormalAnswer() {
        return signs.has(Sign.GENERIC_GREETING) && !signs.has(Sign.AUTO_REPLIED) && !signs.has(Sign.QUESTION)
                && !signs.has(Sign.CLOSING) && !signs.has(Sign.NAMED_PERSON) && !signs.has(Sign.PERSONAL_PROGRAM)
                && !signs.has(Sign.FREE_MAIL) && !signs.has(Sign.FILE) && !signs.has(Sign.RELAYED);
    }

    /** A program reports that the reader's own mail did not arrive. Daemons say "I", too. */
    boolean isUndelivered() {
        return signs.has(Sign.DELIVERY_REPORT) && !signs.has(Sign.CALLED) && !signs.has(Sign.SHARED_PAST)
                && !signs.has(Sign.PERSONAL_WORDS) && !signs.has(Sign.QUESTION);
    }

    /** An appointment accepted or declined by a click. */
    boolean isWordlessAnswer() {
        if (!signs.has(Sign.APPOINTMENT_ANSWER)) return false;
        return (signs.has(Sign.CALENDAR) && signs.words() < FEW_WORDS) || isAnswerOfAThing();
    }

    /** Rooms and cars accept in full sentences, and greet nobody. */
    private boolean isAnswerOfAThing() {
        return !signs.hasAny(SignSets.VOICES) && !signs.has(Sign.NAMED_PERSON) && !signs.has(Sign.GREETING)
                && !signs.has(Sign.CLOSING) && !signs.has(Sign.STRANGE_LANGUAGE);
    }

    boolean isFromDesk() {
        return signs.has(Sign.NO_REPLY) || signs.has(Sign.RECORDS_DESK) || signs.has(Sign.NEWS_DESK);
    }

    /** It asks how something was: what it was is not why it was sent. */
    boolean asksForOpinion() {
        var topics = signs.topics();
        if (topics.get(Topic.APPEAL) != Mention.THROUGHOUT || signs.has(Sign.BILL)) return false;
        var paid = topics.get(Topic.RECEIPT);
        return paid == null || !paid.isInSubject();
    }

    /** Something was bought, booked or is owed; what else is offered beside it is not why it was sent. */
    boolean isTransaction() {
        if (isAboutReading() && !signs.has(Sign.SERVICE_WORDS)) return false;
        // a subject that is about a record alone says why it was sent
        return isAboutRecord() || signs.has(Sign.BILL);
    }
}
