package org.waxwing.domain.rules.sieve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Scripts in the manner of the programs that write them. */
class SieveDialectsTest {
    @Test
    void as_roundcube_writes_them() {
        var read = InWords.read("""
                require ["copy","fileinto","imap4flags","vacation","reject"];
                # rule:[Newsletters]
                if anyof (header :contains "list-unsubscribe" "http", header :contains ["from"] "newsletter@")
                {
                \tfileinto "INBOX/Newsletters";
                \taddflag "\\\\Seen";
                \tstop;
                }
                # rule:[Boss]
                if allof (header :is "from" "boss@example.org", not header :contains "subject" "FYI")
                {
                \taddflag "\\\\Flagged";
                }
                # rule:[Old project]
                if false # allof (header :contains "subject" "[Phoenix]")
                {
                \tfileinto "Phoenix";
                }
                # rule:[Spammers]
                if true
                {
                \treject "no thanks";
                }
                """);

        assertThat(InWords.rules(read)).containsExactly(
                "Newsletters: any(header list-unsubscribe contains http; from-address contains newsletter@)"
                        + " -> move INBOX/Newsletters, read stop!",
                "Boss: all(header from is boss@example.org; not(subject contains FYI)) -> star");
        assertThat(InWords.remarks(read)).containsExactly("15 NEVER_TRUE", "22 REJECTION reject");
    }

    @Test
    void as_nextcloud_writes_them() {
        var read = InWords.read("""
                ### Nextcloud Mail: Filters ### DON'T EDIT ###
                require ["fileinto", "imap4flags"];
                ### Nextcloud Mail: Filters ### DON'T EDIT ###

                # Keep what was written above this line

                ### Nextcloud Mail: Filters ### DON'T EDIT ###
                # DATA: [{"name":"Test 1","enable":true,"operator":"allof"}]
                # Test 1
                if allof (
                    header :is "Subject" ["Project-A", "Project-B"],
                    address :is :all "From" ["john@example.org"]
                ) {
                    fileinto "Test Data";
                    addflag ["$label1", "todo"];
                    stop;
                }
                ### Nextcloud Mail: Filters ### DON'T EDIT ###
                """);

        assertThat(InWords.rules(read)).containsExactly(
                "Test 1: all(subject is Project-A|Project-B; from-address is john@example.org)"
                        + " -> move Test Data, label todo stop! off!");
        assertThat(InWords.remarks(read)).containsExactly("15 NO_COUNTERPART $label1");
    }

    @Test
    void as_nextclouds_out_of_office_writes_them() {
        var read = InWords.read("""
                require "date";
                require "relational";
                require "vacation";
                if allof(
                    currentdate :value "ge" "iso8601" "2026-09-02T00:00:00Z",
                    currentdate :value "le" "iso8601" "2026-09-05T23:59:00Z"
                ) {
                    vacation :days 4 :subject "On vacation" :addresses ["ada@example.org"] "I'm not here.";
                }
                """);

        assertThat(read.rules()).isEmpty();
        assertThat(InWords.remarks(read)).containsExactly("4 NO_COUNTERPART currentdate");
    }

    @Test
    void as_proton_writes_them() {
        var read = InWords.read("""
                require ["include", "environment", "variables", "relational", "comparator-i;ascii-numeric", "spamtest"];
                require ["fileinto", "imap4flags"];

                # Generated: Do not run this script on spam messages
                if allof (environment :matches "vnd.proton.spam-threshold" "*",
                    spamtest :value "ge" :comparator "i;ascii-numeric" "${1}") {
                    return;
                }

                /**
                 * @type or
                 * @comparator contains
                 */
                if anyof (address :all :comparator "i;unicode-casemap" :contains "From" ["shop.example", "store.example"],
                    header :comparator "i;unicode-casemap" :contains "Subject" "receipt") {
                    fileinto "Receipts";
                    fileinto "archive";
                    addflag "\\\\Seen";
                }
                """);

        assertThat(read.rules()).hasSize(1);
        assertThat(InWords.rules(read).getFirst()).endsWith(
                "any(from-address contains shop.example|store.example; subject contains receipt)"
                        + " -> label receipts, archive, read");
        assertThat(InWords.remarks(read)).containsExactly(
                "5 NO_COUNTERPART environment", "17 COPY_TO_LABEL Receipts");
    }

    @Test
    void as_dovecots_examples_are_written() {
        var read = InWords.read("""
                require ["fileinto", "envelope", "subaddress", "mailbox", "variables", "regex"];

                # Spam first
                if header :contains "X-Spam-Flag" "YES" {
                  fileinto "Junk";
                  stop;
                }
                # Plus addresses
                if envelope :detail :is "to" "lists" {
                  fileinto :create "lists";
                } elsif envelope :matches :detail "to" "*" {
                  set :lower "name" "${1}";
                  fileinto :create "plus.${name}";
                }
                # Mailing lists
                if header :regex "list-id" "<([a-z-]+)[.@]" {
                  fileinto :create "Lists";
                  stop;
                }
                """);

        assertThat(InWords.rules(read)).containsExactly(
                "Spam first: header x-spam-flag contains YES -> spam stop!",
                "Plus addresses: any-address wildcard *+lists@* -> move lists",
                "Mailing lists: header List-Id regex <([a-z-]+)[.@] -> move Lists stop!");
        assertThat(InWords.remarks(read)).containsExactly(
                "9 ENVELOPE_TO", "11 NO_COUNTERPART :detail");
    }

