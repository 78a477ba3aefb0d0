package org.waxwing.domain.rules.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinearPatternTest {
    private static boolean finds(String regex, String text) {
        try {
            return LinearPattern.regex(regex).isIn(Folding.fold(text));
        } catch (PatternException e) {
            throw new AssertionError(regex, e);
        }
    }

    private static boolean fits(String wildcard, String text) {
        try {
            return LinearPattern.wildcard(wildcard).isIn(Folding.foldWhole(text));
        } catch (PatternException e) {
            throw new AssertionError(wildcard, e);
        }
    }

    @ParameterizedTest
    @CsvSource({
            "order,Your Order 12", "^your,Your Order", "12$,order 12", "ord.r,ordxr", "a*b,b", "a+b,aab",
            "colou?r,color",
            "[0-9]{3},a123b", "[^a-z],abc1", "\\d+,order 7", "\\w+@\\w+,a@b", "\\s,a b", "(cat|dog)s?,two dogs",
            "(?:ab)+,xabab", "'x{2,3}',axxb", "'x{2,}',xxxx", "\\bcat\\b,the cat sat", "\\Bcat,concat", "a|b|,z",
            "Grüße,viele GRÜSSE", "straße+,STRASSE", "[ä-ü],Ö", "[A-C]+,b", "\\.,a.b", "[\\]x],]", "[]x],]", "[a-],-",
            "\\$5,it costs $5", "(?i)HELLO,hello", "a.*?b,axxb", "订单\\d+,您的订单42", "^$,''", ".,🙂", "^.$,🙂",
            "[\\d_]+,_1", "\\w,ü", "(a|b)*c,ababc", "((a)),a", "\\W,a-b", "(),x"
    })
    void finds_what_is_there(String regex, String text) {
        assertThat(finds(regex, text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
            "order,invoice", "^order,your order", "order$,orders", "a+b,b", "[0-9]{3},12", "\\bcat\\b,concatenate",
            "\\d,none", "'x{2,3}y',xy", "^(cat|dog)$,cats", "[^a-c],abc", "^.$,ab", "\\Bcat\\B,cat", "a.c,ac",
            "[\\s],ab"
    })
    void does_not_find_what_is_not_there(String regex, String text) {
        assertThat(finds(regex, text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
            "*.example.org,mail.example.org", "invoice*,Invoice 7", "*urgent*,this is URGENT!", "h?llo,hallo", "*,''",
            "a*b*c,axxbxxc", "100\\*,100*", "a\\?b,a?b", "re: *,Re: lunch", "*?*,x", "???,日本語", "*ß*,GRASS"
    })
    void fits_wildcards(String wildcard, String text) {
        assertThat(fits(wildcard, text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
            "*.example.org,example.org", "invoice,Invoice 7", "h?llo,hllo", "100\\*,1000", "a*b,abc", "a.c,abc", "?,''"
    })
    void does_not_fit_other_wildcards(String wildcard, String text) {
        assertThat(fits(wildcard, text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "(a", "a)", "[a", "*a", "a**", "a{2", "a{3,2}", "a{999}", "(?=a)", "(?!a)", "(?<=a)b", "(?<n>a)", "\\1",
            "(a)\\1",
            "\\p{L}", "\\x41", "a++", "[[:alpha:]]", "[a-z&&[b]]", "[z-a]", "\\", "^*", "[\\D]", "(?m)a", "\\Qa\\E",
            "{2}",
            "((((((((((((((((((((((((((((((((a))))))))))))))))))))))))))))))))"
    })
    void refuses_what_it_does_not_understand_and_says_where(String regex) {
        assertThatExceptionOfType(PatternException.class)
                .isThrownBy(() -> LinearPattern.regex(regex))
                .withMessageMatching(".+\\(character \\d+\\)");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "(((a{200}){200}){200}){200}", "((((){200}){200}){200}){200}", "(((((a*){50}){50}){50}){50}){50}",
            "[a-z]{200}[a-z]{200}[a-z]{200}"
    })
    void refuses_repetitions_that_would_take_too_much_at_once(String regex) {
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertThatThrownBy(() -> LinearPattern.regex(regex)).isInstanceOf(PatternException.class));
    }

    @Test
    void refuses_what_is_too_long() {
        assertThatThrownBy(() -> LinearPattern.regex("a".repeat(501))).hasMessageContaining("500");
        assertThatThrownBy(() -> LinearPattern.wildcard("?".repeat(501))).hasMessageContaining("500");
        assertThatNoException().isThrownBy(() -> LinearPattern.wildcard("a".repeat(490)));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "(a+)+$", "(a|a)*$", "(a|aa)+$", "(.*)*x", "(a*)*b", "^(([a-z])+.)+[A-Z]([a-z])+$", "(x+x+)+y",
            "([a-zA-Z]+)*1", "(.*a){12}z", "(a?){60}a{60}b", "[ab]*a[ab]{60}c", "^(a|b|ab)*c$", "(\\w*\\s*)*!"
    })
    void takes_no_longer_than_the_text_is_whatever_the_pattern(String hostile) {
        var text = "ab".repeat(3) + "a".repeat(50_000) + "!";

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> finds(hostile, text));
    }

    @Test
    void takes_no_longer_for_a_text_that_leads_to_ever_new_states() {
        var random = new Random(7);
        var text = new StringBuilder();
        for (int i = 0; i < 50_000; i++) text.append(random.nextBoolean() ? 'a' : 'b');

        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> assertThat(finds("[ab]*a[ab]{100}c", text.toString())).isFalse());
    }

    @Test
    void knows_what_every_match_holds() throws PatternException {
        assertThat(LinearPattern.regex("^(re|aw): .*your order \\d+").required()).isEqualTo("your order ");
        assertThat(LinearPattern.regex("x(ab)+y").required()).isEqualTo("xab");
        assertThat(LinearPattern.regex("(order)?s{2}t").required()).isEmpty();
        assertThat(LinearPattern.regex("cat|dog").required()).isEmpty();
        assertThat(LinearPattern.wildcard("*.Example.org").required()).isEqualTo(".example.org");
        assertThat(LinearPattern.wildcard("?*").required()).isEmpty();
    }

    @Test
    void agrees_with_the_platform_on_random_patterns_and_texts() {
        var random = new Random(42);
        int found = 0;
        for (int i = 0; i < 4_000; i++) {
            var regex = regex(random, 2);
            var ours = compiled(regex);
            var theirs = Pattern.compile(regex, Pattern.DOTALL | Pattern.UNICODE_CHARACTER_CLASS);
            for (int t = 0; t < 8; t++) {
                var text = text(random);
                boolean expected = theirs.matcher(text).find();
                assertThat(ours.isIn(text)).as("%s in %s", regex, text).isEqualTo(expected);
                if (expected) found++;
                if (!ours.required().isEmpty() && expected) assertThat(text).contains(ours.required());
            }
        }
        assertThat(found).isBetween(5_000, 30_000);
    }

    private static LinearPattern compiled(String regex) {
        try {
            return LinearPattern.regex(regex);
        } catch (PatternException e) {
            throw new AssertionError(regex, e);
        }
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(10); i > 0; i--) text.append("aabbc1_. é日".charAt(random.nextInt(11)));
        return text.toString();
    }

    private static String regex(Random random, int depth) {
        var regex = new StringBuilder();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            int kind = random.nextInt(depth > 0 ? 14 : 9);
            var atom = switch (kind) {
                case 0, 1, 2 -> List.of("a", "b", "c", "1", "é", "日").get(random.nextInt(6));
                case 3 -> ".";
                case 4 -> List.of("\\d", "\\w", "\\s", "\\D", "\\W", "\\S").get(random.nextInt(6));
                case 5 -> List.of("[ab]", "[^a]", "[a-c1]", "[\\d_]", "[^\\s.]").get(random.nextInt(5));
                case 6 -> List.of("^", "$", "\\b", "\\B").get(random.nextInt(4));
                case 7, 8 -> "ab";
                case 9, 10 -> "(" + regex(random, depth - 1) + ")";
                case 11 -> "(?:" + regex(random, depth - 1) + ")";
                default -> "(" + regex(random, depth - 1) + "|" + regex(random, depth - 1) + ")";
            };
            regex.append(atom);
            if (kind != 6 && random.nextInt(3) == 0)
                regex.append(List.of("*", "+", "?", "{2}", "{1,3}", "{0,1}", "*?", "{2,}").get(random.nextInt(8)));
        }
        return regex.toString();
    }

    @Test
    void gives_the_same_answers_to_threads_that_ask_together() throws Exception {
        var pattern = LinearPattern.regex("(a|b)*c[ab]{3}\\d");
        var random = new Random(3);
        var texts = Stream.generate(() -> text(random)).limit(500).toList();
        var alone = texts.stream().map(compiled("(a|b)*c[ab]{3}\\d")::isIn).toList();

        try (var threads = Executors.newFixedThreadPool(4)) {
            Callable<List<Boolean>> all = () -> texts.stream().map(pattern::isIn).toList();
            for (var answers : threads.invokeAll(List.of(all, all, all, all)))
                assertThat(answers.get()).isEqualTo(alone);
        }
    }
}
