package org.waxwing.web.faces.mail;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waxwing.application.search.SearchMail;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.reading.EmailView;
import org.waxwing.domain.reading.ThreadRow;
import org.waxwing.domain.search.Highlight;
import org.waxwing.domain.triage.Standing;
import org.waxwing.web.faces.Avatar;
import org.waxwing.web.faces.Phrases;
import org.waxwing.web.faces.Times;

/**
 * A conversation or a message in a list, as it is written there.
 *
 * @param id of the conversation, or of the message in a list of messages
 * @param thread the id of the conversation
 * @param account the id of the account it came to
 * @param at when its latest message came, in milliseconds since 1970: the browser orders rows by it
 * @param href where it opens
 * @param labels the first few of its labels; the others are only counted
 * @param moreLabels how many those are
 * @param category where it is sorted, as addresses call the view; empty when that is not known of it
 * @param from the address of its sender where that matters; empty everywhere else
 * @param marked the same with what was looked for, in a list of what was found
 * @param place what is to be known about where it stands; may be empty
 */
public record Row(
        String id,
        String thread,
        String account,
        String href,
        long at,
        Avatar avatar,
        String who,
        String subject,
        String preview,
        int messages,
        boolean unread,
        boolean starred,
        boolean attached,
        List<LabelChip> labels,
        int moreLabels,
        String time,
        String fullTime,
        String place,
        boolean muted,
        String category,
        String from,
        Marked marked) {
    private static final int SHOWN_LABELS = 2;
    private static final int MOST_NAMED = 6;
    private static final int BEFORE_MARK = 24;
    private static final String DECIDED = "view=screened_out";
    private static final String BUNDLED = "view=paper_trail";

    public Row {
        labels = List.copyOf(labels);
    }

    /** Some text, which may be a word that was looked for. */
    public record Piece(String text, boolean marked) {}

    /** A row in pieces. */
    public record Marked(List<Piece> who, List<Piece> subject, List<Piece> preview) {
        static final Marked NOTHING = new Marked(List.of(), List.of(), List.of());

        public Marked {
            who = List.copyOf(who);
            subject = List.copyOf(subject);
            preview = List.copyOf(preview);
        }
    }

    /** What a row needs to know about the viewer. */
    record Eye(Phrases phrases, Times times, Set<String> own, boolean outgoing, String query) {
        public Eye {
            own = Set.copyOf(own);
        }

        /** Whether it matters here who exactly wrote: they are decided about, or what they wrote lies together. */
        boolean decides() {
            return query.startsWith(DECIDED) || query.startsWith(BUNDLED);
        }
    }

    static Row of(ThreadRow row, Eye eye) {
        return new Row(
                row.id().toString(),
                row.id().toString(),
                row.account().toString(),
                "inbox.xhtml?" + eye.query() + "&thread=" + row.id(),
                row.at().toEpochMilli(),
                avatar(row.participants(), eye),
                who(row.participants(), eye),
                subject(row.subject(), eye),
                row.preview().onOneLine().value(),
                row.messageCount(),
                row.isNew(),
                row.starred(),
                row.hasAttachments(),
                row.labels().stream().limit(SHOWN_LABELS).map(LabelChip::of).toList(),
                Math.max(0, row.labels().size() - SHOWN_LABELS),
                time(row, eye),
                eye.times().full(row.lastMessageAt()),
                place(row, eye),
                row.standing().muted(),
                row.category().name().toLowerCase(Locale.ROOT),
                eye.decides() ? sender(row.participants(), eye) : "",
                Marked.NOTHING);
    }

    /** Of what is snoozed when it comes back, else when it was active last. */
    private static String time(ThreadRow row, Eye eye) {
        return row.standing().place() instanceof Standing.Place.Snoozed(var since, var until)
                ? eye.phrases().of("row.snoozed-until", eye.times().dayAndTime(until))
                : eye.times().brief(row.lastMessageAt());
    }

    private static String place(ThreadRow row, Eye eye) {
        if (row.standing().muted()) return eye.phrases().of("row.muted");
        return row.standing().isFresh() ? eye.phrases().of("row.returned") : "";
    }

    static Row of(EmailView email, Eye eye) {
        var labels = email.keywords().stream()
                .filter(Keyword::isLabel)
                .sorted(Comparator.comparing(Keyword::name))
                .toList();
        var headers = email.headers();
        var people = eye.outgoing()
                ? Stream.concat(headers.to().stream(), headers.cc().stream()).limit(MOST_NAMED).toList()
                : headers.from();
        return new Row(
                email.id().toString(),
                email.thread().toString(),
                email.account().toString(),
                href(email.thread().toString(), email.id().toString(), eye),
                email.receivedAt().toEpochMilli(),
                avatar(people, eye),
                who(people, eye),
                subject(headers.subject(), eye),
                email.preview().onOneLine().value(),
                1,
                !email.keywords().contains(Keyword.SEEN),
                email.keywords().contains(Keyword.FLAGGED),
                email.attachments().stream().anyMatch(file -> !file.inline()),
                labels.stream().limit(SHOWN_LABELS).map(LabelChip::of).toList(),
                Math.max(0, labels.size() - SHOWN_LABELS),
                eye.times().brief(email.receivedAt()),
                eye.times().full(email.receivedAt()),
                "",
                false,
                "",
                eye.decides() ? sender(people, eye) : "",
                Marked.NOTHING);
    }

    static Row of(SearchMail.Item item, Eye eye) {
        var hit = item.hit();
        var who = who(hit.from(), eye);
        var subject = subject(hit.subject(), eye);
        var preview = hit.preview().onOneLine().value();
        return new Row(
                hit.id().toString(),
                hit.thread().toString(),
                hit.account().toString(),
                href(hit.thread().toString(), hit.id().toString(), eye),
                hit.receivedAt().toEpochMilli(),
                avatar(hit.from(), eye),
                who,
                subject,
                preview,
                1,
                hit.unread(),
                hit.starred(),
                hit.attached(),
                List.of(),
                0,
                eye.times().brief(hit.receivedAt()),
                eye.times().full(hit.receivedAt()),
                "",
                false,
                "",
                "",
                new Marked(
                        pieces(item, Highlight.Part.FROM, who, who.length()),
                        pieces(item, Highlight.Part.SUBJECT, subject, Integer.MAX_VALUE),
                        pieces(item, Highlight.Part.TEXT, preview, Integer.MAX_VALUE)));
    }

    private static List<Piece> pieces(SearchMail.Item item, Highlight.Part part, String otherwise, int most) {
        return item.highlights().stream()
                .filter(it -> it.part() == part)
                // an address is looked through, but only its name is shown
                .filter(it -> part != Highlight.Part.FROM || it.text().value().startsWith(otherwise))
                .findFirst()
                .map(it -> pieces(it, most))
                .orElseGet(() -> List.of(new Piece(otherwise, false)));
    }

    private static List<Piece> pieces(Highlight highlight, int most) {
        var text = highlight.text().value();
        int end = Math.min(most, text.length());
        int from = highlight.part() == Highlight.Part.TEXT ? start(highlight) : 0;
        var pieces = new ArrayList<Piece>();
        if (from > 0) pieces.add(new Piece("… ", false));
        for (var mark : highlight.marks()) {
            if (mark.end() > end) break;
            if (mark.start() > from) pieces.add(new Piece(text.substring(from, mark.start()), false));
            pieces.add(new Piece(text.substring(mark.start(), mark.end()), true));
            from = mark.end();
        }
        if (from < end) pieces.add(new Piece(text.substring(from, end), false));
        return pieces;
    }

    // a row is narrow: the first word that was looked for stands near its beginning
    private static int start(Highlight highlight) {
        int first = highlight.marks().getFirst().start();
        if (first <= BEFORE_MARK) return 0;
        int space = highlight.text().value().indexOf(' ', first - BEFORE_MARK);
        return space < 0 || space >= first ? first : space + 1;
    }

    private static String href(String thread, String message, Eye eye) {
        return "inbox.xhtml?" + eye.query() + "&thread=" + thread + "&message=" + message;
    }

    private static String subject(UntrustedText subject, Eye eye) {
        return subject.isBlank() ? eye.phrases().of("row.subject.none") : subject.onOneLine().value();
    }

    private static String sender(List<EmailAddress> people, Eye eye) {
        return people.stream()
                .filter(person -> person.isDeliverable() && !eye.own().contains(person.key()))
                .findFirst()
                .map(EmailAddress::key)
                .orElse("");
    }

    private static Avatar avatar(List<EmailAddress> people, Eye eye) {
        var others = people.stream().filter(person -> !eye.own().contains(person.key())).findFirst();
        return Avatar.of(others.or(() -> people.stream().findFirst()).orElse(EmailAddress.of("")));
    }

    private static String who(List<EmailAddress> people, Eye eye) {
        if (people.isEmpty()) return eye.phrases().of(eye.outgoing() ? "row.recipient.none" : "row.sender.none");
        var names = people.stream()
                .map(person -> eye.own().contains(person.key())
                        ? eye.phrases().of("person.you")
                        : person.label().value())
                .distinct()
                .collect(Collectors.joining(", "));
        return eye.outgoing() ? eye.phrases().of("row.to", names) : names;
    }
}
