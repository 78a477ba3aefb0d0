package org.waxwing.application.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waxwing.domain.world.EmailBuilder.anEmail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.waxwing.application.world.House;
import org.waxwing.domain.account.Account;
import org.waxwing.domain.authenticity.Outcome;
import org.waxwing.domain.authenticity.Report;
import org.waxwing.domain.authenticity.Testimony;
import org.waxwing.domain.content.Rendering;
import org.waxwing.domain.content.SafeHtml;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.mailbox.Attachment;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.HeaderField;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.Mailbox;
import org.waxwing.domain.mailbox.MessageId;
import org.waxwing.domain.reading.EmailView;
import org.waxwing.domain.reading.ListPosition;
import org.waxwing.domain.reading.ListQuery;
import org.waxwing.domain.reading.MailView;
import org.waxwing.domain.reading.Scope;
import org.waxwing.domain.reading.ThreadRow;
import org.waxwing.domain.screening.Acquaintance;
import org.waxwing.domain.world.EmailBuilder;
import org.waxwing.domain.world.PlainMessageParser;

/** What each use case shows to the owner, and that it shows nothing to anybody else. */
class ReadingTest {
    private static final OpenHtml.Addresses ADDRESSES = new OpenHtml.Addresses() {
        @Override
        public String of(EmailId id, Attachment image) {
            return "/image/" + id + "/" + image.position();
        }

        @Override
        public String of(PersonId person, String picture) {
            return "/proxy/" + person + "/" + picture;
        }
    };

    private final House house = new House();
    private final Account account = house.connected();
    private final Mailbox inbox = house.world().inbox(account);
    private final PersonId owner = account.owner();
    private final PersonId eve = house.world().somebody();

    private EmailView deliver(EmailBuilder mail) {
        house.world().deliver(account, inbox, mail);
        return house.as(owner, () -> house.world().reader().email(mail.id())).orElseThrow();
    }

    private OpenFile openFile() {
        return new OpenFile(house.transactions(), house.world().reader(), house.blobs());
    }

    private static ListQuery everything() {
        return new ListQuery(new Scope.AllAccounts(MailView.ALL), false, ListPosition.START, 10);
    }

    @Test
    void lists_conversations() {
        var email = deliver(anEmail());
        var list = new ListThreads(house.transactions(), house.world().reader());

        assertThat(list.list(owner, everything()).items()).extracting(ThreadRow::id).containsExactly(email.thread());
        assertThat(list.list(eve, everything()).items()).isEmpty();
    }

    @Test
    void lists_messages_and_finds_them_by_their_message_id() {
        var email = deliver(anEmail().named("a@example.org"));
        var list = new ListEmails(house.transactions(), house.world().reader());
        var named = new ListEmails.Wanted.Named(new MessageId("a@example.org"));

        assertThat(list.list(owner, new ListEmails.Wanted.Listed(everything())).items())
                .containsExactly(email.withoutText());
        assertThat(list.list(owner, named).items()).containsExactly(email);
        assertThat(list.list(owner, named).more()).isFalse();
        assertThat(list.list(eve, new ListEmails.Wanted.Listed(everything())).items()).isEmpty();
        assertThat(list.list(eve, named).items()).isEmpty();
    }

    @Test
    void counts_what_is_unread() {
        deliver(anEmail());
        deliver(anEmail().marked(Keyword.SEEN));
        var list = new ListMailboxes(house.transactions(), house.world().reader());

        var overview = list.list(owner);

        assertThat(overview.mailboxes()).hasSize(1);
        assertThat(overview.unread()).isEqualTo(Map.of(
                MailView.IMBOX, 1L, MailView.FEED, 0L, MailView.PAPER_TRAIL, 0L, MailView.SCREENER, 0L, MailView.SPAM,
                0L,
                MailView.DRAFTS, 0L));
        assertThat(list.list(eve).mailboxes()).isEmpty();
        assertThat(list.list(eve).unread().values()).containsOnly(0L);
    }

    @Test
    void opens_a_message() {
        var email = deliver(anEmail());
        var open = new OpenEmail(house.transactions(), house.world().reader());

        assertThat(open.open(owner, email.id())).contains(email);
        assertThat(open.open(eve, email.id())).isEmpty();
    }

