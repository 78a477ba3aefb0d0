package org.waxwing.domain.sorting;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.waxwing.domain.authenticity.Authentication.Standing;
import org.waxwing.domain.signs.Mention;
import org.waxwing.domain.signs.Sign;
import org.waxwing.domain.signs.Signs;
import org.waxwing.domain.signs.Topic;

/** Finds which grounds hold for a message, and how far: what contradicts a ground takes part of it away. */
final class Evidence {
    private static final int OFTEN = 5;
    private static final int LONG = 350;
    private static final int FEW_WORDS = 6;
    private static final int FEW_LINKS = 3;
    private static final int NOTE = 150;
    private static final int TRACE = 10;
    private static final int DAMPED = 20;
    private static final int PART = 35;
    private static final int MOSTLY = 60;
    private static final int FULL = 100;
    private static final List<Mention> STRONGEST_FIRST = List.of(
            Mention.THROUGHOUT, Mention.SUBJECT, Mention.OFTEN, Mention.ONCE);

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
    private static final Map<Sign, Ground> PLAIN = Map.ofEntries(
            Map.entry(Sign.UNSUBSCRIBE, Ground.UNSUBSCRIBE_HEADER),
            Map.entry(Sign.ONE_CLICK, Ground.ONE_CLICK),
            Map.entry(Sign.BULK, Ground.BULK),
            Map.entry(Sign.CAMPAIGN, Ground.CAMPAIGN),
            Map.entry(Sign.FEEDBACK_ID, Ground.COMPLAINT_REPORTS),
            Map.entry(Sign.AUTO_GENERATED, Ground.WRITTEN_BY_MACHINE),
            Map.entry(Sign.AUTO_REPLIED, Ground.AUTOMATIC_ANSWER),
            Map.entry(Sign.SUPPRESSES_ANSWERS, Ground.NO_AUTOMATIC_ANSWERS),
            Map.entry(Sign.MAIL_SERVICE, Ground.MAIL_SERVICE),
            Map.entry(Sign.BOUNCE_ADDRESS, Ground.BOUNCE_ADDRESS),
            Map.entry(Sign.RETURNS_ELSEWHERE, Ground.RETURNS_ELSEWHERE),
            Map.entry(Sign.PLATFORM, Ground.TOOL),
            Map.entry(Sign.DELIVERY_REPORT, Ground.DELIVERY_REPORT),
            Map.entry(Sign.NO_REPLY, Ground.NO_REPLY),
            Map.entry(Sign.NEWS_DESK, Ground.NEWS_DESK),
            Map.entry(Sign.RECORDS_DESK, Ground.RECORDS_DESK),
            Map.entry(Sign.FRONT_DESK, Ground.FRONT_DESK),
            Map.entry(Sign.ON_BEHALF, Ground.ON_BEHALF),
            Map.entry(Sign.REPLIES_ELSEWHERE, Ground.REPLIES_ELSEWHERE),
            Map.entry(Sign.DIRECT, Ground.ADDRESSED_TO_YOU),
            Map.entry(Sign.CROWD, Ground.CROWD),
            Map.entry(Sign.LAYOUT, Ground.LAYOUT),
            Map.entry(Sign.PLAIN, Ground.PLAIN),
            Map.entry(Sign.PIXEL, Ground.HIDDEN_IMAGE),
            Map.entry(Sign.MANY_LINKS, Ground.MANY_LINKS),
            Map.entry(Sign.MANY_IMAGES, Ground.MANY_IMAGES),
            Map.entry(Sign.BROWSER_VERSION, Ground.BROWSER_VERSION),
            Map.entry(Sign.UNSUBSCRIBE_WORDS, Ground.UNSUBSCRIBE_WORDS),
            Map.entry(Sign.AUTOMATIC_WORDS, Ground.AUTOMATIC_WORDS),
            Map.entry(Sign.GENERIC_GREETING, Ground.GENERIC_GREETING),
            Map.entry(Sign.TEAM_CLOSING, Ground.TEAM_CLOSING),
            Map.entry(Sign.AUDIENCE, Ground.AUDIENCE),
            Map.entry(Sign.SERVICE_WORDS, Ground.SERVICE_NOTICE),
            Map.entry(Sign.AMOUNT, Ground.AMOUNT),
            Map.entry(Sign.BILL, Ground.BILL),
            Map.entry(Sign.REFERENCE, Ground.REFERENCE),
            Map.entry(Sign.CODE, Ground.CODE_LINE),
            Map.entry(Sign.PAPER_FILE, Ground.PAPER_FILE),
            Map.entry(Sign.FILE, Ground.FILE));
    private static final Set<Sign> SPEAKING = EnumSet.of(
            Sign.FREE_MAIL, Sign.NAMED_PERSON, Sign.PERSONAL_PROGRAM, Sign.FIRST_PERSON, Sign.PERSONAL_WORDS,
            Sign.QUESTION, Sign.CALLED, Sign.SHARED_PAST, Sign.ANSWER, Sign.FORWARD, Sign.SIGNATURE);
    // what the words alone tell about somebody who speaks
    private static final Set<Sign> WORDS_OF_A_PERSON = EnumSet.of(
            Sign.FIRST_PERSON, Sign.PERSONAL_WORDS, Sign.CALLED, Sign.SHARED_PAST);
    // how programs make mail, and hardly ever people
    private static final Set<Sign> MADE = EnumSet.of(
            Sign.FEEDBACK_ID, Sign.MAIL_SERVICE, Sign.SUPPRESSES_ANSWERS, Sign.BOUNCE_ADDRESS, Sign.LAYOUT, Sign.PIXEL,
            Sign.BROWSER_VERSION, Sign.UNSUBSCRIBE_WORDS);
    // what the mail of a service that passes words on has in any case
    private static final List<Ground> SERVICES = List.of(
            Ground.NO_REPLY, Ground.WRITTEN_BY_MACHINE, Ground.TOOL, Ground.RECORDS_DESK, Ground.LIST,
            Ground.UNSUBSCRIBE_HEADER, Ground.UNSUBSCRIBE_WORDS, Ground.CAMPAIGN, Ground.AUTOMATIC_WORDS,
            Ground.NETWORK_SENDER);
    // what stands below receipts
    private static final List<Ground> BESIDE = List.of(
            Ground.UNSUBSCRIBE_HEADER, Ground.UNSUBSCRIBE_WORDS, Ground.ONE_CLICK, Ground.CAMPAIGN, Ground.MANY_LINKS,
            Ground.MANY_IMAGES);
    // what makes the tone of a person a manner
    private static final Set<Sign> IMPERSONATING = EnumSet.of(
            Sign.NO_REPLY, Sign.CAMPAIGN, Sign.BULK, Sign.PLATFORM, Sign.BROWSER_VERSION, Sign.AUTOMATIC_WORDS,
            Sign.ONE_CLICK);
    // how a person writes
    private static final Map<Sign, Ground> PERSONAL = Map.ofEntries(
            Map.entry(Sign.FREE_MAIL, Ground.FREE_MAIL),
            Map.entry(Sign.NAMED_PERSON, Ground.NAMED_PERSON),
            Map.entry(Sign.PERSONAL_PROGRAM, Ground.PERSONAL_PROGRAM),
            Map.entry(Sign.GREETING, Ground.GREETING),
            Map.entry(Sign.CLOSING, Ground.CLOSING),
            Map.entry(Sign.SIGNATURE, Ground.SIGNATURE),
            Map.entry(Sign.CALLED, Ground.CALLED_BY_NAME),
            Map.entry(Sign.SHARED_PAST, Ground.SHARED_PAST),
            Map.entry(Sign.FIRST_PERSON, Ground.FIRST_PERSON),
            Map.entry(Sign.PERSONAL_WORDS, Ground.PERSONAL_WORDS),
            Map.entry(Sign.QUESTION, Ground.QUESTION),
            Map.entry(Sign.ANSWER, Ground.ANSWER),
            Map.entry(Sign.FORWARD, Ground.FORWARDED));

