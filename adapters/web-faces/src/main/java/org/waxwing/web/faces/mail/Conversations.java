package org.waxwing.web.faces.mail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.waxwing.application.mailbox.OpenThread;
import org.waxwing.application.safety.AssessThread;
import org.waxwing.domain.authenticity.Authentication;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.Mailbox;
import org.waxwing.domain.mailbox.MailboxId;
import org.waxwing.domain.mailbox.MailboxRole;
import org.waxwing.domain.mailbox.Protection;
import org.waxwing.domain.reading.EmailView;
import org.waxwing.domain.reading.MailboxRow;
import org.waxwing.domain.reading.ThreadView;
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
    private final Map<MailboxId, Mailbox> folders;
    private final AssessThread.Assessment assessment;
    private final Shell shell;
    private final Phrases phrases;
    private final Times times;

    Conversations(Shell shell, Phrases phrases, AssessThread.Assessment assessment) {
        this.shell = shell;
        this.assessment = assessment;
        this.phrases = phrases;
        this.own = shell.getOwnAddresses();
        this.times = shell.getTimes();
        this.folders = shell.getOverview().mailboxes().stream()
                .map(MailboxRow::mailbox)
                .collect(Collectors.toMap(Mailbox::id, folder -> folder));
    }

    Conversation of(OpenThread.Opened opened) {
        var thread = opened.thread();
        var latest = thread.messages().getLast();
        var chips = thread.messages().stream()
                .flatMap(email -> email.mailboxes().stream())
                .distinct()
                .filter(folders::containsKey)
                .map(folders::get)
                .filter(folder -> folder.role() != MailboxRole.INBOX)
                .sorted(Comparator.comparing(Mailbox::role).thenComparing(Mailbox::path))
                .map(this::folderName)
                .distinct()
                .toList();
        return new Conversation(
                thread.id().toString(),
                thread.account().toString(),
                subject(thread.subject().onOneLine().value()),
                chips,
                labels(thread),
                summary(opened),
                thread.messages().stream()
                        .map(email -> message(email, email.id().equals(latest.id()), opened.writers())).toList());
    }

    private static List<LabelChip> labels(ThreadView thread) {
        return thread.messages().stream()
                .flatMap(email -> email.keywords().stream())
                .filter(Keyword::isLabel)
                .distinct()
                .sorted(Comparator.comparing(Keyword::name))
                .map(LabelChip::of)
                .toList();
    }

    private String subject(String subject) {
        return subject.isEmpty() ? phrases.of("row.subject.none") : subject;
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

    private String summary(OpenThread.Opened opened) {
        var count = phrases.of("thread.messages", opened.thread().messages().size());
        if (shell.getAccounts().size() < 2) return count;
        return shell.account(opened.thread().account())
                .map(it -> phrases.of("thread.messages.in", count, it.account().displayName()))
                .orElse(count);
    }

    private Message message(EmailView email, boolean latest, Map<String, Acquaintance> writers) {
        var from = email.headers().from().stream().findFirst().orElse(EmailAddress.of(""));
        boolean mine = own.contains(from.key());
        boolean unread = !email.keywords().contains(Keyword.SEEN);
        var known = writers.getOrDefault(from.key(), Acquaintance.NONE);
        return new Message(
                email.id().toString(),
                Avatar.of(from),
                mine ? phrases.of("person.me") : label(from),
                from.name().isBlank() ? "" : from.address(),
                mine,
                unread,
                email.keywords().contains(Keyword.FLAGGED),
                email.keywords().contains(Keyword.DRAFT),
                latest || unread,
                times.dayAndTime(email.receivedAt()),
                times.full(email.receivedAt()),
                email.receivedAt().toString(),
                email.preview().onOneLine().value(),
                recipients(email),
                mine || from.address().isEmpty() ? "" : acquaintance(known),
                !mine && known.sent() == 0 && known.received() <= 1,
                seal(email.protection()),
                email.protection().encrypts(),
                safety(email, from, mine),
                facts(email),
                email.hasHtml(),
                MailText.of(email.text()),
                email.attachments().stream()
                        .map(file -> FileChip.of(email.id(), file, email.hasHtml(), phrases))
                        .toList());
    }

    // whoever reads their own mail knows who wrote it
    private Safety safety(EmailView email, EmailAddress from, boolean mine) {
        var known = assessment.authentication().getOrDefault(email.id(), email.authentication());
        boolean quiet = mine && known.standing() != Authentication.Standing.FAILED;
        return new SafetyWords(phrases).of(
                from, quiet ? Authentication.UNKNOWN : known, assessment.hints().getOrDefault(email.id(), List.of()));
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
        var facts = new ArrayList<Message.Fact>();
        addPeople(facts, "fact.from", headers.from());
        addPeople(facts, "fact.to", headers.to());
        addPeople(facts, "fact.cc", headers.cc());
        addPeople(facts, "fact.bcc", headers.bcc());
        addPeople(facts, "fact.reply-to", headers.replyTo());
        facts.add(new Message.Fact(phrases.of("fact.sent"), times.full(headers.sentAt())));
        if (isLate(headers.sentAt(), email.receivedAt()))
            facts.add(new Message.Fact(phrases.of("fact.received"), times.full(email.receivedAt())));
        headers.messageId()
                .forEach(id -> facts.add(new Message.Fact(phrases.of("fact.message-id"), "<" + id.value() + ">")));
        facts.add(new Message.Fact(phrases.of("fact.size"), Sizes.of(email.size(), phrases)));
        return facts;
    }

    private void addPeople(List<Message.Fact> facts, String label, List<EmailAddress> people) {
        if (people.isEmpty()) return;
        var spelt = people.stream()
                .map(person -> person.name().isBlank()
                        ? person.address()
                        : person.name().onOneLine().value() + " <" + person.address() + ">")
                .collect(Collectors.joining(", "));
        facts.add(new Message.Fact(phrases.of(label), spelt));
    }

    private static boolean isLate(Instant sent, Instant received) {
        return Math.abs(received.getEpochSecond() - sent.getEpochSecond()) >= 60;
    }
}
