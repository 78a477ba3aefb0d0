package org.waxwing.domain.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.identity.OrganisationId;
import org.waxwing.domain.identity.PersonId;

class RuleBookTest {
    private static final RuleOwner ADA = new RuleOwner.Somebody(new PersonId(new UUID(0, 1)));
    private static final RuleOwner HOUSE = new RuleOwner.Organisation(new OrganisationId(new UUID(0, 2)));

    private static Rule rule(RuleOwner owner, int number) {
        return new Rule(
                new RuleId(new UUID(1, number)), owner, "Rule " + number, new Rule.Reach.EveryAccount(),
                new Condition.Always(), List.of(new Action.Star()), true, false);
    }

    private static RuleBook book(RuleOwner owner, int... numbers) {
        return new RuleBook(owner, IntStream.of(numbers).mapToObj(it -> rule(owner, it)).toList(), 7);
    }

    @Test
    void puts_a_new_rule_behind_all_others_and_a_known_one_in_its_place() {
        var book = book(ADA, 1, 2).with(rule(ADA, 3)).with(rule(ADA, 1).switchedOff());

        assertThat(book.rules()).containsExactly(rule(ADA, 1).switchedOff(), rule(ADA, 2), rule(ADA, 3));
        assertThat(book.version()).isEqualTo(7);
    }

    @Test
    void moves_rules_to_where_they_are_wanted_or_as_near_as_there_is_a_place() {
        var third = new RuleId(new UUID(1, 3));

        assertThat(book(ADA, 1, 2, 3).moved(third, 0)).isEqualTo(book(ADA, 3, 1, 2));
        assertThat(book(ADA, 3, 1, 2).moved(third, 1)).isEqualTo(book(ADA, 1, 3, 2));
        assertThat(book(ADA, 3, 1, 2).moved(third, 99)).isEqualTo(book(ADA, 1, 2, 3));
        assertThat(book(ADA, 1, 3).moved(third, -1)).isEqualTo(book(ADA, 3, 1));
        assertThat(book(ADA, 1, 2).moved(third, 0)).isEqualTo(book(ADA, 1, 2));
    }

    @Test
    void loses_a_rule_that_is_removed() {
        assertThat(book(ADA, 1, 2).without(new RuleId(new UUID(1, 1)))).isEqualTo(book(ADA, 2));
    }

    @Test
    void holds_no_rules_of_others_and_none_twice() {
        assertThatThrownBy(() -> book(ADA, 1).with(rule(HOUSE, 2))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> book(ADA, 1, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void has_an_end() {
        var full = book(ADA, IntStream.range(0, RuleBook.MOST).toArray());

        assertThat(full.hasRoom()).isFalse();
        assertThatThrownBy(() -> full.with(rule(ADA, RuleBook.MOST))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void stands_behind_that_of_the_organisation_in_a_set() {
        var set = RuleSet.of(book(HOUSE, 1, 2), book(ADA, 3));

        assertThat(set.rules()).containsExactly(rule(HOUSE, 1), rule(HOUSE, 2), rule(ADA, 3));
        assertThat(new RuleSet(List.of(rule(ADA, 3), rule(HOUSE, 1), rule(HOUSE, 2)))).isEqualTo(set);
        assertThat(set.with(rule(HOUSE, 4)).rules())
                .containsExactly(rule(HOUSE, 1), rule(HOUSE, 2), rule(HOUSE, 4), rule(ADA, 3));
    }

    @Test
    void a_rule_covers_the_account_it_is_for() {
        var one = new AccountId(new UUID(2, 1));
        var other = new AccountId(new UUID(2, 2));
        var dull = rule(ADA, 1);
        var narrow = new Rule(
                dull.id(), ADA, dull.name(), new Rule.Reach.OneAccount(one), dull.condition(), dull.actions(), true,
                false);

        assertThat(narrow.covers(one)).isTrue();
        assertThat(narrow.covers(other)).isFalse();
        assertThat(dull.covers(other)).isTrue();
    }
}
