package org.waxwing.domain.sorting;

import org.waxwing.domain.authenticity.Authentication.Standing;
import org.waxwing.domain.signs.Sign;
import org.waxwing.domain.signs.Signs;

/** What kind of mail a message is, as several signs together tell: who speaks in it, and to whom. */
record Nature(Signs signs, Relationship relationship, Origin origin, Voice voice) {
    private static final int FEW_WORDS = 6;
    private static final int OFTEN = 5;
    private static final int BOTH_WAYS = 4;

    /** Of a message with these signs. */
    static Nature of(Signs signs, Relationship relationship) {
        var origin = new Origin(signs, relationship);
        return new Nature(signs, relationship, origin, new Voice(signs, relationship, origin));
    }

    /**
     * Whether the message may be put where it is not seen at once: something has to tell that no person wrote it, and who
     * is known, or takes part with the reader, has to have been replaced by a machine beyond doubt.
     */
    boolean mayHide() {
        // nobody could ever teach or decide anything about whoever sent it
        if (signs.has(Sign.NO_SENDER)) return false;
        if (voice.isPassedOnPitch()) return true;
        if (voice.isPassedOn() || (voice.mayBePassedOn() && !voice.isPitch())) return false;
        if (origin.isWordlessAnswer() || origin.isUndelivered()) return true;
        if (isFromCorrespondent() || voice.isAppointmentWithSomebody()) return false;
        boolean mayLeave = signs.has(Sign.UNSUBSCRIBE_WORDS) && !relationship.isKnown();
        if (SignSets.count(signs, SignSets.VOICES) > 2 && !isForeignList() && !mayLeave) return false;
        if (voice.isSomebodys() && !voice.isPitch()) return false;
        if (relationship.inThread()) return isCampaignInThread() || origin.isMachinesAnswer();
        if (origin.isByMachine()) return !isListToReader() && !voice.isLetter();
        if (isCircular()) return true;
        boolean trusted = relationship.isKnown() && relationship.standing() != Standing.FAILED;
        if (trusted) return isForeignList() || origin.isForm();
        if (voice.isPitch()) return true;
        // a list that writes to its reader by name may be one person's doing
        boolean list = signs.has(Sign.LIST_ID) && !signs.has(Sign.DIRECT);
        return list || signs.has(Sign.AUDIENCE) || signs.hasAny(SignSets.MARKS) || origin.isPlainRecord()
                || origin.isPaperByNobody()
                || origin.isSlip() || isCircularByNobody() || isOneSided();
    }

    /** Somebody by name to whom the reader writes, or with whom they go on talking, whatever tool is used. */
    private boolean isFromCorrespondent() {
        if (!voice.isCorrespondent() || relationship.standing() == Standing.FAILED || isForeignList()) return false;
        boolean talk = SignSets.count(signs, SignSets.VOICES) > 1 && !origin.isFromDesk()
                && relationship.sent() * BOTH_WAYS >= relationship.received();
        return signs.has(Sign.NAMED_PERSON) || talk;
    }

    /** Help desks send their agents' words as bulk mail, too. */
    private boolean isCampaignInThread() {
        boolean said = signs.hasAny(SignSets.WORDS_OF_A_PERSON) && !signs.hasAny(SignSets.TO_MANY);
        return origin.isCampaign() && !said;
    }

    /** Whether something about the message belongs elsewhere, so that it should not be settled by weights alone. */
    boolean isContradictory(Category category) {
        return switch (category) {
            case IMBOX ->
                voice.mayBePitch() || voice.isNobodysRound() || voice.isForAHouse() || voice.isAnonymous()
                        || (origin.isByNoPerson() && !voice.isPassedOn()
                                && !(relationship.inThread() && signs.hasAny(SignSets.WORDS_OF_A_PERSON)))
                        || (origin.made() > 1 && !signs.hasAny(SignSets.WORDS_OF_A_PERSON) && !voice.isPassedOn());
            case FEED -> signs.has(Sign.CALLED) || signs.has(Sign.SHARED_PAST) || origin.isAboutRecord()
                    || (SignSets.count(signs, SignSets.VOICES) > 2 && !voice.isPitch());
            case PAPER_TRAIL -> signs.has(Sign.CALLED) || signs.has(Sign.SHARED_PAST)
                    || (origin.isAboutReading() && !signs.has(Sign.SERVICE_WORDS));
        };
    }

    /** A circular in which nobody speaks, and the reader is not named. */
    private boolean isCircularByNobody() {
        return origin.nobodySpeaks() && signs.has(Sign.UNADDRESSED) && origin.isAboutReading();
    }

    /** A circular: nobody is named, nobody speaks, and nobody in particular sent it. */
    boolean isCircular() {
        return signs.has(Sign.UNADDRESSED) && !signs.has(Sign.LIST_ID) && signs.words() >= FEW_WORDS
                && !signs.has(Sign.STRANGE_LANGUAGE) && !signs.hasAny(SignSets.VOICES) && !signs.has(Sign.NAMED_PERSON)
                && !signs.has(Sign.ANSWER) && !signs.has(Sign.FORWARD) && origin.isNeverWrittenTo()
                && !relationship.inThread();
    }

    /** Words in which nobody speaks, again and again, from an address to which the reader never wrote. */
    private boolean isOneSided() {
        return origin.nobodySpeaks() && relationship.received() >= OFTEN && !relationship.isKnown();
    }

    /** A list of others, on which the reader is one of many. */
    boolean isForeignList() {
        return signs.has(Sign.LIST_ID) && !signs.has(Sign.DIRECT) && !signs.has(Sign.COPIED)
                && !isListToReader() && !relationship.sameOrganisation();
    }

    /** A list of people to whom the author and the reader belong: that of their house, or one on which they talk. */
    boolean isListToReader() {
        if (!signs.has(Sign.LIST_ID) || origin.isByNoPerson()) return false;
        boolean talking = signs.has(Sign.DIRECT) || signs.has(Sign.COPIED) || signs.has(Sign.CALLED)
                || relationship.isKnown() || relationship.inThread();
        // somebody with whom the reader corresponds, whatever the list
        if (signs.has(Sign.NAMED_PERSON) && voice.isCorrespondent()) return true;
        if (signs.has(Sign.AUDIENCE) && !signs.has(Sign.CALLED)) return false;
        return relationship.sameOrganisation() || (signs.has(Sign.LIST_POST) && talking);
    }
}