    private final Signs signs;
    private final Relationship relationship;
    private final Weighing weighing = new Weighing();

    private Evidence(Signs signs, Relationship relationship) {
        this.signs = signs;
        this.relationship = relationship;
    }

    static Weighing of(Signs signs, Relationship relationship) {
        var evidence = new Evidence(signs, relationship);
        evidence.relationship();
        evidence.origin();
        evidence.manner();
        evidence.topics();
        return evidence.weighing;
    }

    /**
     * Whether the message may be put where it is not seen at once: something has to tell that no person wrote it, and who
     * is known, or takes part with the reader, has to have been replaced by a machine beyond doubt.
     */
    static boolean mayHide(Signs signs, Relationship relationship) {
        if (signs.has(Sign.DELIVERY_REPORT) || isPassedOn(signs) || mayBePassedOn(signs)) return false;
        if (isWordlessAnswer(signs)) return true;
        if (relationship.inThread()) return isCampaign(signs) || isMachinesAnswer(signs);
        if (signs.hasAny(MACHINE)) return !isListToReader(signs, relationship) && !isLetter(signs);
        boolean trusted = relationship.isKnown() && relationship.standing() != Standing.FAILED;
        if (trusted) return isForeignList(signs, relationship) || isForm(signs, relationship);
        if (isPitch(signs, relationship)) return true;
        // a list that writes to its reader by name may be one person's doing
        boolean list = signs.has(Sign.LIST_ID) && !signs.has(Sign.DIRECT);
        return list || signs.has(Sign.AUDIENCE) || signs.hasAny(MARKS) || isPaperByNobody(signs)
                || isCircularByNobody(signs);
    }