    @Test
    void as_fastmail_writes_them() {
        var read = InWords.read("""
                require ["fileinto", "reject", "vacation", "imap4flags", "copy", "mailbox", "mailboxid"];

                ### 5. Sieve generated for your rules
                # Rule Bills
                # Search: "from:billing@example.org"
                if
                  address :contains "From" "billing@example.org"
                {
                  fileinto
                    :copy
                    "INBOX.Bills";
                  addflag "\\\\Flagged";
                }
                # Rule big
                if
                allof(
                  size :over 10M,
                  not header :contains ["X-ME-VSCategory"] "clean"
                )
                {
                  redirect :copy "archive@example.org";
                }
                """);

        assertThat(InWords.rules(read)).containsExactly(
                "Search: \"from:billing@example.org\": from-address contains billing@example.org"
                        + " -> label inbox.bills, star",
                "Rule big: all(larger 10485760; not(header x-me-vscategory contains clean))"
                        + " -> forward archive@example.org");
        assertThat(InWords.remarks(read)).containsExactly("9 COPY_TO_LABEL INBOX.Bills");
    }

    @Test
    void as_horde_and_sogo_write_them() {
        var read = InWords.read("""
                require ["fileinto","vacation"];
                # Whitelist
                if address :all :comparator "i;ascii-casemap" :is ["From", "Sender", "Resent-From"] ["bob@example.org"]  {
                    keep;
                    stop;
                }
                # Blacklisted Addresses
                if address :all :comparator "i;ascii-casemap" :is ["From"] ["eve@example.org", "mallory@example.org"]  {
                    discard;
                    stop;
                }
                vacation :days 7 :addresses ["ada@example.org"] text:
                Hello,
                I am out of office.
                .
                ;
                """);

        assertThat(InWords.rules(read)).containsExactly(
                "Whitelist: any(from-address is bob@example.org; header sender contains bob@example.org;"
                        + " header resent-from contains bob@example.org) -> stop!",
                "Blacklisted Addresses: from-address is eve@example.org|mallory@example.org -> trash stop!",
                "Sieve 12: always -> reply 7d [] Hello,/I am out of office.");
        assertThat(InWords.remarks(read)).containsExactly(
                "3 WHOLE_FIELD from, sender, resent-from", "9 DISCARD_TO_TRASH discard", "12 NOT_NEEDED :addresses");
    }

    @Test
    void as_cyrus_and_old_scripts_are_written() {
        assertThat(InWords.rules("""
                require ["fileinto", "imapflags"];\r
                IF HEADER :CONTAINS "Subject" "[dev]" {\r
                    FileInto "INBOX.lists.dev";\r
                } ELSIF SIZE :OVER 1M {\r
                    Mark;\r
                }\r
                """)).containsExactly(
                "Sieve 3: subject contains [dev] -> move INBOX.lists.dev",
                "Sieve 5: all(not(subject contains [dev]); larger 1048576) -> star");
    }

    @Test
    void as_the_standard_shows_them() {
        var read = InWords.read("""
                #
                # Example Sieve Filter
                # Declare any optional features or extension used by the script
                #
                require ["fileinto"];

                #
                # Handle messages from known mailing lists
                # Move messages from IETF filter discussion list to filter mailbox
                #
                if header :is "Sender" "owner-ietf-mta-filters@imc.org"
                        {
                        fileinto "filter";  # move to "filter" mailbox
                        }
                #
                # Keep all messages to or from people in my company
                #
                elsif address :DOMAIN :is ["From", "To"] "example.com"
                        {
                        keep;               # keep in "In" mailbox
                        }

                #
                # Try and catch unsolicited email.  If a message is not to me,
                # or it contains a subject known to be spam, file it away.
                #
                elsif anyof (NOT address :all :contains
                               ["To", "Cc", "Bcc"] "me@example.com",
                             header :matches "subject"
                               ["*make*money*fast*", "*university*dipl*mas*"])
                        {
                        fileinto "spam";   # move to "spam" mailbox
                        }
                else
                        {
                        # Move all other (non-company) mail to "personal"
                        # mailbox.
                        fileinto "personal";
                        }
                """);

        assertThat(InWords.rules(read)).extracting(it -> it.replaceFirst(".*? -> ", ""))
                .containsExactly("move filter", "spam", "move personal");
        assertThat(InWords.rules(read).get(1)).contains(
                "all(not(header sender is owner-ietf-mta-filters@imc.org);"
                        + " not(any(from-domain is example.com; to-domain is example.com));"
                        + " any(not(any-address contains me@example.com);"
                        + " subject wildcard *make*money*fast*|*university*dipl*mas*))");
        assertThat(InWords.remarks(read)).containsExactly("20 KEPT_ANYWAY keep");
    }
}
