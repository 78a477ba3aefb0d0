package org.waxwing.domain.rules.sieve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SieveFlowTest {
    @Test
    void what_stands_behind_elsif_and_else_has_the_opposite_of_all_before() {
        assertThat(InWords.rules("""
                if exists "a" { fileinto "A"; }
                elsif exists "b" { fileinto "B"; }
                else { fileinto "C"; }
                """)).containsExactly(
                "Sieve 1: has a -> move A",
                "Sieve 2: all(not(has a); has b) -> move B",
                "Sieve 3: all(not(has a); not(has b)) -> move C");
    }

    @Test
    void what_is_nested_has_the_outer_condition_too() {
        assertThat(InWords.rules("""
                if exists "a" {
                    if exists "b" { fileinto "B"; stop; }
                    addflag "\\\\Seen";
                    if not exists "c" { addflag "\\\\Flagged"; }
                }
                """)).containsExactly(
                "Sieve 2: all(has a; has b) -> move B stop!",
                "Sieve 3: has a -> read",
                "Sieve 4: all(has a; not(has c)) -> star");
    }

    @Test
    void commands_without_a_condition_are_for_every_message() {
        assertThat(InWords.rules("""
                addflag "inbound";
                if exists "a" { fileinto "A"; }
                redirect :copy "backup@example.org";
                """)).containsExactly(
                "Sieve 1: always -> label inbound",
                "Sieve 2: has a -> move A",
                "Sieve 3: always -> forward backup@example.org");
    }

    @Test
    void what_stands_behind_a_stop_is_told() {
        var read = InWords.read("""
                if exists "a" {
                    fileinto "A";
                    stop;
                    addflag "x";
                }
                """);

        assertThat(InWords.rules(read)).containsExactly("Sieve 2: has a -> move A stop!");
        assertThat(InWords.remarks(read)).containsExactly("4 NEVER_REACHED addflag");
    }

    @Test
    void a_stop_for_every_message_ends_the_script() {
        var read = InWords.read("""
                if exists "a" { fileinto "A"; }
                stop;
                if exists "b" { fileinto "B"; }
                """);

        assertThat(InWords.rules(read)).containsExactly("Sieve 1: has a -> move A", "Sieve 2: always -> stop!");
        assertThat(InWords.remarks(read)).containsExactly("3 NEVER_REACHED if");
    }

    @Test
    void a_stop_at_the_end_is_no_rule() {
        assertThat(InWords.rules("if exists \"a\" { fileinto \"A\"; } stop;")).hasSize(1);
        assertThat(InWords.rules("keep; stop;")).containsExactly("Sieve 1: always -> stop!");
        assertThat(InWords.rules("")).isEmpty();
        assertThat(InWords.rules("require [\"fileinto\"];")).isEmpty();
    }

    @Test
    void what_hangs_on_something_left_out_is_left_out() {
        var read = InWords.read("""
                if exists "a" { fileinto "A"; }
                elsif currentdate :is "weekday" "0" { fileinto "Sunday"; }
                elsif exists "b" { fileinto "B"; }
                else { discard; }
                if exists "c" { fileinto "C"; }
                """);

        assertThat(InWords.rules(read)).containsExactly("Sieve 1: has a -> move A", "Sieve 5: has c -> move C");
        assertThat(InWords.remarks(read)).containsExactly(
                "2 NO_COUNTERPART currentdate", "3 AFTER_LEFT_OUT", "4 AFTER_LEFT_OUT");
    }

    @Test
    void a_rule_that_was_switched_off_stays_out_and_does_not_take_the_others_with_it() {
        var read = InWords.read("""
                if false { fileinto "A"; }
                elsif allof (false, exists "b") { fileinto "B"; }
                else { addflag "c"; }
                """);

        assertThat(InWords.rules(read)).containsExactly("Sieve 3: always -> label c");
        assertThat(InWords.remarks(read)).containsExactly("1 NEVER_TRUE", "2 NEVER_TRUE");
    }

    @Test
    void what_stands_behind_what_always_holds_is_told() {
        var read = InWords.read("if true { addflag \"c\"; }\nelse { discard; }");

        assertThat(InWords.rules(read)).containsExactly("Sieve 1: always -> label c");
        assertThat(InWords.remarks(read)).containsExactly("2 NEVER_REACHED");
    }

    @Test
    void an_else_without_an_if_is_told() {
        assertThat(InWords.remarks(InWords.read("else { discard; }"))).containsExactly("1 AFTER_LEFT_OUT");
    }

    @Test
    void rules_are_called_what_the_comment_before_them_says() {
        assertThat(InWords.rules("""
                # My filters
                # =========

                # rule:[Mails from Bob]
                if exists "a" { fileinto "A"; }
                /* The second
                   one */
                if exists "b" { fileinto "B"; addflag "x"; if exists "c" { addflag "y"; } }
                # Filter: Third
                if exists "d" { addflag "y"; } else { addflag "z"; }
                if exists "e" { addflag "z"; }
                """)).extracting(it -> it.replaceAll(":.*", ""))
                .containsExactly("Mails from Bob", "one", "one (2)", "Third", "Third (2)", "Sieve 11");
    }

    @Test
    void lines_are_told_from_beginning_to_end() {
        var read = InWords.read("""
                if spamtest :value "ge" "5"
                {
                    fileinto "Junk";
                    stop;
                }
                """);

        assertThat(read.remarks()).containsExactly(
                new SieveRemark(1, 5, SieveRemark.Reason.NO_COUNTERPART, "spamtest"));
        assertThat(read.remarks().getFirst().reason().kind()).isEqualTo(SieveRemark.Kind.LEFT_OUT);
    }
}