    /** Whether something about the message belongs elsewhere, so that it should not be settled by weights alone. */
    static boolean isContradictory(Signs signs, Relationship relationship, Category category) {
        return switch (category) {
            case IMBOX -> (signs.has(Sign.SELLING) && isStranger(signs, relationship))
                    || (signs.hasAny(NO_PERSON) && !relationship.inThread() && !isPassedOn(signs));
            case FEED -> signs.has(Sign.CALLED) || signs.has(Sign.SHARED_PAST) || isAboutRecord(signs);
            case PAPER_TRAIL -> signs.has(Sign.CALLED) || signs.has(Sign.SHARED_PAST)
                    || (isAboutReading(signs) && !signs.has(Sign.SERVICE_WORDS));
        };
    }

    private static boolean isStranger(Signs signs, Relationship relationship) {
        return !relationship.isKnown() && !relationship.inThread() && !signs.has(Sign.SHARED_PAST);
    }

    private static boolean isAboutRecord(Signs signs) {
        return signs.topics().entrySet().stream()
                .anyMatch(it -> it.getKey().compareTo(Topic.NEWSLETTER) < 0 && it.getValue().isInSubject());
    }

    private static boolean isAboutReading(Signs signs) {
        return signs.topics().entrySet().stream()
                .anyMatch(it -> it.getKey().compareTo(Topic.NEWSLETTER) >= 0 && it.getValue().isInSubject());
    }

    private static boolean nobodySpeaks(Signs signs) {
        return signs.words() >= FEW_WORDS && !signs.has(Sign.STRANGE_LANGUAGE) && !signs.hasAny(SPEAKING);
    }

    /** A paper in which nobody speaks: a form that a program filled in, whoever it says it is from. */
    private static boolean isPaperByNobody(Signs signs) {
        return nobodySpeaks(signs) && isAboutRecord(signs);
    }

    private static boolean isCircularByNobody(Signs signs) {
        return nobodySpeaks(signs) && signs.has(Sign.UNADDRESSED) && isAboutReading(signs);
    }

    /** What a shop or a house's own system sends to people who once wrote to it, or who work there. */
    private static boolean isForm(Signs signs, Relationship relationship) {
        int made = 0;
        for (var sign : MADE) if (signs.has(sign)) made++;
        // programs ask questions, too
        if (made > 2 && nobodySpeaks(signs.without(Sign.QUESTION))) return true;
        if (!nobodySpeaks(signs)) return false;
        boolean neverWrittenTo = relationship.sent() == 0 && !relationship.answered() && !relationship.inContacts();
        return made > 1 || (made > 0 && (signs.has(Sign.AUDIENCE) || isPaperByNobody(signs)))
                || signs.has(Sign.UNSUBSCRIBE_WORDS)
                || (neverWrittenTo && isPaperByNobody(signs));
    }

