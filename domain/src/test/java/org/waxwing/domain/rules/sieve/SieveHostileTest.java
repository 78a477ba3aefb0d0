package org.waxwing.domain.rules.sieve;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.waxwing.domain.rules.RuleBook;

class SieveHostileTest {
    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', value = {
            "if header ~ 1 ~ 10 ~ Expected {",
            "if true { stop; ~ 1 ~ 16 ~ An early end",
            "} ~ 1 ~ 1 ~ Not expected here: }",
            "stop ~ 1 ~ 5 ~ Expected {",
            "fileinto \"A ~ 1 ~ 10 ~ A string without an end",
            "/* x ~ 1 ~ 1 ~ A comment without an end",
            "discard; <html> ~ 1 ~ 10 ~ An unexpected <",
            "fileinto [\"A\" \"B\"]; ~ 1 ~ 15 ~ Expected ]",
            "fileinto [1]; ~ 1 ~ 11 ~ Not expected here: ",
            "size :over 99999999999999999; ~ 1 ~ 29 ~ A number too large",
            "if anyof (true; true) { } ~ 1 ~ 15 ~ Expected )",
            "vacation : \"x\"; ~ 1 ~ 11 ~ An unexpected :"
    })
    void what_is_no_script_is_told_with_its_place(String script, int line, int column, String why) {
        var result = InWords.imported(script.strip());

        assertThat(result).isInstanceOfSatisfying(SieveImport.Unreadable.class, it -> {
            assertThat(it.why().strip()).isEqualTo(why.strip());
            assertThat(it.line()).isEqualTo(line);
            assertThat(it.column()).isBetween(Math.max(1, column - 2), column + 2);
        });
    }

    @Test
    void lines_are_counted_over_strings_comments_and_texts() {
        var result = InWords.imported("/* a\nb */\nvacation \"x\ny\";\nvacation text:\na\n.\n;\n# c\n}");

        assertThat(result).isInstanceOfSatisfying(SieveImport.Unreadable.class, it -> {
            assertThat(it.line()).isEqualTo(10);
            assertThat(it.column()).isEqualTo(1);
        });
    }

    static Stream<String> enormous() {
        return Stream.of(
                "if true { ".repeat(50_000),
                "not ".repeat(100_000),
                "if " + "not ".repeat(100_000) + "true { stop; }",
                "if " + "anyof (".repeat(50_000),
                "keep; ".repeat(60_000),
                "x".repeat(600_000),
                "text:\n" + "..\n".repeat(100_000),
                "\"".repeat(99_999),
                "/*".repeat(200_000),
                "[".repeat(200_000),
                "fileinto [" + "\"a\",".repeat(100_000) + "\"a\"];",
                ":a".repeat(100_000));
    }

    @ParameterizedTest
    @MethodSource("enormous")
    void what_is_enormous_is_refused_or_read_at_once(String script) {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), () -> InWords.imported(script));
    }

    @Test
    void no_more_rules_are_made_than_a_book_holds() {
        var read = InWords.read("if exists \"a\" { addflag \"x\"; }\n".repeat(2_000));

        assertThat(read.rules()).hasSize(RuleBook.MOST);
        assertThat(read.remarks()).hasSize(1_500).allMatch(it -> it.reason() == SieveRemark.Reason.TOO_LARGE);
    }

    @Test
    void chains_without_end_and_conditions_without_measure_are_left_out() {
        var chain = "if exists \"a\" { addflag \"x\"; }\n" + "elsif exists \"b\" { addflag \"x\"; }\n".repeat(5_000);
        var wide = "if anyof (" + "exists \"a\", ".repeat(5_000) + "true, exists \"b\") { stop; }";
        var wider = "if allof (" + "exists \"a\", ".repeat(5_000) + "exists \"b\") { if exists \"c\" { stop; } }";
        var many = "if header :is \"subject\" [" + "\"a\", ".repeat(5_000) + "\"b\"] { discard; }";

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            assertThat(InWords.read(chain).rules()).hasSizeLessThan(110);
            assertThat(InWords.rules(InWords.read(wide))).containsExactly("Sieve 1: always -> stop!");
            assertThat(InWords.remarks(InWords.read(wider))).containsExactly("1 TOO_LARGE TOO_MANY_CONDITIONS: 500");
            assertThat(InWords.remarks(InWords.read(many))).containsExactly("1 TOO_LARGE TOO_MANY_VALUES: 200");
        });
    }

    @Test
    void conditions_nested_deeper_than_ours_are_left_out() {
        var nested = "exists \"a\"";
        for (int i = 0; i < 10; i++)
            nested = "not " + (i % 2 == 0 ? "anyof" : "allof") + " (" + nested + ", exists \"b\")";
        var read = InWords.read("if " + nested + " { discard; }");

        assertThat(read.rules()).isEmpty();
        assertThat(InWords.remarks(read)).containsExactly("1 TOO_LARGE TOO_DEEP: 8");
    }

    @Test
    void anything_thrown_together_is_answered() {
        var random = new Random(11);
        var words = new String[]{
                "if", "elsif", "else", "{", "}", "(", ")", "[", "]", ",", ";", "\"a\"", "\"${b}\"", ":is", ":contains",
                ":count", "5M", "anyof", "not", "true", "false", "header", "address", "fileinto", "vacation", "keep",
                "stop",
                "text:\nx\n.\n", "# c\n", "/* d */", "discard", "redirect", "size", ":over", "require", "\\", "\u0000",
                "ü"
        };
        int read = 0;
        for (int i = 0; i < 20_000; i++) {
            var script = new StringBuilder(random.nextBoolean() ? "if true { keep; } " : "");
            for (int n = random.nextInt(14); n > 0; n--) script.append(words[random.nextInt(words.length)]).append(' ');

            if (InWords.imported(script.toString()) instanceof SieveImport.Read) read++;
        }
        assertThat(read).isBetween(1_000, 15_000);
    }
}
