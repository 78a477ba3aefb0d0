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
    private static final int TRACE = 10;
    private static final int DAMPED = 20;
    private static final int PART = 35;
    private static final int MOSTLY = 60;
    private static final int FULL = 100;
    private static final int TWICE = 200;
    private static final List<Mention> STRONGEST_FIRST = List.of(
            Mention.THROUGHOUT, Mention.SUBJECT, Mention.OFTEN, Mention.ONCE);

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
    // what the mail of a service that passes words on has in any case
    private static final List<Ground> SERVICES = List.of(
            Ground.NO_REPLY, Ground.WRITTEN_BY_MACHINE, Ground.TOOL, Ground.RECORDS_DESK, Ground.LIST,
            Ground.UNSUBSCRIBE_HEADER, Ground.UNSUBSCRIBE_WORDS, Ground.CAMPAIGN, Ground.AUTOMATIC_WORDS,
            Ground.NETWORK_SENDER);
    // what stands below receipts
    private static final List<Ground> BESIDE = List.of(
            Ground.UNSUBSCRIBE_HEADER, Ground.UNSUBSCRIBE_WORDS, Ground.ONE_CLICK, Ground.CAMPAIGN, Ground.MANY_LINKS,
            Ground.MANY_IMAGES);
    // what tells that something happened
    private static final Set<Sign> FIGURES = EnumSet.of(
            Sign.REFERENCE, Sign.AMOUNT, Sign.BILL, Sign.CODE, Sign.DATE, Sign.PAPER_FILE, Sign.CALENDAR);
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
    private final Nature nature;
    private final Weighing weighing = new Weighing();

    private Evidence(Signs signs, Relationship relationship) {
        this.signs = signs;
        this.relationship = relationship;
        nature = Nature.of(signs, relationship);
    }

    static Weighing of(Signs signs, Relationship relationship) {
        var evidence = new Evidence(signs, relationship);
        evidence.relationship();
        evidence.origin();
        evidence.manner();
        evidence.topics();
        return evidence.weighing;
    }

    private void relationship() {
        boolean machine = nature.isListToReader() ? nature.origin().isByNoPerson() : nature.origin().isByMachine();
        if (relationship.inThread()) {
            boolean byMachine = nature.origin().isCampaign() || nature.origin().isMachinesAnswer()
                    || nature.origin().isWordlessAnswer()
                    || nature.origin().isUndelivered();
            weighing.put(Ground.YOUR_THREAD, byMachine ? TRACE : FULL);
        }
        if (relationship.standing() == Standing.FAILED) {
            if (relationship.isKnown()) weighing.put(Ground.NOT_PROVEN);
            return;
        }
        boolean replaced = machine || nature.isForeignList() || nature.isCircular() || nature.origin().isForm()
                || nature.origin().isWordlessAnswer() || nature.origin().isUndelivered()
                || (relationship.inThread() && nature.origin().isMachinesAnswer());
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
        boolean foreign = nature.isForeignList();
        if (signs.has(Sign.LIST_ID)) {
            // tools and newsletters have lists of their own, to which nobody writes
            boolean discussion = foreign && !signs.has(Sign.PLATFORM) && !signs.has(Sign.NO_REPLY)
                    && (signs.has(Sign.LIST_POST) || signs.has(Sign.PERSONAL_PROGRAM));
            if (discussion) weighing.put(Ground.DISCUSSION);
            else weighing.put(Ground.LIST);
        } else if (signs.has(Sign.UNADDRESSED)) weighing.put(Ground.NOT_ADDRESSED, nature.isCircular() ? TWICE : FULL);
        if (nature.isListToReader()) {
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
                    && !signs.has(Sign.UNSUBSCRIBE) && !signs.has(Sign.CAMPAIGN) && !nature.origin().isWordlessAnswer()
                    && !(signs.has(Sign.AUTO_GENERATED) && nature.origin().isPaperByNobody());
            weighing.put(asked ? Ground.INVITATION : Ground.CALENDAR);
            if (asked) weighing.put(Ground.WRITTEN_BY_MACHINE, 0);
        }
        if (nature.origin().isWordlessAnswer()) weighing.put(Ground.APPOINTMENT_ANSWER);
        if (signs.has(Sign.NO_REPLY) && signs.has(Sign.ANSWERABLE)) weighing.put(Ground.ANSWERS_REACH_SOMEBODY);
        if (nature.voice().isPitch()) weighing.put(Ground.SALES_PITCH);
        if (signs.has(Sign.SERVICE_WORDS)) weighing.put(Ground.UNSUBSCRIBE_WORDS, 0);
        if (nature.origin().isTransaction()) lessen(BESIDE);
        if (nature.voice().isPassedOn()) {
            weighing.put(Ground.PASSED_ON);
            lessen(SERVICES);
        }
        if (signs.words() > LONG && !signs.has(Sign.QUOTE) && signs.links() > 1) weighing.put(Ground.LONG_READ);
    }

    private void lessen(List<Ground> grounds) {
        for (var ground : grounds)
            if (weighing.has(ground)) weighing.put(ground, weighing.percent(ground) * PART / FULL);
    }

    private void manner() {
        if (nature.origin().nobodySpeaks()) weighing.put(Ground.NOBODY_SPEAKS);
        if (nature.origin().isByMachine() && !signs.has(Sign.LIST_ID) && !signs.has(Sign.UNSUBSCRIBE)
                && !signs.has(Sign.UNSUBSCRIBE_WORDS))
            weighing.put(Ground.NO_WAY_TO_LEAVE);
        if (nature.origin().isMadeByProgram()) {
            if (signs.has(Sign.DATE)) weighing.put(Ground.DATED);
            if (!signs.hasAny(FIGURES)) weighing.put(Ground.NO_FIGURES);
        }
        int share = FULL;
        if (nature.isForeignList() || nature.isCircular()) share = DAMPED;
        else if (nature.voice().isPassedOn()) share = FULL;
        else
            if (nature.voice().isPitch() || nature.origin().isWordlessAnswer() || nature.origin().isMachinesAnswer()
                    || nature.origin().isUndelivered())
                share = DAMPED;
            else
                if (signs.hasAny(IMPERSONATING) || (signs.has(Sign.UNSUBSCRIBE) && !nature.isListToReader()))
                    share = PART;
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
        boolean answer = (signs.has(Sign.ANSWER) && signs.has(Sign.PERSONAL_PROGRAM)) || nature.voice().isPassedOn();
        boolean transaction = nature.origin().isTransaction();
        boolean opinion = nature.origin().asksForOpinion();
        if (opinion && weighing.has(Ground.REFERENCE)) weighing.put(Ground.REFERENCE, PART);
        for (var level : STRONGEST_FIRST)
            for (var topic : signs.topics().entrySet()) {
                if (topic.getValue() != level) continue;
                var ground = Ground.valueOf(topic.getKey().name());
                boolean feed = ground.weight(Category.FEED) > 0;
                int place = feed ? nextReading++ : nextRecord++;
                if (place >= records.length) continue;
                int share = (feed ? reading : records)[place] / ((feed && transaction) || (!feed && opinion) ? 2 : 1);
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