    private static boolean isCampaign(Signs signs) {
        boolean sentToMany = signs.has(Sign.CAMPAIGN) || signs.has(Sign.NEWS_DESK) || signs.has(Sign.BULK)
                || (signs.has(Sign.UNSUBSCRIBE) && signs.has(Sign.LAYOUT));
        return sentToMany && !signs.has(Sign.ANSWER);
    }

    /** That something was received, or how it was: what programs answer before or after somebody has. */
    private static boolean isMachinesAnswer(Signs signs) {
        boolean machine = signs.has(Sign.AUTO_REPLIED) || signs.has(Sign.AUTO_GENERATED) || signs.has(Sign.NO_REPLY)
                || signs.has(Sign.SUPPRESSES_ANSWERS) || signs.has(Sign.AUTOMATIC_WORDS);
        boolean receives = signs.topics().containsKey(Topic.TICKET) && !signs.has(Sign.QUESTION);
        var asks = signs.topics().get(Topic.APPEAL);
        return machine && (receives || (asks != null && asks.isInSubject())) && !signs.hasAny(WORDS_OF_A_PERSON);
    }

    private static boolean isWordlessAnswer(Signs signs) {
        return signs.has(Sign.APPOINTMENT_ANSWER) && signs.has(Sign.CALENDAR) && signs.words() < FEW_WORDS;
    }

    /** A person's words in a service's mail, with a way to answer them or to the reader by name. */
    private static boolean isPassedOn(Signs signs) {
        boolean spoken = signs.has(Sign.QUESTION) || signs.has(Sign.GREETING) || signs.hasAny(WORDS_OF_A_PERSON);
        if (!spoken || signs.has(Sign.ONE_CLICK)) return false;
        // nobody reads answers to the sender, and yet they are asked for: somebody else does
        boolean asked = signs.has(Sign.NO_REPLY) && signs.has(Sign.ANSWERABLE) && !signs.has(Sign.UNSUBSCRIBE)
                && (signs.has(Sign.QUESTION) || signs.has(Sign.FIRST_PERSON));
        if (!signs.has(Sign.RELAYED)) return asked;
        return signs.has(Sign.CALLED) || (signs.has(Sign.ANSWERABLE) && !signs.has(Sign.PLATFORM));
    }

    /** The same with no way to answer that is seen: enough to let the reader look. */
    private static boolean mayBePassedOn(Signs signs) {
        return signs.has(Sign.RELAYED) && signs.has(Sign.FIRST_PERSON)
                && (signs.has(Sign.QUESTION) || signs.has(Sign.PERSONAL_WORDS)) && !signs.has(Sign.LIST_ID)
                && !signs.has(Sign.UNSUBSCRIBE) && !signs.has(Sign.UNSUBSCRIBE_WORDS);
    }

    /** What somebody wrote to the reader, though a tool for campaigns sent it. */
    private static boolean isLetter(Signs signs) {
        if (!signs.has(Sign.NAMED_PERSON) || !signs.has(Sign.PLAIN) || signs.has(Sign.NO_REPLY)
                || signs.has(Sign.LIST_ID) || signs.has(Sign.BROWSER_VERSION))
            return false;
        if (signs.has(Sign.CALLED)) return true;
        if (!signs.has(Sign.FIRST_PERSON)) return false;
        boolean talks = signs.has(Sign.SHARED_PAST) || (signs.has(Sign.PERSONAL_WORDS) && signs.has(Sign.QUESTION));
        boolean note = signs.has(Sign.GREETING) && signs.has(Sign.ALONE) && signs.links() < FEW_LINKS
                && signs.words() < NOTE && !signs.has(Sign.NEWS_DESK) && !isAboutReading(signs);
        return talks || note;
    }

    /** Something was bought, booked or is owed; what else is offered beside it is not why it was sent. */
    private static boolean isTransaction(Signs signs) {
        boolean figures = signs.has(Sign.BILL) || signs.has(Sign.REFERENCE) || signs.has(Sign.AMOUNT)
                || signs.has(Sign.SERVICE_WORDS);
        if (isAboutReading(signs) && !signs.has(Sign.SERVICE_WORDS)) return false;
        return figures && (isAboutRecord(signs) || signs.has(Sign.BILL));
    }

