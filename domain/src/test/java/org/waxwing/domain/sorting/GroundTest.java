package org.waxwing.domain.sorting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.waxwing.domain.authenticity.Authentication.Standing;
import org.waxwing.domain.signs.Mention;
import org.waxwing.domain.signs.Sign;
import org.waxwing.domain.signs.Signs;
import org.waxwing.domain.signs.Template;
import org.waxwing.domain.signs.Topic;
import org.waxwing.domain.sorting.Lesson.Scope;

/** Every ground by its name: when it holds, it is told, with its weight on the side where it belongs. */
class GroundTest {
    @ParameterizedTest
    @EnumSource
    void is_told_when_it_holds(Ground ground) {
        var told = told(ground);

        var all = Stream.concat(told.reasons().stream(), told.doubts().stream()).map(Reason::ground).toList();
        assertThat(all).contains(ground).doesNotHaveDuplicates();
        assertThat(told.reasons()).allMatch(it -> it.weight() >= 0);
        assertThat(told.doubts()).allMatch(it -> it.weight() < 0);
    }

    @Test
    void is_not_told_when_it_does_not_hold() {
        var told = classify(signs(), Relationship.STRANGER);

        assertThat(told.reasons()).isEmpty();
        assertThat(told.doubts()).isEmpty();
        assertThat(told.category()).isEqualTo(Category.IMBOX);
    }

    @Test
    void has_a_sentence_of_its_own() {
        assertThat(Ground.values()).extracting(Ground::key).doesNotHaveDuplicates()
                .contains("sorting.reason.yourThread");
    }

