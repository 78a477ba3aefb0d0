package org.waxwing.web.faces.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.mailbox.ThreadId;
import org.waxwing.domain.reading.ThreadRow;
import org.waxwing.web.faces.Phrases;
import org.waxwing.web.faces.Times;

class RowTest {
    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
    private static final EmailAddress ANNA = EmailAddress.of("Anna@example.org");
    private static final EmailAddress KLARA = new EmailAddress(new UntrustedText("Klara"), "klara@example.org");

    private static Row row(String subject, boolean outgoing, EmailAddress... people) {
        var phrases = Phrases.in(Locale.ENGLISH);
        var eye = new Row.Eye(
                phrases, new Times(phrases, ZoneOffset.UTC, NOW), Set.of("anna@example.org"), outgoing, "view=imbox");
        var id = new UUID(0, 7);
        return Row.of(
                new ThreadRow(new ThreadId(id), new AccountId(id), new UntrustedText(subject), UntrustedText.EMPTY,
                        List.of(people), 2, 1, false, true, List.of(), NOW.minusSeconds(60)),
                eye);
    }

    @Test
    void calls_the_viewer_you_and_shows_the_picture_of_the_other_one() {
        var row = row("Offer", false, ANNA, KLARA);

        assertThat(row.who()).isEqualTo("you, Klara");
        assertThat(row.avatar().initials()).isEqualTo("K");
        assertThat(row.unread()).isTrue();
    }

    @Test
    void opens_within_the_list_it_stands_in() {
        assertThat(row("Offer", false, KLARA).href())
                .isEqualTo("inbox.xhtml?view=imbox&thread=00000000-0000-0000-0000-000000000007");
    }

    @Test
    void names_the_recipients_of_what_was_sent() {
        assertThat(row("Offer", true, KLARA).who()).isEqualTo("To: Klara");
        assertThat(row("Offer", true).who()).isEqualTo("(no recipient yet)");
    }

    @Test
    void says_so_when_there_is_no_sender_or_subject() {
        var row = row(" ", false);

        assertThat(row.who()).isEqualTo("(no sender)");
        assertThat(row.subject()).isEqualTo("(no subject)");
        assertThat(row.avatar().initials()).isEqualTo("?");
    }
}