    private static boolean isPitch(Signs signs, Relationship relationship) {
        return signs.has(Sign.PITCH) && isStranger(signs, relationship);
    }

    /** A list of others, on which the reader is one of many. */
    private static boolean isForeignList(Signs signs, Relationship relationship) {
        return signs.has(Sign.LIST_ID) && !signs.has(Sign.DIRECT) && !signs.has(Sign.COPIED)
                && !isListToReader(signs, relationship) && !relationship.sameOrganisation();
    }

    /** A list of people to whom the author and the reader belong: that of their house, or one on which they talk. */
    private static boolean isListToReader(Signs signs, Relationship relationship) {
        if (!signs.has(Sign.LIST_ID) || signs.hasAny(NO_PERSON)) return false;
        boolean talking = signs.has(Sign.DIRECT) || signs.has(Sign.COPIED) || signs.has(Sign.CALLED)
                || relationship.isKnown() || relationship.inThread();
        if (signs.has(Sign.AUDIENCE) && !signs.has(Sign.CALLED)) return false;
        return relationship.sameOrganisation() || (signs.has(Sign.LIST_POST) && talking);
    }

    private void relationship() {
        boolean machine = signs.hasAny(isListToReader(signs, relationship) ? NO_PERSON : MACHINE);
        if (relationship.inThread()) {
            boolean byMachine = isCampaign(signs) || isMachinesAnswer(signs) || isWordlessAnswer(signs);
            weighing.put(Ground.YOUR_THREAD, byMachine ? TRACE : FULL);
        }
        if (relationship.standing() == Standing.FAILED) {
            if (relationship.isKnown()) weighing.put(Ground.NOT_PROVEN);
            return;
        }
        boolean replaced = machine || isForeignList(signs, relationship) || isForm(signs, relationship)
                || isWordlessAnswer(signs) || (relationship.inThread() && isMachinesAnswer(signs));
        int share = replaced ? DAMPED : FULL;
        if (relationship.sent() > 0) weighing.put(Ground.YOU_WROTE_TO_SENDER, share);
        if (relationship.answered()) weighing.put(Ground.YOU_ANSWERED_SENDER, share);
        if (relationship.inContacts()) weighing.put(Ground.CONTACT, share);
        if (relationship.sameOrganisation()) weighing.put(Ground.COLLEAGUE, share);
        if (relationship.domainWrittenTo()) weighing.put(Ground.DOMAIN_YOU_WRITE_TO, share);
        if (relationship.received() >= OFTEN && relationship.sent() == 0 && !relationship.answered())
            weighing.put(Ground.NEVER_ANSWERED);
    }

