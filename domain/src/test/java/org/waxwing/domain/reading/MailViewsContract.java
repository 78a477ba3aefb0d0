package org.waxwing.domain.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waxwing.domain.world.EmailBuilder.anEmail;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.authenticity.Authentication;
import org.waxwing.domain.authenticity.Outcome;
import org.waxwing.domain.authenticity.Report;
import org.waxwing.domain.authenticity.Testimony;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.mailbox.Attachment;
import org.waxwing.domain.mailbox.Email;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.MailboxId;
import org.waxwing.domain.mailbox.MessageId;
import org.waxwing.domain.mailbox.Protection;
import org.waxwing.domain.mailbox.ThreadId;
import org.waxwing.domain.sorting.Admission;
import org.waxwing.domain.sorting.Category;
import org.waxwing.domain.world.EmailBuilder;
import org.waxwing.domain.world.World;

/** What every {@link MailReader} shows of messages and conversations, and to whom. */
public interface MailViewsContract {
    World world();

    private static EmailBuilder at(int minute) {
        return anEmail().received(Instant.parse("2026-03-01T09:00:00Z").plusSeconds(60L * minute));
    }

    @Test
    default void reads_a_conversation_oldest_first() {
        var desk = Desk.in(world());
        var first = at(1).subject("Plan").from("bob@example.org");
        var second = at(2).repliedTo(first);
        var emails = world().deliverAll(desk.account(), desk.inbox(), second, first);

        var thread = desk.thread(emails.getFirst().thread()).orElseThrow();

        assertThat(thread.id()).isEqualTo(emails.getFirst().thread());
        assertThat(thread.account()).isEqualTo(desk.account().id());
        assertThat(thread.subject()).isEqualTo(new UntrustedText("Plan"));
        assertThat(thread.messages()).extracting(EmailView::id).containsExactly(first.id(), second.id());
    }

    @Test
    default void reads_the_latest_two_hundred_of_an_endless_conversation() {
        var desk = Desk.in(world());
        var batch = new EmailBuilder[203];
        for (int i = 0; i < batch.length; i++)
            batch[i] = at(i).inReplyTo("root@example.org").text("message " + i);
        var emails = world().deliverAll(desk.account(), desk.inbox(), batch);

        var thread = desk.thread(emails.getFirst().thread()).orElseThrow();

        assertThat(thread.messages()).extracting(EmailView::id)
                .isEqualTo(emails.subList(3, 203).stream().map(Email::id).toList());
    }

    @Test
    default void outlines_a_conversation_window_by_window() {
        var desk = Desk.in(world());
        var batch = new EmailBuilder[5];
        for (int i = 0; i < batch.length; i++)
            batch[i] = at(i).inReplyTo("root@example.org").subject("Plan").text("message " + i);
        var emails = world().deliverAll(desk.account(), desk.inbox(), batch);
        var ids = emails.stream().map(Email::id).toList();

        var latest = desk.outline(emails.getFirst().thread(), ListPosition.START, 3).orElseThrow();
        var earlier = desk.outline(latest.id(), latest.lines().getFirst().position(), 3).orElseThrow();

        assertThat(latest.subject()).isEqualTo(new UntrustedText("Plan"));
        assertThat(latest.account()).isEqualTo(desk.account().id());
        assertThat(latest.total()).isEqualTo(5);
        assertThat(latest.lines()).extracting(EmailLine::id).isEqualTo(ids.subList(2, 5));
        assertThat(earlier.lines()).extracting(EmailLine::id).isEqualTo(ids.subList(0, 2));
        assertThat(desk.outline(latest.id(), earlier.lines().getFirst().position(), 3).orElseThrow().lines()).isEmpty();
        assertThat(desk.outline(new ThreadId(UUID.randomUUID()), ListPosition.START, 3)).isEmpty();
        assertThat(Desk.in(world()).outline(latest.id(), ListPosition.START, 3)).isEmpty();
    }