    @Test
    void opens_a_conversation_with_how_well_its_writers_are_known() {
        var first = anEmail().from("bob@example.org");
        var email = deliver(first);
        deliver(anEmail().repliedTo(first).from("Carol <carol@example.org>"));
        var open = new OpenThread(house.transactions(), house.world().reader(), house.world().book());

        var opened = open.open(owner, email.thread()).orElseThrow();

        assertThat(opened.thread().messages()).hasSize(2);
        assertThat(opened.writers()).isEqualTo(
                Map.of("bob@example.org", Acquaintance.NONE, "carol@example.org", Acquaintance.NONE));
        assertThat(open.open(eve, email.thread())).isEmpty();
    }

    /** Shows what it was asked to do. */
    private OpenHtml openHtml(Map<String, String> asked) {
        return new OpenHtml(
                house.transactions(),
                house.world().reader(),
                house.world().accounts(),
                house.world().book(),
                house.world().imageTrust(),
                (html, how) -> {
                    asked.putAll(how.inlineImages());
                    var remote = how.remoteImages().servedFrom("https://example.org/a.png").orElse("none");
                    return new SafeHtml("safe:" + html.value() + ":" + remote + ":" + how.whole(), 0, List.of(), false);
                },
                ADDRESSES);
    }

    private String shown(EmailView email, OpenHtml.Wish... wishes) {
        return openHtml(new HashMap<>()).open(owner, email.id(), Set.of(wishes)).orElseThrow().html().document();
    }

    @Test
    void opens_html_sanitised_with_its_inline_images() {
        var email = deliver(
                anEmail().html("<p>Hi</p>").inlined("logo@example.org").attached("a.pdf", "application/pdf"));
        var asked = new HashMap<String, String>();
        var open = openHtml(asked);

        assertThat(open.open(owner, email.id(), Set.of()).orElseThrow().images()).isEqualTo(OpenHtml.Images.BLOCKED);
        assertThat(asked).isEqualTo(Map.of("logo@example.org", "/image/" + email.id() + "/1"));
        assertThat(shown(email)).isEqualTo("safe:<p>Hi</p>:none:false");
        assertThat(open.open(eve, email.id(), Set.of())).isEmpty();
        assertThat(open.open(owner, deliver(anEmail()).id(), Set.of())).isEmpty();
    }

    @Test
    void shows_remote_images_when_asked_or_of_a_sender_whose_are_always_shown() {
        var email = deliver(anEmail().html("<p>Hi</p>").from("Bob <Bob@example.org>"));
        var proxied = "safe:<p>Hi</p>:/proxy/" + owner + "/https://example.org/a.png:";

        assertThat(shown(email, OpenHtml.Wish.REMOTE_IMAGES, OpenHtml.Wish.WHOLE)).isEqualTo(proxied + "true");
        house.as(owner, () -> {
            house.world().imageTrust().add(EmailAddress.of("bob@example.org"), email.receivedAt());
            return true;
        });
        assertThat(shown(email)).isEqualTo(proxied + "false");
    }

    @Test
    void shows_no_remote_images_unasked_of_a_message_that_is_not_from_the_trusted_sender() {
        var failed = new Report("mx.example.org", 1, Outcome.FAIL, "", Outcome.NONE, "", Outcome.FAIL, "example.org");
        var email = deliver(anEmail().html("<p>Hi</p>").testified(Testimony.of(List.of(failed))));
        house.as(owner, () -> {
            house.world().imageTrust().add(EmailAddress.of("bob@example.org"), email.receivedAt());
            return true;
        });

        assertThat(shown(email)).isEqualTo("safe:<p>Hi</p>:none:false");
    }

    @Test
    void opens_the_source_of_a_message() throws IOException {
        var mail = anEmail().subject("Lunch / tomorrow?");
        house.blobs().store(account.id(), new ByteArrayInputStream(mail.source()));
        var email = deliver(mail);

        var file = openFile().open(owner, email.id(), new OpenFile.Part.Source()).orElseThrow();

        assertThat(file.name()).isEqualTo(new UntrustedText("Lunch / tomorrow?.eml"));
        assertThat(file.mediaType()).isEqualTo("message/rfc822");
        assertThat(file.size()).isEqualTo(mail.source().length);
        try (var bytes = file.bytes().from(0)) {
            assertThat(bytes.readAllBytes()).isEqualTo(mail.source());
        }
        assertThat(openFile().open(eve, email.id(), new OpenFile.Part.Source())).isEmpty();
    }

