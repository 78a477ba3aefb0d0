package org.waxwing.domain.sorting;

import java.util.Locale;

/**
 * One kind of evidence about where a message belongs, with its weight for each category in hundredths of the natural
 * logarithm of the odds: 100 makes a category 2.7 times as likely. The names are stored.
 */
public enum Ground {
    /** Its reader has decided it. Weighs more than everything. */
    TAUGHT(0, 0, 0),
    /** A model that was asked about the undecided rest. */
    MODEL(0, 0, 0),
    /** What its reader usually does with such mail. */
    HABIT(0, 0, 0),

    /** The reader takes part in the conversation. */
    YOUR_THREAD(800, -100, -100),
    YOU_WROTE_TO_SENDER(260, -50, -60),
    YOU_ANSWERED_SENDER(160, -50, -40),
    CONTACT(220, -60, -60),
    COLLEAGUE(260, -60, -60),
    DOMAIN_YOU_WRITE_TO(60, 0, 0),
    /** Argument: how many messages came. */
    NEVER_ANSWERED(-60, 30, 30),
    /** The domain's owner disowns the message, so that it does not count who it claims to be from. */
    NOT_PROVEN(-50, 0, 0),

    LIST(-130, 90, 0),
    /** A list to which people write, and not to the reader. */
    DISCUSSION(-220, 300, -80),
    UNSUBSCRIBE_HEADER(-250, 150, 0),
    ONE_CLICK(-50, 50, 0),
    BULK(-180, 120, 30),
    CAMPAIGN(-160, 190, -40),
    COMPLAINT_REPORTS(-90, 30, 30),
    WRITTEN_BY_MACHINE(-200, -10, 150),
    AUTOMATIC_ANSWER(0, -60, 40),
    NO_AUTOMATIC_ANSWERS(-90, 0, 60),
    MAIL_SERVICE(-120, 20, 30),
    BOUNCE_ADDRESS(-90, 40, 30),
    RETURNS_ELSEWHERE(-50, 20, 20),
    TOOL(-120, -120, 280),
    NETWORK_SENDER(-150, 230, -20),
    /** A message of the reader's own could not be delivered. */
    DELIVERY_REPORT(-150, -200, 400),

    NO_REPLY(-250, 20, 90),
    NEWS_DESK(-180, 190, -50),
    RECORDS_DESK(-180, -60, 180),
    FRONT_DESK(-70, 30, 30),
    FREE_MAIL(190, -100, -100),
    NAMED_PERSON(170, -60, -70),
    PERSONAL_PROGRAM(160, -70, -60),
    ON_BEHALF(-40, 20, 10),
    REPLIES_ELSEWHERE(-30, 20, 0),

    ADDRESSED_TO_YOU(40, -10, 0),
    NOT_ADDRESSED(-60, 60, -10),
    /** Argument: how many are named. */
    CROWD(-40, 30, -10),

    LAYOUT(-110, 50, 40),
    PLAIN(60, -50, 10),
    HIDDEN_IMAGE(-80, 50, 20),
    /** Argument: how many links there are. */
    MANY_LINKS(-90, 100, -30),
    /** Argument: how many images there are. */
    MANY_IMAGES(-60, 90, -30),
    BROWSER_VERSION(-150, 210, -40),
    UNSUBSCRIBE_WORDS(-160, 130, -10),
    LONG_READ(-10, 60, -40),

    AUTOMATIC_WORDS(-170, -10, 120),
    GENERIC_GREETING(-100, 20, 30),
    TEAM_CLOSING(-70, 20, 30),
    /** Nobody speaks in it, asks or answers. */
    NOBODY_SPEAKS(-150, 20, 70),
    /** A machine's mail, and no way to leave: what is sent because something happened. */
    NO_WAY_TO_LEAVE(0, -60, 60),
    /** It speaks to readers, members, customers all at once. */
    AUDIENCE(-120, 200, -40),
    /** It says that it belongs to a contract or an account. */
    SERVICE_NOTICE(-80, -180, 220),
    /** Somebody unknown sells something to firms. */
    SALES_PITCH(-300, 330, -100),
    GREETING(40, 0, -10),
    /** It turns to the reader by name in the middle. */
    CALLED_BY_NAME(220, -100, -80),
    /** It recalls what the reader said or did. */
    SHARED_PAST(150, -70, -50),
    /** A service passes on what somebody wrote to the reader. */
    PASSED_ON(360, -120, -160),
    /** Answers reach somebody, though the sender's address reads none. */
    ANSWERS_REACH_SOMEBODY(60, -20, -10),
    CLOSING(50, -30, -10),
    SIGNATURE(50, -20, -20),
    FIRST_PERSON(110, -40, -60),
    PERSONAL_WORDS(120, -60, -60),
    QUESTION(30, 10, -40),
    ANSWER(130, -50, -40),
    FORWARDED(90, -50, -30),

    AMOUNT(-20, 0, 45),
    /** A program's mail that names a day or an hour. */
    DATED(0, -20, 30),
    /** A program's mail that names no sum, no number, no day: nothing that happened. */
    NO_FIGURES(0, 25, -25),
    /** It adds up what was bought or is owed. */
    BILL(-60, -110, 170),
    REFERENCE(-40, -40, 90),
    CODE_LINE(-60, -80, 170),
    PAPER_FILE(-20, -80, 100),
    FILE(20, -40, 10),
    /** A person asks for an appointment. */
    INVITATION(260, -90, -60),
    CALENDAR(-20, -60, 70),
    /** An appointment is accepted or declined, without a word. */
    APPOINTMENT_ANSWER(-320, -80, 320),

    RECEIPT(-80, -80, 260),
    ORDER(-80, -80, 260),
    INVOICE(-80, -80, 260),
    BOOKING(-80, -80, 260),
    SHIPPING(-80, -80, 260),
    CODE(-80, -100, 280),
    ACCOUNT(-80, -80, 260),
    ALERT(-80, -80, 240),
    STATEMENT(-80, -80, 250),
    TICKET(-80, -80, 250),
    APPOINTMENT(-60, -80, 250),
    NEWSLETTER(-90, 260, -80),
    OFFER(-90, 260, -80),
    NETWORK(-90, 250, -40),
    EVENT(-80, 230, -70),
    APPEAL(-80, 220, -60);

    private final int imbox;
    private final int feed;
    private final int paperTrail;

    Ground(int imbox, int feed, int paperTrail) {
        this.imbox = imbox;
        this.feed = feed;
        this.paperTrail = paperTrail;
    }

    /** What it weighs for a category where it holds in full. */
    public int weight(Category category) {
        return switch (category) {
            case IMBOX -> imbox;
            case FEED -> feed;
            case PAPER_TRAIL -> paperTrail;
        };
    }

    /** What it weighs for a category compared with the better of the others. */
    int speaksFor(Category category) {
        int best = Integer.MIN_VALUE;
        for (var other : Category.values()) if (other != category) best = Math.max(best, weight(other));
        return weight(category) - best;
    }

    /** The name of its sentence in the bundles of words: {@code sorting.reason.youWroteToSender}. */
    public String key() {
        return "sorting.reason." + camel(name());
    }

    static String camel(String name) {
        var out = new StringBuilder();
        for (var word : name.toLowerCase(Locale.ROOT).split("_", -1))
            out.append(out.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        return out.toString();
    }
}