    @Test
    default void outlines_what_a_line_needs() {
        var desk = Desk.in(world());
        var first = at(1).from("Bob <bob@example.org>").marked(Keyword.SEEN, new Keyword("tender"));
        var second = at(2).repliedTo(first).from("Carol <carol@example.org>").text("Yes.")
                .attached("a.pdf", "application/pdf");
        var email = desk.deliver(desk.inbox(), first);
        desk.deliver(desk.archive(), second);

        var outline = desk.outline(email.thread(), ListPosition.START, 9).orElseThrow();

        assertThat(outline.participants()).extracting(EmailAddress::address)
                .containsExactly("carol@example.org", "bob@example.org");
        assertThat(outline.labels()).containsExactly(new Keyword("tender"));
        var line = outline.lines().getLast();
        assertThat(line.mailboxes()).containsExactly(desk.archive().id());
        assertThat(line.from()).isEqualTo(desk.email(second.id()).orElseThrow().headers().from());
        assertThat(line.preview()).isEqualTo(new UntrustedText("Yes."));
        assertThat(line.hasAttachments()).isTrue();
        assertThat(line.isUnread()).isTrue();
        assertThat(outline.lines().getFirst().isUnread()).isFalse();
    }

    @Test
    default void reads_several_messages_at_once() {
        var desk = Desk.in(world());
        var first = desk.deliver(desk.inbox(), at(1));
        var second = desk.deliver(desk.inbox(), at(2));
        var foreign = Desk.in(world());
        var hidden = foreign.deliver(foreign.inbox(), at(3));

        var ids = List.of(first.id(), second.id(), hidden.id(), new EmailId(UUID.randomUUID()));

        assertThat(desk.emails(ids)).containsExactly(
                desk.email(second.id()).orElseThrow(), desk.email(first.id()).orElseThrow());
        assertThat(desk.emails(List.of())).isEmpty();
    }

    @Test
    default void reads_the_html_of_several_messages_at_once() {
        var desk = Desk.in(world());
        var first = desk.deliver(desk.inbox(), at(1).html("<p>One</p>"));
        var second = desk.deliver(desk.inbox(), at(2).text("Two"));
        var foreign = Desk.in(world());
        var hidden = foreign.deliver(foreign.inbox(), at(3).html("<p>Three</p>"));

        assertThat(desk.htmlOf(List.of(first.id(), second.id(), hidden.id())))
                .isEqualTo(Map.of(first.id(), new UntrustedText("<p>One</p>")));
        assertThat(desk.htmlOf(List.of())).isEmpty();
    }

    @Test
    default void reads_a_message_with_all_that_was_stored() {
        var desk = Desk.in(world());
        var mail = at(1).named("a@example.org", "b@example.org").inReplyTo("c@example.org")
                .references("d@example.org", "c@example.org")
                .subject("Ünï 🦆 'q' \"d\" \\ %_ {}").from("Bob <bob@example.org>", "Öz <oz@example.org>")
                .to("ada@example.org", "x@example.org").cc("c@example.org").bcc("b@example.org")
                .replyTo("r@example.org").text("One\n\n> two\n\tthree 🦆\u0007").html("<p>One</p>")
                .attached("menu 🍕.pdf", "application/pdf").inlined("logo@example.org")
                .protectedBy(Protection.PGP_SIGNED).testified(Testimony.of(List.of(new Report("mx.example.org", 1,
                        Outcome.PASS, "example.org", Outcome.PASS, "example.org", Outcome.PASS, "example.org"))))
                .marked(Keyword.FLAGGED, new Keyword("büro")).sorted(Category.PAPER_TRAIL, Admission.IN);
        var email = desk.deliver(desk.inbox(), mail);

        var view = desk.email(email.id()).orElseThrow();

        assertThat(view).isEqualTo(new EmailView(
                email.id(),
                email.thread(),
                desk.account().id(),
                Set.of(desk.inbox().id()),
                email.message().headers(),
                email.receivedAt(),
                email.size(),
                email.preview(),
                email.message().text(),
                true,
                mail.marks(),
                email.message().attachments(),
                Protection.PGP_SIGNED,
                email.source(),
                new Authentication(Authentication.Standing.VERIFIED, Outcome.PASS, Outcome.PASS, Outcome.PASS,
                        "mx.example.org", "example.org"),
                Category.PAPER_TRAIL));
        assertThat(view.attachments()).extracting(Attachment::position).containsExactly(1, 2);
    }

