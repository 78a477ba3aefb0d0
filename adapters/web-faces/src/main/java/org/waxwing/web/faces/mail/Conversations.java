package org.waxwing.web.faces.mail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.waxwing.application.account.AccountHealth;
import org.waxwing.application.mailbox.OpenConversation;
import org.waxwing.application.safety.AssessThread;
import org.waxwing.domain.account.Account;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.authenticity.Authentication;
import org.waxwing.domain.content.SafeHtml;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.Mailbox;
import org.waxwing.domain.mailbox.MailboxId;
import org.waxwing.domain.mailbox.MessageHeaders;
import org.waxwing.domain.mailbox.Protection;
import org.waxwing.domain.reading.EmailLine;
import org.waxwing.domain.reading.EmailView;
import org.waxwing.domain.reading.ThreadOutline;
import org.waxwing.domain.screening.Acquaintance;
import org.waxwing.web.faces.Avatar;
import org.waxwing.web.faces.Phrases;
import org.waxwing.web.faces.Shell;
import org.waxwing.web.faces.Sizes;
import org.waxwing.web.faces.Times;

/** Puts conversations into the words of whoever reads them. */
final class Conversations {
    private static final int MOST_NAMED = 4;

    private final Set<String> own;
    private final Map<AccountId, String> accounts;
    private final Map<MailboxId, Mailbox> folders;
    private final AssessThread.Assessment assessment;
    private final Phrases phrases;
    private final Times times;

    private Conversations(
            List<Account> accounts,
            List<Mailbox> folders,
            AssessThread.Assessment assessment,
            Phrases phrases,
            Times times) {
        this.own = accounts.stream().map(it -> it.address().key()).collect(Collectors.toSet());
        this.accounts = accounts.stream().collect(Collectors.toMap(Account::id, Account::displayName));
        this.folders = folders.stream().collect(Collectors.toMap(Mailbox::id, Function.identity()));
        this.assessment = assessment;
        this.phrases = phrases;
        this.times = times;
    }

    /** In these surroundings, without asking for anything more. */
    static Conversations in(
            OpenConversation.Surroundings surroundings,
            AssessThread.Assessment assessment,
            Phrases phrases,
            Times times) {
        return new Conversations(surroundings.accounts(), surroundings.folders(), assessment, phrases, times);
    }

    /** In the surroundings of a page. */
    static Conversations in(Shell shell, Phrases phrases) {
        return new Conversations(
                shell.getAccounts().stream().map(AccountHealth::account).toList(),
                List.of(),
                AssessThread.Assessment.nothing(),
                phrases,
                shell.getTimes());
    }

    Conversation of(OpenConversation.Opened opened, boolean alone) {
        var outline = opened.outline();
        return new Conversation(
                outline.id().toString(),
                outline.account().toString(),
                subject(outline.subject().onOneLine().value()),
                outline.labels().stream().map(LabelChip::of).toList(),
                summary(outline),
                people(outline),
                opened.earlier(),
                opened.shown().getFirst().position().token(),
                alone ? opened.shown().getFirst().id().toString() : "",
                opened.shown().stream().map(line -> message(line, opened)).toList());
    }

