package org.waxwing.domain.sorting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.signs.Sign;
import org.waxwing.domain.signs.Signs;
import org.waxwing.domain.signs.Template;
import org.waxwing.domain.sorting.Lesson.Scope;

class LessonsTest {
    private static final EmailId EMAIL = new EmailId(new UUID(0, 1));
    private static final EmailAddress SHOP = EmailAddress.of("Shop@Shop.example");
    private static final Template FORM = new Template(0xF0F0, 0xF0F0);
    private static final Scope MESSAGE = new Scope.OfMessage(EMAIL);
    private static final Scope KIND = new Scope.OfKind("shop@shop.example", FORM);
    private static final Scope SENDER = new Scope.OfSender("shop@shop.example");
    private static final Scope DOMAIN = new Scope.OfDomain("shop.example");

    private static Lesson lesson(int number, Scope scope, Category category) {
        return new Lesson(new LessonId(new UUID(0, number)), scope, category, Instant.ofEpochSecond(number));
    }

    @Test
    void prefer_the_narrowest_whatever_their_order_and_age() {
        var lessons = new ArrayList<>(List.of(
                lesson(1, MESSAGE, Category.IMBOX), lesson(2, KIND, Category.PAPER_TRAIL),
                lesson(3, SENDER, Category.FEED), lesson(4, DOMAIN, Category.IMBOX)));

        for (var narrowest : List.of(MESSAGE, KIND, SENDER, DOMAIN)) {
            Collections.rotate(lessons, 1);
            assertThat(Lessons.of(lessons).about(EMAIL, SHOP, FORM)).map(Lesson::scope).contains(narrowest);
            lessons.removeIf(it -> it.scope().equals(narrowest));
        }
        assertThat(Lessons.of(lessons).about(EMAIL, SHOP, FORM)).isEmpty();
    }

    @Test
    void prefer_the_newest_of_the_same_width() {
        var lessons = Lessons.of(List.of(lesson(1, SENDER, Category.FEED), lesson(2, SENDER, Category.PAPER_TRAIL)));

        assertThat(lessons.about(EMAIL, SHOP, FORM)).map(Lesson::category).contains(Category.PAPER_TRAIL);
    }

    @Test
    void are_not_about_others() {
        var lessons = Lessons.of(List.of(
                lesson(1, new Scope.OfMessage(new EmailId(new UUID(0, 9))), Category.FEED),
                lesson(2, new Scope.OfKind("shop@shop.example", new Template(~0xF0F0L, ~0xF0F0L)), Category.FEED),
                lesson(3, new Scope.OfKind("other@shop.example", FORM), Category.FEED),
                lesson(4, new Scope.OfSender("other@shop.example"), Category.FEED),
                lesson(5, new Scope.OfDomain("hop.example"), Category.FEED)));

        assertThat(lessons.about(EMAIL, SHOP, FORM)).isEmpty();
    }

    @Test
    void are_about_a_kind_where_there_is_one_unless_said_otherwise() {
        assertThat(Lesson.scopes(EMAIL, SHOP, signs(FORM))).containsExactly(KIND, SENDER, MESSAGE, DOMAIN);
        assertThat(Lesson.scopes(EMAIL, SHOP, signs(Template.NONE))).containsExactly(SENDER, MESSAGE, DOMAIN);
    }

    @Test
    void are_not_about_a_domain_that_belongs_to_everybody() {
        assertThat(Lesson.scopes(EMAIL, EmailAddress.of("bob@gmail.com"), signs(Template.NONE, Sign.FREE_MAIL)))
                .containsExactly(new Scope.OfSender("bob@gmail.com"), MESSAGE);
    }

    @Test
    void are_about_the_message_alone_where_there_is_no_sender() {
        assertThat(Lesson.scopes(EMAIL, EmailAddress.of(""), signs(FORM))).containsExactly(MESSAGE);
    }

    @Test
    void cannot_be_about_nothing() {
        assertThatThrownBy(() -> new Scope.OfKind("a@b.example", Template.NONE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Scope.OfSender("")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Scope.OfDomain("a@b.example")).isInstanceOf(IllegalArgumentException.class);
    }

    private static Signs signs(Template template, Sign... seen) {
        return new Signs(1, Set.of(seen), Map.of(), 0, 0, 1, 10, template);
    }
}
