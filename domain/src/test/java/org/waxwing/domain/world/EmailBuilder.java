package org.waxwing.domain.world;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.waxwing.domain.authenticity.Testimony;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.mailbox.Attachment;
import org.waxwing.domain.mailbox.BlobId;
import org.waxwing.domain.mailbox.Email;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.MessageHeaders;
import org.waxwing.domain.mailbox.MessageId;
import org.waxwing.domain.mailbox.ParsedMessage;
import org.waxwing.domain.mailbox.Protection;
import org.waxwing.domain.mailbox.ThreadId;
import org.waxwing.domain.signs.Signs;
import org.waxwing.domain.sorting.Admission;
import org.waxwing.domain.sorting.Category;
import org.waxwing.domain.sorting.Filing;
import org.waxwing.domain.sorting.Placement;

/**
 * Makes messages: {@code anEmail().from("Bob <bob@example.org>").repliedTo(first).received("2026-03-01T09:00:00Z")}.
 * Whatever is not mentioned is valid and dull; each has a Message-ID and thereby a source of its own.
 */
public final class EmailBuilder {
    private EmailId id = new EmailId(UUID.randomUUID());
    private ThreadId thread = new ThreadId(UUID.randomUUID());
    private List<MessageId> messageId = List.of(new MessageId(UUID.randomUUID() + "@example.org"));
    private List<MessageId> inReplyTo = List.of();
    private List<MessageId> references = List.of();
    private UntrustedText subject = new UntrustedText("Lunch");
    private List<EmailAddress> from = addresses("Bob <bob@example.org>");
    private List<EmailAddress> to = addresses("Ada <ada@example.org>");
    private List<EmailAddress> cc = List.of();
    private List<EmailAddress> bcc = List.of();
    private List<EmailAddress> replyTo = List.of();
    private UntrustedText text = new UntrustedText("At noon?");
    private UntrustedText html = UntrustedText.EMPTY;
    private final List<Attachment> attachments = new ArrayList<>();
    private Protection protection = Protection.NONE;
    private Testimony testimony = Testimony.of(List.of());
    private final Set<Keyword> marks = new LinkedHashSet<>();
    private Filing filing = Filing.UNSEEN;
    private Instant receivedAt = Instant.parse("2026-03-01T09:00:00Z");

    private EmailBuilder() {}

    /** A message that says nothing in particular. */
    public static EmailBuilder anEmail() {
        return new EmailBuilder();
    }

    /** Was sorted there. */
    public EmailBuilder sorted(Category category, Admission admission) {
        filing = new Filing(filing.signs(), new Placement(category, admission));
        return this;
    }

    /** Was looked at. */
    public EmailBuilder showing(Signs signs) {
        filing = Filing.of(signs, filing.placement());
        return this;
    }

    Filing filing() {
        return filing;
    }

    public EmailBuilder in(ThreadId conversation) {
        thread = conversation;
        return this;
    }

    public EmailBuilder named(String... ids) {
        messageId = messageIds(ids);
        return this;
    }

    /** Has no Message-ID at all. */
    public EmailBuilder unnamed() {
        messageId = List.of();
        return this;
    }

    public EmailBuilder inReplyTo(String... ids) {
        inReplyTo = messageIds(ids);
        return this;
    }

    public EmailBuilder references(String... ids) {
        references = messageIds(ids);
        return this;
    }

    /** Answers {@code first} as mail programs do: In-Reply-To, References and the subject. */
    public EmailBuilder repliedTo(EmailBuilder first) {
        inReplyTo = first.messageId;
        var all = new ArrayList<>(first.references);
        all.addAll(first.messageId);
        references = List.copyOf(all);
        return subject("Re: " + first.subject.value());
    }

    public EmailBuilder subject(String words) {
        subject = new UntrustedText(words);
        return this;
    }

    /** Written as {@code bob@example.org} or {@code Bob <bob@example.org>}, likewise below. */
    public EmailBuilder from(String... who) {
        from = addresses(who);
        return this;
    }

    public EmailBuilder to(String... whom) {
        to = addresses(whom);
        return this;
    }

    public EmailBuilder cc(String... whom) {
        cc = addresses(whom);
        return this;
    }

    public EmailBuilder bcc(String... whom) {
        bcc = addresses(whom);
        return this;
    }