    private void origin() {
        for (var sign : signs.seen()) {
            var ground = PLAIN.get(sign);
            if (ground != null) weighing.put(ground);
        }
        // notices of networks come from such addresses, too, and can be left
        if (signs.has(Sign.RECORDS_DESK) && signs.has(Sign.UNSUBSCRIBE)) weighing.put(Ground.RECORDS_DESK, MOSTLY);
        boolean foreign = isForeignList(signs, relationship);
        if (signs.has(Sign.LIST_ID)) {
            // tools and newsletters have lists of their own, to which nobody writes
            boolean discussion = foreign && !signs.has(Sign.PLATFORM) && !signs.has(Sign.NO_REPLY)
                    && (signs.has(Sign.LIST_POST) || signs.has(Sign.PERSONAL_PROGRAM));
            if (discussion) weighing.put(Ground.DISCUSSION);
            else weighing.put(Ground.LIST);
        } else if (signs.has(Sign.UNADDRESSED)) weighing.put(Ground.NOT_ADDRESSED);
        if (isListToReader(signs, relationship)) {
            weighing.put(Ground.LIST, PART);
            weighing.put(Ground.UNSUBSCRIBE_HEADER, 0);
            weighing.put(Ground.UNSUBSCRIBE_WORDS, 0);
            weighing.put(Ground.BULK, 0);
        }
        if (signs.has(Sign.PLATFORM)) {
            // the way to leave is in every notice of a tool
            weighing.put(Ground.LIST, 0);
            weighing.put(Ground.UNSUBSCRIBE_HEADER, PART);
        }
        boolean account = signs.topics().containsKey(Topic.CODE) || signs.topics().containsKey(Topic.ACCOUNT);
        if (signs.has(Sign.NETWORK)) weighing.put(Ground.NETWORK_SENDER, account ? DAMPED : FULL);
        if (signs.has(Sign.CALENDAR)) {
            boolean asked = !signs.has(Sign.NO_REPLY) && !signs.has(Sign.RECORDS_DESK) && !signs.has(Sign.NEWS_DESK)
                    && !signs.has(Sign.UNSUBSCRIBE) && !signs.has(Sign.CAMPAIGN) && !isWordlessAnswer(signs)
                    && !(signs.has(Sign.AUTO_GENERATED) && isPaperByNobody(signs));
            weighing.put(asked ? Ground.INVITATION : Ground.CALENDAR);
            if (asked) weighing.put(Ground.WRITTEN_BY_MACHINE, 0);
        }
        if (isWordlessAnswer(signs)) weighing.put(Ground.APPOINTMENT_ANSWER);
        if (signs.has(Sign.NO_REPLY) && signs.has(Sign.ANSWERABLE)) weighing.put(Ground.ANSWERS_REACH_SOMEBODY);
        if (isPitch(signs, relationship)) weighing.put(Ground.SALES_PITCH);
        if (signs.has(Sign.SERVICE_WORDS)) weighing.put(Ground.UNSUBSCRIBE_WORDS, 0);
        if (isTransaction(signs)) lessen(BESIDE);
        if (isPassedOn(signs)) {
            weighing.put(Ground.PASSED_ON);
            lessen(SERVICES);
        }
        if (signs.words() > LONG && !signs.has(Sign.QUOTE) && signs.links() > 1) weighing.put(Ground.LONG_READ);
    }

    private void lessen(List<Ground> grounds) {
        for (var ground : grounds) if (weighing.has(ground)) weighing.put(ground, weighing.percent(ground) * PART / FULL);
    }

    private void manner() {
        if (nobodySpeaks(signs)) weighing.put(Ground.NOBODY_SPEAKS);
        if (signs.hasAny(MACHINE) && !signs.has(Sign.LIST_ID) && !signs.has(Sign.UNSUBSCRIBE)
                && !signs.has(Sign.UNSUBSCRIBE_WORDS))
            weighing.put(Ground.NO_WAY_TO_LEAVE);
        int share = FULL;
        if (isForeignList(signs, relationship)) share = DAMPED;
        else if (isPassedOn(signs)) share = FULL;
        else if (isPitch(signs, relationship) || isWordlessAnswer(signs) || isMachinesAnswer(signs)) share = DAMPED;
        else if (signs.hasAny(IMPERSONATING) || (signs.has(Sign.UNSUBSCRIBE) && !isListToReader(signs, relationship))) share = PART;
        for (var sign : signs.seen()) {
            var ground = PERSONAL.get(sign);
            if (ground != null) weighing.put(ground, share);
        }
    }

    /** The weightiest topic of records and that of reading count in full, others half and less. */
    private void topics() {
        var records = new int[]{FULL, FULL / 2, FULL / 4};
        var reading = new int[]{FULL, FULL / 2, FULL / 4};
        int nextRecord = 0;
        int nextReading = 0;
        // people write about orders and offers, too
        boolean answer = (signs.has(Sign.ANSWER) && signs.has(Sign.PERSONAL_PROGRAM)) || isPassedOn(signs);
        boolean transaction = isTransaction(signs);
        for (var level : STRONGEST_FIRST)
            for (var topic : signs.topics().entrySet()) {
                if (topic.getValue() != level) continue;
                var ground = Ground.valueOf(topic.getKey().name());
                boolean feed = ground.weight(Category.FEED) > 0;
                int place = feed ? nextReading++ : nextRecord++;
                if (place >= records.length) continue;
                int share = (feed ? reading : records)[place] / (feed && transaction ? 2 : 1);
                weighing.put(ground, share(topic.getValue(), answer) * share / FULL);
            }
    }

    private static int share(Mention mention, boolean answer) {
        return switch (mention) {
            case ONCE -> 22;
            case OFTEN -> 40;
            case SUBJECT -> answer ? 30 : 75;
            case THROUGHOUT -> answer ? 40 : FULL;
        };
    }
}