    // exhaustive: a new ground does not compile until it is shown here
    private static Classification told(Ground ground) {
        return switch (ground) {
            case TAUGHT -> Classifier.classify(Case.of(signs(), Relationship.STRANGER).taught(new Lesson(
                    new LessonId(new UUID(0, 1)), new Scope.OfSender("a@b.example"), Category.FEED, Instant.EPOCH)));
            case MODEL -> classify(signs(Sign.FRONT_DESK, Sign.TEAM_CLOSING), Relationship.STRANGER)
                    .advised(Optional.of(new EmailClassifier.Answer(Category.IMBOX, 0.9, "engine")));
            case HABIT -> Classifier.classify(Case.of(signs(), Relationship.STRANGER).leaning(new Leaning(90, 0, 0)));
            case YOUR_THREAD -> classify(signs(), knows(0, false, false, false, true));
            case YOU_WROTE_TO_SENDER -> classify(signs(), knows(1, false, false, false, false));
            case YOU_ANSWERED_SENDER -> classify(signs(), knows(0, true, false, false, false));
            case CONTACT -> classify(signs(), knows(0, false, true, false, false));
            case COLLEAGUE -> classify(signs(), knows(0, false, false, true, false));
            case DOMAIN_YOU_WRITE_TO -> classify(signs(), new Relationship(
                    1, 0, false, false, false, false, true, Standing.UNKNOWN));
            case NEVER_ANSWERED -> classify(signs(), new Relationship(
                    9, 0, false, false, false, false, false, Standing.UNKNOWN));
            case NOT_PROVEN -> classify(signs(), new Relationship(
                    1, 3, false, false, false, false, false, Standing.FAILED));
            case LIST -> classify(signs(Sign.LIST_ID, Sign.DIRECT), Relationship.STRANGER);
            case DISCUSSION -> classify(signs(Sign.LIST_ID, Sign.LIST_POST, Sign.UNADDRESSED), Relationship.STRANGER);
            case UNSUBSCRIBE_HEADER -> of(Sign.UNSUBSCRIBE);
            case ONE_CLICK -> of(Sign.ONE_CLICK);
            case BULK -> of(Sign.BULK);
            case CAMPAIGN -> of(Sign.CAMPAIGN);
            case COMPLAINT_REPORTS -> of(Sign.FEEDBACK_ID);
            case WRITTEN_BY_MACHINE -> of(Sign.AUTO_GENERATED);
            case AUTOMATIC_ANSWER -> of(Sign.AUTO_REPLIED);
            case NO_AUTOMATIC_ANSWERS -> of(Sign.SUPPRESSES_ANSWERS);
            case MAIL_SERVICE -> of(Sign.MAIL_SERVICE);
            case BOUNCE_ADDRESS -> of(Sign.BOUNCE_ADDRESS);
            case RETURNS_ELSEWHERE -> of(Sign.RETURNS_ELSEWHERE);
            case TOOL -> of(Sign.PLATFORM);
            case NETWORK_SENDER -> of(Sign.NETWORK);
            case DELIVERY_REPORT -> of(Sign.DELIVERY_REPORT);
            case NO_REPLY -> of(Sign.NO_REPLY);
            case NEWS_DESK -> of(Sign.NEWS_DESK);
            case RECORDS_DESK -> of(Sign.RECORDS_DESK);
            case FRONT_DESK -> of(Sign.FRONT_DESK);
            case FREE_MAIL -> of(Sign.FREE_MAIL);
            case NAMED_PERSON -> of(Sign.NAMED_PERSON);
            case PERSONAL_PROGRAM -> of(Sign.PERSONAL_PROGRAM);
            case ON_BEHALF -> of(Sign.ON_BEHALF);
            case REPLIES_ELSEWHERE -> of(Sign.REPLIES_ELSEWHERE);
            case ADDRESSED_TO_YOU -> of(Sign.DIRECT);
            case NOT_ADDRESSED -> of(Sign.UNADDRESSED);
            case CROWD -> of(Sign.CROWD);
            case LAYOUT -> of(Sign.LAYOUT);
            case PLAIN -> of(Sign.PLAIN);
            case HIDDEN_IMAGE -> of(Sign.PIXEL);
            case MANY_LINKS -> of(Sign.MANY_LINKS);
            case MANY_IMAGES -> of(Sign.MANY_IMAGES);
            case BROWSER_VERSION -> of(Sign.BROWSER_VERSION);
            case UNSUBSCRIBE_WORDS -> of(Sign.UNSUBSCRIBE_WORDS);
            case LONG_READ -> classify(
                    new Signs(1, Set.of(), Map.of(), 4, 0, 1, 900, Template.NONE), Relationship.STRANGER);
            case AUTOMATIC_WORDS -> of(Sign.AUTOMATIC_WORDS);
            case GENERIC_GREETING -> of(Sign.GENERIC_GREETING);
            case TEAM_CLOSING -> of(Sign.TEAM_CLOSING);
            case NOBODY_SPEAKS -> classify(
                    new Signs(1, Set.of(), Map.of(), 0, 0, 1, 50, Template.NONE), Relationship.STRANGER);
            case NO_WAY_TO_LEAVE -> of(Sign.NO_REPLY);
            case AUDIENCE -> of(Sign.AUDIENCE);
            case SERVICE_NOTICE -> of(Sign.SERVICE_WORDS);
            case SALES_PITCH -> of(Sign.PITCH);
            case CALLED_BY_NAME -> of(Sign.CALLED);
            case SHARED_PAST -> of(Sign.SHARED_PAST);
            case PASSED_ON -> classify(
                    signs(Sign.RELAYED, Sign.ANSWERABLE, Sign.QUESTION), Relationship.STRANGER);
            case ANSWERS_REACH_SOMEBODY -> classify(signs(Sign.NO_REPLY, Sign.ANSWERABLE), Relationship.STRANGER);
            case BILL -> of(Sign.BILL);
            case APPOINTMENT_ANSWER -> classify(
                    new Signs(1, Set.of(Sign.APPOINTMENT_ANSWER, Sign.CALENDAR), Map.of(), 0, 0, 1, 0, Template.NONE),
                    Relationship.STRANGER);
            case GREETING -> of(Sign.GREETING);
            case CLOSING -> of(Sign.CLOSING);
            case SIGNATURE -> of(Sign.SIGNATURE);
            case FIRST_PERSON -> of(Sign.FIRST_PERSON);
            case PERSONAL_WORDS -> of(Sign.PERSONAL_WORDS);
            case QUESTION -> of(Sign.QUESTION);
            case ANSWER -> of(Sign.ANSWER);
            case FORWARDED -> of(Sign.FORWARD);
            case AMOUNT -> of(Sign.AMOUNT);
            case DATED -> classify(signs(Sign.MAIL_SERVICE, Sign.DATE), Relationship.STRANGER);
            case NO_FIGURES -> of(Sign.MAIL_SERVICE);
            case REFERENCE -> of(Sign.REFERENCE);
            case CODE_LINE -> of(Sign.CODE);
            case PAPER_FILE -> of(Sign.PAPER_FILE);
            case FILE -> of(Sign.FILE);
            case INVITATION -> of(Sign.CALENDAR);
            case CALENDAR -> classify(signs(Sign.CALENDAR, Sign.NO_REPLY), Relationship.STRANGER);
            case RECEIPT, ORDER, INVOICE, BOOKING, SHIPPING, CODE, ACCOUNT, ALERT, STATEMENT, TICKET, APPOINTMENT,
                    NEWSLETTER, OFFER, NETWORK, EVENT, APPEAL ->
                about(Topic.valueOf(ground.name()));
        };
    }

    private static Relationship knows(long sent, boolean answered, boolean contact, boolean org, boolean thread) {
        return new Relationship(1, sent, answered, contact, org, thread, false, Standing.UNKNOWN);
    }

    private static Classification of(Sign sign) {
        return classify(signs(sign), Relationship.STRANGER);
    }

    private static Classification about(Topic topic) {
        var topics = new EnumMap<Topic, Mention>(Topic.class);
        topics.put(topic, Mention.SUBJECT);
        return classify(new Signs(1, Set.of(), topics, 0, 0, 1, 5, Template.NONE), Relationship.STRANGER);
    }

    private static Signs signs(Sign... seen) {
        var all = EnumSet.noneOf(Sign.class);
        all.addAll(List.of(seen));
        return new Signs(1, all, Map.of(), 0, 0, 1, 5, Template.NONE);
    }

    private static Classification classify(Signs signs, Relationship relationship) {
        return Classifier.classify(Case.of(signs, relationship));
    }
}