    public EmailBuilder replyTo(String... whom) {
        replyTo = addresses(whom);
        return this;
    }

    public EmailBuilder text(String words) {
        text = new UntrustedText(words);
        return this;
    }

    public EmailBuilder html(String markup) {
        html = new UntrustedText(markup);
        return this;
    }

    /** Carries a file beside its text. */
    public EmailBuilder attached(String name, String mediaType) {
        return carrying(name, mediaType, false, "");
    }

    /** Carries an image within its text. */
    public EmailBuilder inlined(String contentId) {
        return carrying("image.png", "image/png", true, contentId);
    }

    private EmailBuilder carrying(String name, String mediaType, boolean inline, String contentId) {
        var content = sha256(name.getBytes(StandardCharsets.UTF_8));
        attachments.add(new Attachment(attachments.size() + 1, new UntrustedText(name), mediaType, 3, inline,
                contentId, content));
        return this;
    }

    /** Signed or encrypted. */
    public EmailBuilder protectedBy(Protection kind) {
        protection = kind;
        return this;
    }

    /** As its way here testifies. */
    public EmailBuilder testified(Testimony words) {
        testimony = words;
        return this;
    }

    /** Marked at the server, and therefore in the folder that shows it. */
    public EmailBuilder marked(Keyword... keywords) {
        marks.addAll(List.of(keywords));
        return this;
    }

    /** When it was sent and, within the same instant, received. */
    public EmailBuilder received(String instant) {
        return received(Instant.parse(instant));
    }

    /** As {@link #received(String)}. */
    public EmailBuilder received(Instant at) {
        receivedAt = at;
        return this;
    }

    public Set<Keyword> marks() {
        return Set.copyOf(marks);
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    public EmailId id() {
        return id;
    }

    /** The headers alone. */
    public MessageHeaders headers() {
        return new MessageHeaders(
                messageId, inReplyTo, references, subject, from, to, cc, bcc, replyTo, receivedAt);
    }

    /** The message taken apart. */
    public ParsedMessage parsed() {
        return new ParsedMessage(headers(), text, html, attachments, protection, testimony);
    }

    /** The message as a row; the same one however often it is built. */
    public Email build() {
        var source = source();
        return new Email(id, thread, parsed(), receivedAt, source.length, sha256(source));
    }

    /** The message on the wire, as {@link PlainMessageParser} reads it: one part, without attachments. */
    public byte[] source() {
        var lines = new ArrayList<String>();
        header(lines, "Message-ID", ids(messageId));
        header(lines, "In-Reply-To", ids(inReplyTo));
        header(lines, "References", ids(references));
        header(lines, "Subject", subject.onOneLine().value());
        header(lines, "From", written(from));
        header(lines, "To", written(to));
        header(lines, "Cc", written(cc));
        header(lines, "Bcc", written(bcc));
        header(lines, "Reply-To", written(replyTo));
        header(lines, "Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(receivedAt.atOffset(ZoneOffset.UTC)));
        if (html.isBlank()) lines.addAll(List.of("", text.value()));
        else lines.addAll(List.of("Content-Type: text/html; charset=utf-8", "", html.value()));
        return String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    /** Names bytes as a blob store does. */
    public static BlobId sha256(byte[] bytes) {
        try {
            return new BlobId(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static void header(List<String> lines, String name, String value) {
        if (!value.isEmpty()) lines.add(name + ": " + value);
    }

    private static String ids(List<MessageId> ids) {
        return ids.stream().map(it -> "<" + it.value() + ">").collect(Collectors.joining(" "));
    }

    private static String written(List<EmailAddress> addresses) {
        return addresses.stream()
                .map(it -> it.name().isBlank() ? it.address() : it.name().value() + " <" + it.address() + ">")
                .collect(Collectors.joining(", "));
    }

    private static List<MessageId> messageIds(String... ids) {
        return Arrays.stream(ids).map(MessageId::new).toList();
    }

    private static List<EmailAddress> addresses(String... written) {
        return Arrays.stream(written).map(EmailBuilder::address).toList();
    }

    static EmailAddress address(String written) {
        int open = written.lastIndexOf('<');
        if (open < 0) return EmailAddress.of(written.strip());
        return new EmailAddress(
                new UntrustedText(written.substring(0, open).strip()),
                written.substring(open + 1, written.lastIndexOf('>')));
    }
}
