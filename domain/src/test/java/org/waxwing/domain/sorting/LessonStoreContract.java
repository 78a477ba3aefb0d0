package org.waxwing.domain.sorting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.signs.Template;
import org.waxwing.domain.sorting.Lesson.Scope;
import org.waxwing.domain.world.World;

/** What every {@link LessonStore} does. */
public interface LessonStoreContract {
    World world();

    /** The store of that world. */
    LessonStore lessons();

    private Lesson lesson(Scope scope, Category category, long second) {
        return new Lesson(new LessonId(UUID.randomUUID()), scope, category,
                Instant.parse("2026-03-01T09:00:00Z").plusSeconds(second).truncatedTo(ChronoUnit.MICROS));
    }

    private void keep(PersonId person, Lesson... lessons) {
        for (var lesson : lessons) world().run(person, () -> lessons().keep(lesson));
    }

    private List<Lesson> all(PersonId person) {
        return world().as(person, () -> lessons().all());
    }

    @Test
    default void has_nothing_of_whoever_taught_nothing() {
        assertThat(all(world().somebody())).isEmpty();
    }

    @Test
    default void keeps_lessons_of_every_scope_the_newest_first() {
        var ada = world().somebody();
        var first = lesson(new Scope.OfSender("news@loaf.example"), Category.FEED, 1);
        var second = lesson(new Scope.OfKind("shop@loaf.example", new Template(-1, 5)), Category.PAPER_TRAIL, 2);
        var third = lesson(new Scope.OfDomain("loaf.example"), Category.IMBOX, 3);
        var fourth = lesson(new Scope.OfMessage(new EmailId(UUID.randomUUID())), Category.FEED, 4);

        keep(ada, second, fourth, first, third);

        assertThat(all(ada)).containsExactly(fourth, third, second, first);
    }

    @Test
    default void replaces_a_lesson_about_the_same() {
        var ada = world().somebody();
        var newer = lesson(new Scope.OfSender("news@loaf.example"), Category.IMBOX, 2);

        keep(ada, lesson(new Scope.OfSender("News@Loaf.example"), Category.FEED, 1), newer);

        assertThat(all(ada)).containsExactly(newer);
    }

    @Test
    default void forgets_a_lesson() {
        var ada = world().somebody();
        var lesson = lesson(new Scope.OfSender("news@loaf.example"), Category.FEED, 1);
        keep(ada, lesson);

        assertThat(world().as(ada, () -> lessons().forget(lesson.id()))).isTrue();
        assertThat(world().as(ada, () -> lessons().forget(lesson.id()))).isFalse();
        assertThat(all(ada)).isEmpty();
    }

    @Test
    default void keeps_and_forgets_several_at_once() {
        var ada = world().somebody();
        var one = lesson(new Scope.OfSender("news@loaf.example"), Category.FEED, 1);
        var two = lesson(new Scope.OfDomain("loaf.example"), Category.FEED, 2);
        var three = lesson(new Scope.OfMessage(new EmailId(UUID.randomUUID())), Category.FEED, 3);

        world().run(ada, () -> lessons().keep(List.of(one, two, three)));
        assertThat(all(ada)).containsExactly(three, two, one);
        var gone = new LessonId(UUID.randomUUID());

        assertThat(world().as(ada, () -> lessons().forget(List.of(one.id(), three.id(), gone))))
                .containsExactlyInAnyOrder(one.id(), three.id());
        assertThat(all(ada)).containsExactly(two);
    }

    @Test
    default void finds_what_may_be_about_messages() {
        var ada = world().somebody();
        var email = new EmailId(UUID.randomUUID());
        var message = lesson(new Scope.OfMessage(email), Category.FEED, 1);
        var kind = lesson(new Scope.OfKind("news@loaf.example", new Template(1, 2)), Category.FEED, 2);
        var sender = lesson(new Scope.OfSender("news@loaf.example"), Category.FEED, 3);
        var domain = lesson(new Scope.OfDomain("loaf.example"), Category.FEED, 4);
        keep(ada, message, kind, sender, domain, lesson(new Scope.OfSender("eve@example.org"), Category.FEED, 5),
                lesson(new Scope.OfMessage(new EmailId(UUID.randomUUID())), Category.FEED, 6));

        var about = world().as(ada, () -> lessons().about(
                List.of(email), List.of(EmailAddress.of("News@Loaf.example"))));
        var others = world().as(ada, () -> lessons().about(List.of(), List.of(EmailAddress.of("shop@loaf.example"))));

        assertThat(about).containsExactlyInAnyOrder(message, kind, sender, domain);
        assertThat(others).containsExactly(domain);
        assertThat(world().as(ada, () -> lessons().about(List.of(), List.of()))).isEmpty();
    }

    @Test
    default void tells_nobody_else_and_lets_nobody_else_forget() {
        var ada = world().somebody();
        var eve = world().somebody();
        var lesson = lesson(new Scope.OfSender("news@loaf.example"), Category.FEED, 1);
        keep(ada, lesson);

        assertThat(world().as(eve, () -> lessons().about(List.of(), List.of(EmailAddress.of("news@loaf.example")))))
                .isEmpty();
        assertThat(world().as(eve, () -> lessons().forget(lesson.id()))).isFalse();
        assertThat(all(eve)).isEmpty();
        assertThat(all(ada)).containsExactly(lesson);
    }

    @Test
    default void keeps_the_same_lesson_for_two_people() {
        var ada = world().somebody();
        var eve = world().somebody();
        keep(ada, lesson(new Scope.OfSender("news@loaf.example"), Category.FEED, 1));
        keep(eve, lesson(new Scope.OfSender("news@loaf.example"), Category.IMBOX, 2));

        assertThat(all(ada)).extracting(Lesson::category).containsExactly(Category.FEED);
        assertThat(all(eve)).extracting(Lesson::category).containsExactly(Category.IMBOX);
    }
}