    private String people(ThreadOutline outline) {
        return outline.participants().reversed().stream()
                .map(person -> own.contains(person.key()) ? phrases.of("person.you") : label(person))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** A subject that can be shown. */
    String subject(String subject) {
        return subject.isEmpty() ? phrases.of("row.subject.none") : subject;
    }

    /** A message on paper. */
    PrintPage.Sheet sheet(EmailView email, Optional<SafeHtml> html) {
        var from = email.headers().from().stream().findFirst().orElse(EmailAddress.of(""));
        return PrintPage.Sheet.of(
                label(from),
                times.full(email.receivedAt()),
                facts(email.headers()),
                html,
                MailText.of(html.isPresent() ? UntrustedText.EMPTY : email.text()),
                email.attachments().stream()
                        .filter(file -> !file.inline() || file.contentId().isEmpty())
                        .map(file -> FileChip.of(email.id(), file, email.hasHtml(), phrases))
                        .toList());
    }

    private Message.Place place(Mailbox folder) {
        return new Message.Place(
                folder.id().toString(), folder.role().name().toLowerCase(Locale.ROOT), folderName(folder));
    }

    private String folderName(Mailbox folder) {
        return switch (folder.role()) {
            case INBOX -> phrases.of("view.imbox");
            case DRAFTS -> phrases.of("view.drafts");
            case SENT -> phrases.of("view.sent");
            case ARCHIVE -> phrases.of("view.archive");
            case JUNK -> phrases.of("view.spam");
            case TRASH -> phrases.of("view.trash");
            case ALL -> phrases.of("view.all");
            case NONE -> folder.name();
        };
    }

    private String summary(ThreadOutline outline) {
        var count = phrases.of("thread.messages", outline.total());
        var name = accounts.get(outline.account());
        return accounts.size() < 2 || name == null ? count : phrases.of("thread.messages.in", count, name);
    }

    private Message message(EmailLine line, OpenConversation.Opened opened) {
        var from = line.from().stream().findFirst().orElse(EmailAddress.of(""));
        boolean mine = own.contains(from.key());
        var words = opened.words().get(line.id());
        return new Message(
                line.id().toString(),
                Avatar.of(from),
                mine ? phrases.of("person.me") : label(from),
                from.name().isBlank() ? "" : from.address(),
                mine,
                line.isUnread(),
                line.keywords().contains(Keyword.FLAGGED),
                line.keywords().contains(Keyword.DRAFT),
                line.hasAttachments(),
                times.dayAndTime(line.receivedAt()),
                times.full(line.receivedAt()),
                line.receivedAt().toString(),
                line.preview().onOneLine().value(),
                safety(line, from, mine),
                line.mailboxes().stream()
                        .filter(folders::containsKey)
                        .map(folders::get)
                        .sorted(Comparator.comparing(Mailbox::role).thenComparing(Mailbox::path))
                        .map(this::place)
                        .toList(),
                words == null
                        ? Message.Inside.LATER
                        : inside(words, from, opened.writers().getOrDefault(from.key(), Acquaintance.NONE)));
    }

    private Message.Inside inside(EmailView email, EmailAddress from, Acquaintance known) {
        boolean mine = own.contains(from.key());
        return new Message.Inside(
                true,
                recipients(email),
                mine || from.address().isEmpty() ? "" : acquaintance(known),
                !mine && known.sent() == 0 && known.received() <= 1,
                seal(email.protection()),
                email.protection().encrypts(),
                facts(email),
                email.hasHtml(),
                MailText.of(email.hasHtml() ? UntrustedText.EMPTY : email.text()),
                email.attachments().stream()
                        .map(file -> FileChip.of(email.id(), file, email.hasHtml(), phrases))
                        .toList());
    }

    // whoever reads their own mail knows who wrote it
    private Safety safety(EmailLine line, EmailAddress from, boolean mine) {
        var known = assessment.authentication().getOrDefault(line.id(), line.authentication());
        boolean quiet = mine && known.standing() != Authentication.Standing.FAILED;
        return new SafetyWords(phrases).of(
                from, quiet ? Authentication.UNKNOWN : known, assessment.hints().getOrDefault(line.id(), List.of()));
    }

    private String label(EmailAddress person) {
        var label = person.label().value();
        return label.isEmpty() ? phrases.of("row.sender.none") : label;
    }

    private String acquaintance(Acquaintance known) {
        if (known.sent() > 0) return phrases.of("sender.written-to", known.sent());
        return known.received() <= 1
                ? phrases.of("sender.first")
                : phrases.of("sender.received", known.received());
    }

    private String seal(Protection protection) {
        return switch (protection) {
            case NONE -> "";
            case SMIME_SIGNED -> phrases.of("message.signed.smime");
            case PGP_SIGNED -> phrases.of("message.signed.pgp");
            case SMIME_ENCRYPTED -> phrases.of("message.encrypted.smime");
            case PGP_ENCRYPTED -> phrases.of("message.encrypted.pgp");
        };
    }

    private String recipients(EmailView email) {
        var all = new ArrayList<EmailAddress>(email.headers().to());
        all.addAll(email.headers().cc());
        if (all.isEmpty()) return phrases.of("message.to-nobody");
        var named = all.stream()
                .limit(MOST_NAMED)
                .map(person -> own.contains(person.key()) ? phrases.of("person.you") : label(person))
                .distinct()
                .collect(Collectors.joining(", "));
        int more = all.size() - MOST_NAMED;
        return more > 0 ? phrases.of("message.to-more", named, more) : phrases.of("message.to", named);
    }

    private List<Message.Fact> facts(EmailView email) {
        var headers = email.headers();
        var facts = new ArrayList<>(facts(headers));
        if (isLate(headers.sentAt(), email.receivedAt()))
            add(facts, "fact.received", times.full(email.receivedAt()), "");
        for (var id : headers.messageId()) add(facts, "fact.message-id", "<" + id.value() + ">", id.value());
        add(facts, "fact.size", Sizes.of(email.size(), phrases), "");
        return facts;
    }

    /** What the head of a message says that everybody understands. */
    List<Message.Fact> facts(MessageHeaders headers) {
        var facts = new ArrayList<Message.Fact>();
        addPeople(facts, "fact.from", headers.from());
        addPeople(facts, "fact.to", headers.to());
        addPeople(facts, "fact.cc", headers.cc());
        addPeople(facts, "fact.bcc", headers.bcc());
        addPeople(facts, "fact.reply-to", headers.replyTo());
        add(facts, "fact.sent", times.full(headers.sentAt()), "");
        return facts;
    }

    private void add(List<Message.Fact> facts, String label, String text, String copied) {
        facts.add(new Message.Fact(phrases.of(label), List.of(new Message.Value(text, copied))));
    }

    private void addPeople(List<Message.Fact> facts, String label, List<EmailAddress> people) {
        if (people.isEmpty()) return;
        facts.add(new Message.Fact(phrases.of(label), people.stream()
                .map(person -> new Message.Value(spelt(person), person.address()))
                .toList()));
    }

    private static String spelt(EmailAddress person) {
        var name = person.name().onOneLine().value();
        return name.isBlank() ? person.address() : name + " <" + person.address() + ">";
    }

    private static boolean isLate(Instant sent, Instant received) {
        return Math.abs(received.getEpochSecond() - sent.getEpochSecond()) >= 60;
    }
}
