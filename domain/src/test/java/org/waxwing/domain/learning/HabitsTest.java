package org.waxwing.domain.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.signs.Sign;
import org.waxwing.domain.signs.Signs;
import org.waxwing.domain.signs.Template;
import org.waxwing.domain.sorting.Category;
import org.waxwing.domain.sorting.Leaning;
import org.waxwing.domain.sorting.Practice;
import org.waxwing.domain.sorting.Relationship;

class HabitsTest {
    // which the rules leave in the Imbox, and this person reads at leisure
    private static final Signs BULLETIN = signs(Sign.FRONT_DESK, Sign.GENERIC_GREETING);
    private static final Signs LETTER = signs(Sign.DIRECT, Sign.ALONE, Sign.FIRST_PERSON, Sign.GREETING);

    private static Signs signs(Sign... seen) {
        var all = EnumSet.noneOf(Sign.class);
        all.addAll(List.of(seen));
        return new Signs(1, all, Map.of(), 0, 0, 1, 40, Template.NONE);
    }

    private static List<Example> examples(int bulletins, int letters) {
        var examples = new ArrayList<Example>();
        for (int i = 0; i < bulletins; i++)
            examples.add(new Example(BULLETIN, Relationship.STRANGER, "club.example", Category.FEED));
        for (int i = 0; i < letters; i++)
            examples.add(new Example(LETTER, Relationship.STRANGER, "friend.example", Category.IMBOX));
        return examples;
    }

    @Test
    void are_not_followed_before_there_are_enough_examples_of_each_category() {
        var habits = Habits.learn(examples(Habits.ENOUGH - 1, 40));

        assertThat(habits.isFollowed()).isFalse();
        assertThat(habits.trial().enough()).isFalse();
        assertThat(habits.leaning(BULLETIN, Relationship.STRANGER, "club.example")).isEqualTo(Leaning.NONE);
    }

    @Test
    void are_not_learned_from_one_category_alone() {
        assertThat(Habits.learn(examples(0, 100)).isFollowed()).isFalse();
    }

    @Test
    void are_followed_once_they_beat_the_rules_on_examples_they_have_not_seen() {
        var habits = Habits.learn(examples(Habits.ENOUGH, Habits.ENOUGH));

        assertThat(habits.trial().habitsRight()).isGreaterThan(habits.trial().rulesRight());
        assertThat(habits.isFollowed()).isTrue();
        var leaning = habits.leaning(BULLETIN, Relationship.STRANGER, "club.example");
        assertThat(leaning.feed()).isPositive();
        assertThat(leaning.imbox()).isNegative();
    }

    @Test
    void are_not_followed_where_the_rules_are_right_already() {
        var examples = new ArrayList<Example>();
        for (int i = 0; i < 3; i++)
            for (var mail : Practice.all())
                examples.add(new Example(mail.signs(), mail.relationship(), "", mail.right()));

        var habits = Habits.learn(examples);

        assertThat(habits.trial().enough()).isTrue();
        assertThat(habits.isFollowed()).isFalse();
    }

    @Test
    void say_nothing_about_a_category_without_examples() {
        var habits = Habits.learn(examples(20, 20));

        assertThat(habits.leaning(LETTER, Relationship.STRANGER, "friend.example").paperTrail()).isZero();
    }

    @Test
    void are_the_same_for_the_same_examples() {
        assertThat(Habits.learn(examples(20, 20)).write()).isEqualTo(Habits.learn(examples(20, 20)).write());
    }

    @Test
    void are_read_back_as_they_were_written() {
        var habits = Habits.learn(examples(20, 20));
        var read = Habits.parse(habits.write());

        assertThat(read.write()).isEqualTo(habits.write());
        assertThat(read.trial()).isEqualTo(habits.trial());
        assertThat(read.leaning(BULLETIN, Relationship.STRANGER, "club.example"))
                .isEqualTo(habits.leaning(BULLETIN, Relationship.STRANGER, "club.example"));
        assertThat(Habits.parse(Habits.NONE.write()).isFollowed()).isFalse();
    }

    @Test
    void are_learned_anew_when_another_version_wrote_them() {
        assertThat(Habits.parse("habits-0 x").write()).isEqualTo(Habits.NONE.write());
        assertThatThrownBy(() -> Habits.parse("habits-1 x")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void are_not_confused_by_what_stands_in_a_domain() {
        var examples = new ArrayList<>(examples(12, 12));
        examples.add(new Example(LETTER, Relationship.STRANGER, "a b\n=1", Category.IMBOX));

        assertThat(Habits.parse(Habits.learn(examples).write()).write()).isEqualTo(Habits.learn(examples).write());
    }
}
