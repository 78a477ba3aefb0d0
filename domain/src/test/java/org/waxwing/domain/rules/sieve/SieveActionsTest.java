package org.waxwing.domain.rules.sieve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SieveActionsTest {
    private static final String RULE = "Sieve 1: has a -> ";

    private static SieveImport.Read block(String commands) {
        return InWords.read("if exists \"a\" { " + commands + " }");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', value = {
            "fileinto \"Lists/Dev\"; ~ move Lists/Dev",
            "fileinto :create \"Lists\"; stop; ~ move Lists stop!",
            "fileinto \"INBOX.Trash\"; ~ trash",
            "fileinto \"Junk\"; ~ spam",
            "fileinto \"archive\"; ~ archive",
            "fileinto :specialuse \"\\\\Junk\" \"Unwanted\"; ~ spam",
            "fileinto :flags \"\\\\Seen\" \"Lists\"; ~ read, move Lists",
            "fileinto :flags [\"\\\\Seen \\\\Flagged\", \"travel\"] \"Lists\"; ~ read, star, label travel, move Lists",
            "keep :flags \"\\\\Flagged\"; ~ star",
            "addflag \"\\\\Seen\"; ~ read",
            "addflag [\"\\\\Flagged\", \"Work\"]; ~ star, label work",
            "removeflag \"work\"; ~ unlabel work",
            "mark; ~ star",
            "addflag \"$Junk\"; ~ spam",
            "redirect :copy \"books@example.org\"; ~ forward books@example.org",
            "redirect \"books@example.org\"; keep; ~ forward books@example.org",
            "redirect \"books@example.org\"; fileinto \"Done\"; ~ forward books@example.org, move Done",
            "fileinto \"Lists\"; discard; ~ move Lists",
            "stop; ~ stop!",
            "keep; stop; ~ stop!",
            "vacation \"Away.\"; ~ reply 7d [] Away.",
            "vacation :days 3 :subject \"Out\" \"Away.\"; ~ reply 3d [Out] Away.",
            "vacation :days 0 \"Away.\"; ~ reply 1d [] Away.",
            "vacation :days 9999 \"Away.\"; ~ reply 366d [] Away.",
            "vacation :seconds 1800 \"Away.\"; ~ reply 1d [] Away."
    })
    void do_the_same_here(String commands, String expected) {
        var read = block(commands);

        assertThat(InWords.rules(read)).containsExactly(RULE + expected);
        assertThat(read.remarks()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', value = {
            "discard; ~ trash ~ DISCARD_TO_TRASH discard",
            "discard; stop; ~ trash stop! ~ DISCARD_TO_TRASH discard",
            "redirect \"books@example.org\"; ~ forward books@example.org ~ REDIRECT_KEEPS",
            "fileinto :copy \"Lists\"; ~ label lists ~ COPY_TO_LABEL Lists",
            "fileinto \"Lists\"; fileinto \"Dev\"; ~ move Lists, label dev ~ COPY_TO_LABEL Dev",
            "fileinto \"Lists\"; keep; ~ label lists ~ COPY_TO_LABEL Lists",
            "fileinto \"Lists\"; fileinto \"archive\"; ~ label lists, archive ~ COPY_TO_LABEL Lists",
            "setflag \"\\\\Seen\"; ~ read ~ MARKS_REMAIN",
            "addflag \"\\\\Deleted\"; ~ trash ~ DISCARD_TO_TRASH \\Deleted",
            "notify :message \"new\" \"mailto:me@example.org\"; ~ notify ~ OWN_NOTICE",
            "vacation :addresses [\"ada@example.org\"] \"Away.\"; ~ reply 7d [] Away. ~ NOT_NEEDED :addresses"
    })
    void do_nearly_the_same_and_are_remarked(String commands, String expected, String remark) {
        var read = block(commands);

        assertThat(InWords.rules(read)).containsExactly(RULE + expected);
        assertThat(InWords.remarks(read)).containsExactly("1 " + remark);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', value = {
            "reject \"Go away\"; ~ REJECTION reject",
            "ereject \"Go away\"; ~ REJECTION ereject",
            "set \"x\" \"y\"; ~ NO_COUNTERPART set",
            "fileinto \"${folder}\"; ~ VARIABLES ${folder}",
            "include :personal \"more\"; ~ NO_COUNTERPART include",
            "addheader \"X-A\" \"b\"; ~ NO_COUNTERPART addheader",
            "vacation :mime \"Content-Type: text/html\"; ~ NO_COUNTERPART vacation :mime",
            "addflag \"\\\\Answered\"; ~ NO_COUNTERPART \\Answered",
            "addflag \"flags\" \"\\\\Seen\"; ~ VARIABLES flags",
            "redirect \"not an address\"; ~ UNSOUND ADDRESS",
            "fileinto \"a//b\"; ~ UNSOUND FOLDER_NAME",
            "fileinto; ~ ARGUMENT",
            "fileinto \"a\" \"b\"; ~ ARGUMENT fileinto",
            "fileinto \"a\" exists \"b\"; ~ UNKNOWN_COMMAND fileinto",
            "pipe \"program\"; ~ NO_COUNTERPART pipe",
            "frobnicate; ~ UNKNOWN_COMMAND frobnicate"
    })
    void are_left_out_and_told_when_they_have_no_counterpart(String command, String remark) {
        var alone = block(command);
        var beside = block(command + " addflag \"\\\\Flagged\";");

        assertThat(InWords.rules(alone)).isEmpty();
        assertThat(InWords.remarks(alone)).containsExactly("1 " + remark);
        // what lost a part is looked at before it is run
        assertThat(InWords.rules(beside)).containsExactly(RULE + "star off!");
        assertThat(InWords.remarks(beside)).containsExactly("1 " + remark);
    }

    @Test
    void that_only_keep_need_no_rule() {
        var read = block("keep;");

        assertThat(read.rules()).isEmpty();
        assertThat(InWords.remarks(read)).containsExactly("1 KEPT_ANYWAY keep");
    }

    @Test
    void may_be_of_many_lines() {
        var read = InWords.read("""
                require "vacation";
                vacation :days 2 text: # until Monday
                I am away.
                ..
                ...and so on
                .
                ;
                """);

        assertThat(InWords.rules(read)).containsExactly("Sieve 2: always -> reply 2d [] I am away././..and so on");
    }
}
