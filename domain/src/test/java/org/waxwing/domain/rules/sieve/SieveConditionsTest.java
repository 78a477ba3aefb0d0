package org.waxwing.domain.rules.sieve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SieveConditionsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', value = {
            "header :is \"subject\" \"Lunch\" ~ subject is Lunch",
            "header \"Subject\" \"Lunch\" ~ subject is Lunch",
            "header :contains \"Subject\" [\"a\", \"b\"] ~ subject contains a|b",
            "header :matches \"subject\" \"*lunch*\" ~ subject contains lunch",
            "header :matches \"subject\" \"lunch*\" ~ subject begins-with lunch",
            "header :matches \"subject\" \"*lunch\" ~ subject ends-with lunch",
            "header :matches \"subject\" \"lunch\" ~ subject is lunch",
            "header :matches \"subject\" \"a*b?c\" ~ subject wildcard a*b?c",
            "header :matches \"subject\" [\"*a*\", \"b*\"] ~ any(subject contains a; subject begins-with b)",
            "header :matches \"subject\" \"100\\\\*\" ~ subject wildcard 100\\*",
            "header :regex \"subject\" \"^re: [0-9]+\" ~ subject regex ^re: [0-9]+",
            "header :contains \"from\" \"bob@example.org\" ~ from-address contains bob@example.org",
            "header :contains \"from\" \"bob\" ~ any(from-address contains bob; from-name contains bob)",
            "header :contains \"from\" \"<bob@\" ~ header from contains <bob@",
            "header :is \"from\" \"bob@example.org\" ~ header from is bob@example.org",
            "header :contains [\"to\", \"cc\"] \"ada@example.org\" ~ any-address contains ada@example.org",
            "header :contains [\"Cc\"] \"ada@example.org\" ~ cc-address contains ada@example.org",
            "header :contains \"List-Id\" \"<dev.example.org>\" ~ list contains dev.example.org",
            "header :is \"List-Id\" \"dev\" ~ header List-Id is dev",
            "header :is \"X-Spam-Flag\" \"YES\" ~ header x-spam-flag is YES",
            "header :contains [\"subject\", \"x-a\"] \"q\" ~ any(subject contains q; header x-a contains q)",
            "header :contains \"x-a\" \"\" ~ has x-a",
            "header :matches \"x-a\" \"*\" ~ has x-a",
            "header :count \"gt\" :comparator \"i;ascii-numeric\" \"received\" \"0\" ~ has received",
            "header :count \"eq\" \"x-a\" [\"0\"] ~ not(has x-a)",
            "header :comparator \"i;ascii-casemap\" :is \"subject\" \"x\" ~ subject is x",
            "address :is \"from\" \"bob@example.org\" ~ from-address is bob@example.org",
            "address :all :contains \"from\" \"bob\" ~ from-address contains bob",
            "address :domain :is \"from\" [\"a.example\", \"b.example\"] ~ from-domain is a.example|b.example",
            "address :domain :matches \"from\" \"*.example.org\" ~ from-domain ends-with .example.org",
            "address :localpart :is \"from\" \"bob\" ~ from-address begins-with bob@",
            "address :localpart :contains \"to\" \"ad\" ~ to-address wildcard *ad*@*",
            "address :localpart :matches \"to\" \"a?a\" ~ to-address wildcard a?a@*",
            "address :detail :is \"to\" \"lists\" ~ to-address wildcard *+lists@*",
            "address :user :is \"to\" \"ada\" ~ to-address wildcard ada@*|ada+*@*",
            "address :is [\"to\", \"cc\", \"bcc\"] \"ada@example.org\" ~ any-address is ada@example.org",
            "exists \"list-id\" ~ has list-id",
            "exists [\"a\", \"b\"] ~ all(has a; has b)",
            "not exists [\"a\", \"b\"] ~ not(all(has a; has b))",
            "size :over 5M ~ larger 5242880",
            "size :under 100K ~ smaller 102400",
            "size :over 1g ~ larger 1073741824",
            "body :contains \"unsubscribe\" ~ body contains unsubscribe",
            "body :text :matches [\"*win*\", \"*prize*\"] ~ body contains win|prize",
            "hasflag \"travel\" ~ label travel",
            "hasflag :is [\"a b\", \"c\"] ~ any(label a; label b; label c)",
            "true ~ always",
            "allof (true, exists \"a\") ~ has a",
            "anyof (false, exists \"a\", anyof (exists \"b\", exists \"c\")) ~ any(has a; has b; has c)",
            "not not exists \"a\" ~ has a",
            "not anyof (header :is \"subject\" \"x\", size :over 1) ~ not(any(subject is x; larger 1))"
    })
    void mean_the_same_here(String test, String expected) {
        assertThat(InWords.condition(test)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', value = {
            "header :is :comparator \"i;octet\" \"subject\" \"x\" ~ subject is x ~ CASE_IGNORED i;octet",
            "address :is \"reply-to\" \"x@example.org\" ~ header reply-to contains x@example.org ~ WHOLE_FIELD reply-to",
            "address :domain :is \"sender\" \"example.org\" ~ header sender contains @example.org ~ WHOLE_FIELD sender",
            "envelope :is \"from\" \"x@example.org\" ~ header return-path contains x@example.org ~ ENVELOPE_FROM",
            "envelope :is \"to\" \"me@example.org\" ~ any-address is me@example.org ~ ENVELOPE_TO",
            "envelope :detail \"to\" \"lists\" ~ any-address wildcard *+lists@* ~ ENVELOPE_TO",
            "body :raw :contains \"x\" ~ body contains x ~ WORDS_OF_BODY",
            "body :content \"text/html\" :contains \"x\" ~ body contains x ~ WORDS_OF_BODY"
    })
    void mean_nearly_the_same_and_are_remarked(String test, String expected, String remark) {
        var read = InWords.read("if " + test + " { stop; }");

        assertThat(InWords.rules(read)).containsExactly("Sieve 1: " + expected + " -> stop!");
        assertThat(InWords.remarks(read)).containsExactly("1 " + remark);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', value = {
            "currentdate :value \"ge\" \"date\" \"2026-01-01\" ~ NO_COUNTERPART currentdate",
            "date :is \"date\" \"weekday\" \"0\" ~ NO_COUNTERPART date",
            "header :value \"ge\" :comparator \"i;ascii-numeric\" \"x-spam-score\" \"5\" ~ NO_COUNTERPART :value",
            "header :count \"ge\" \"received\" \"5\" ~ NO_COUNTERPART :count ge 5",
            "header :comparator \"i;ascii-numeric\" \"x\" \"5\" ~ NO_COUNTERPART i;ascii-numeric",
            "header :is \"subject\" \"${name}\" ~ VARIABLES ${name}",
            "header :mime :anychild \"content-type\" \"x\" ~ ARGUMENT header :mime",
            "header :is \"subject\" ~ ARGUMENT",
            "header :regex \"subject\" \"(a)\\\\1\" ~ UNSOUND PATTERN_NOT_UNDERSTOOD: \\1 (character 4)",
            "address :localpart :regex \"from\" \"x\" ~ NO_COUNTERPART :localpart :regex",
            "address :matches \"reply-to\" \"x*\" ~ NO_COUNTERPART :matches",
            "envelope :is \"auth\" \"x\" ~ NO_COUNTERPART envelope auth",
            "hasflag \"\\\\Seen\" ~ NO_COUNTERPART \\Seen",
            "spamtest :value \"ge\" \"5\" ~ NO_COUNTERPART spamtest",
            "mailboxexists \"Lists\" ~ NO_COUNTERPART mailboxexists",
            "duplicate :seconds 3600 ~ NO_COUNTERPART duplicate",
            "string :is \"${x}\" \"y\" ~ NO_COUNTERPART string",
            "environment :is \"location\" \"MS\" ~ NO_COUNTERPART environment",
            "size :around 5 ~ ARGUMENT size",
            "true true ~ ARGUMENT true",
            "header :is \"subject\" \"x\" \"y\" ~ ARGUMENT header",
            "exists \"a\" exists \"b\" ~ ARGUMENT exists",
            "allof \"a\" (true) ~ ARGUMENT allof",
            "allof (exists \"a\", virustest :is \"1\") ~ NO_COUNTERPART virustest",
            "not ihave \"x\" ~ NO_COUNTERPART ihave",
            "header :is \"bad name\" \"x\" ~ UNSOUND HEADER_NAME: bad name"
    })
    void leave_out_what_has_no_counterpart_and_say_so(String test, String remark) {
        var read = InWords.read("if " + test + " { discard; }");

        assertThat(InWords.rules(read)).isEmpty();
        assertThat(InWords.remarks(read)).containsExactly("1 " + remark);
    }

    @Test
    void know_how_to_find_what_is_imported() {
        assertThat(InWords.condition("header :contains \"subject\" \"Grüße, \\\"Ada\\\"\""))
                .isEqualTo("subject contains Grüße, \"Ada\"");
    }
}