    @Test
    default void reads_a_message_that_says_nothing_about_itself() {
        var desk = Desk.in(world());
        var email = desk.deliver(desk.inbox(), at(1).unnamed().from().to().subject("").text(""));

        var view = desk.email(email.id()).orElseThrow();

        assertThat(view.headers()).isEqualTo(email.message().headers());
        assertThat(view.text()).isEqualTo(UntrustedText.EMPTY);
        assertThat(view.hasHtml()).isFalse();
        assertThat(desk.threads(MailView.IMBOX).getFirst().participants()).isEmpty();
    }

    @Test
    default void carries_no_more_text_than_a_screen_can_hold() {
        var desk = Desk.in(world());
        var email = desk.deliver(desk.inbox(), at(1).text("duck ".repeat(200_000)));

        var view = desk.email(email.id()).orElseThrow();

        assertThat(view.text().value()).hasSize(EmailView.MOST_TEXT).startsWith("duck duck");
    }

    @Test
    default void lists_messages_with_what_they_carry() {
        var desk = Desk.in(world());
        var plain = desk.deliver(desk.inbox(), at(1));
        var rich = desk.deliver(desk.inbox(), at(2).attached("a.txt", "text/plain").html("<b>b</b>")
                .marked(Keyword.SEEN));
        var scope = new Scope.AllAccounts(MailView.IMBOX);

        var listed = desk.emails(scope, false);

        assertThat(listed).containsExactly(
                desk.email(rich.id()).orElseThrow().withoutText(),
                desk.email(plain.id()).orElseThrow().withoutText());
    }

    @Test
    default void finds_messages_by_their_message_id_latest_first() {
        var desk = Desk.in(world());
        var first = desk.deliver(desk.inbox(), at(1).named("twin@example.org").text("one"));
        var second = desk.deliver(desk.archive(), at(2).named("twin@example.org", "b@example.org").text("two"));
        desk.deliver(desk.inbox(), at(3).named("other@example.org").inReplyTo("twin@example.org"));

        var found = desk.named("twin@example.org");

        assertThat(found).extracting(EmailView::id).containsExactly(second.id(), first.id());
        assertThat(desk.named("no@example.org")).isEmpty();
    }

    @Test
    default void gives_the_html_of_messages_that_have_any() {
        var desk = Desk.in(world());
        var rich = desk.deliver(desk.inbox(), at(1).html("<p onclick=\"x()\">Ünï 🦆</p>"));
        var plain = desk.deliver(desk.inbox(), at(2));

        assertThat(desk.html(rich.id()))
                .contains(new UntrustedText("<p onclick=\"x()\">Ünï 🦆</p>"));
        assertThat(desk.html(plain.id())).isEmpty();
        assertThat(desk.html(new EmailId(UUID.randomUUID()))).isEmpty();
    }

    @Test
    default void finds_nothing_that_does_not_exist() {
        var desk = Desk.in(world());
        var nowhere = UUID.randomUUID();

        assertThat(desk.email(new EmailId(nowhere))).isEmpty();
        assertThat(desk.thread(new ThreadId(nowhere))).isEmpty();
        assertThat(desk.emails(new Scope.OneMailbox(new MailboxId(nowhere)), false))
                .isEmpty();
        assertThat(desk.emails(
                new Scope.OneAccount(new AccountId(nowhere), MailView.ALL), false))
                .isEmpty();
    }

    @Test
    default void shows_nothing_to_somebody_else() {
        var desk = Desk.in(world());
        var email = desk.deliver(desk.inbox(), at(1).named("a@example.org").html("<p>secret</p>"));
        var eve = world().somebody();
        var scopes = List.of(
                new Scope.AllAccounts(MailView.ALL),
                new Scope.OneAccount(desk.account().id(), MailView.ALL),
                new Scope.OneMailbox(desk.inbox().id()));

        world().run(eve, () -> {
            var reader = world().reader();
            assertThat(reader.mailboxes()).isEmpty();
            assertThat(reader.email(email.id())).isEmpty();
            assertThat(reader.thread(email.thread())).isEmpty();
            assertThat(reader.html(email.id())).isEmpty();
            assertThat(reader.emails(new MessageId("a@example.org"))).isEmpty();
            for (var scope : scopes) {
                var query = new ListQuery(scope, false, ListPosition.START, 10);
                assertThat(reader.threads(query).items()).isEmpty();
                assertThat(reader.emails(query).items()).isEmpty();
                assertThat(reader.unread(scope)).isZero();
            }
        });
    }
}