    @Test
    void calls_the_source_of_a_message_without_subject_a_message() {
        var email = deliver(anEmail().subject(" "));

        assertThat(openFile().open(owner, email.id(), new OpenFile.Part.Source()).orElseThrow().name())
                .isEqualTo(new UntrustedText("message.eml"));
    }

    @Test
    void opens_an_attachment_by_its_position() {
        var email = deliver(anEmail().attached("a.pdf", "application/pdf").attached("b.txt", "text/plain"));

        var file = openFile().open(owner, email.id(), new OpenFile.Part.Attached(2)).orElseThrow();

        assertThat(file.name()).isEqualTo(new UntrustedText("b.txt"));
        assertThat(file.mediaType()).isEqualTo("text/plain");
        assertThat(openFile().open(owner, email.id(), new OpenFile.Part.Attached(0))).isEmpty();
        assertThat(openFile().open(owner, email.id(), new OpenFile.Part.Attached(3))).isEmpty();
        assertThat(openFile().open(eve, email.id(), new OpenFile.Part.Attached(2))).isEmpty();
    }

    @Test
    void opens_all_attachments_together() {
        var email = deliver(
                anEmail().subject("Menu").attached("a.pdf", "application/pdf").attached("b.txt", "text/plain"));
        var open = new OpenFiles(house.transactions(), house.world().reader(), house.blobs());

        var files = open.open(owner, email.id()).orElseThrow();

        assertThat(files.subject()).isEqualTo(new UntrustedText("Menu"));
        assertThat(files.files()).extracting(it -> it.name().value()).containsExactly("a.pdf", "b.txt");
        assertThat(open.open(eve, email.id())).isEmpty();
        assertThat(open.open(owner, deliver(anEmail()).id())).isEmpty();
    }

    @Test
    void reads_the_headers_of_a_message() throws IOException {
        var mail = anEmail().subject("Lunch");
        house.blobs().store(account.id(), new ByteArrayInputStream(mail.source()));
        var email = deliver(mail);
        var read = new ReadHeaders(
                house.transactions(), house.world().reader(), house.blobs(), new PlainMessageParser());

        assertThat(read.read(owner, email.id()).orElseThrow())
                .contains(new HeaderField(new UntrustedText("Subject"), new UntrustedText("Lunch")));
        assertThat(read.read(eve, email.id())).isEmpty();
    }

    @Test
    void prints_a_message_or_a_whole_conversation() {
        var first = anEmail().received(Instant.parse("2026-03-01T09:00:00Z")).subject("Plan").html("<p>One</p>");
        var email = deliver(first);
        var second = deliver(
                anEmail().received(Instant.parse("2026-03-01T10:00:00Z")).repliedTo(first).text("Two"));
        var print = new PrintMail(
                house.transactions(),
                house.world().reader(),
                (html, how) -> {
                    assertThat(how).isEqualTo(Rendering.plain(Map.of()));
                    return new SafeHtml("safe:" + html.value(), 0, List.of(), false);
                },
                ADDRESSES);

        var whole = print.print(owner, new PrintMail.Wanted.Conversation(email.thread())).orElseThrow();
        var one = print.print(owner, new PrintMail.Wanted.Message(second.id())).orElseThrow();

        assertThat(whole.subject()).isEqualTo(new UntrustedText("Plan"));
        assertThat(whole.messages()).containsExactly(email, second);
        assertThat(whole.html()).isEqualTo(Map.of(email.id(), new SafeHtml("safe:<p>One</p>", 0, List.of(), false)));
        assertThat(one.messages()).containsExactly(second);
        assertThat(print.print(eve, new PrintMail.Wanted.Conversation(email.thread()))).isEmpty();
        assertThat(print.print(eve, new PrintMail.Wanted.Message(email.id()))).isEmpty();
    }
}
