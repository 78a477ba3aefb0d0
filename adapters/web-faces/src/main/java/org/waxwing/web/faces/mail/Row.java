package org.waxwing.web.faces.mail;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.reading.ThreadRow;
import org.waxwing.domain.triage.Standing;
import org.waxwing.web.faces.Avatar;
import org.waxwing.web.faces.Phrases;
import org.waxwing.web.faces.Times;

/**
 * A conversation in a list, as it is written there.
 *
 * @param account the id of the account it came to
 * @param at when its latest message came, in milliseconds since 1970: the browser orders rows by it
 * @param href where it opens
 * @param labels the first few of its labels; the others are only counted
 * @param moreLabels how many those are
 * @param place what is to be known about where it stands; may be empty
 */
public record Row(
        String id,
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
        boolean muted) {
    private static final int SHOWN_LABELS = 2;

    public Row {
        labels = List.copyOf(labels);
    }

    /** What a row needs to know about the viewer. */
    record Eye(Phrases phrases, Times times, Set<String> own, boolean outgoing, String query) {
        public Eye {
            own = Set.copyOf(own);
        }
    }

    static Row of(ThreadRow row, Eye eye) {
        var nobody = EmailAddress.of("");
        var others = row.participants().stream()
                .filter(person -> !eye.own().contains(person.key()))
                .findFirst();
        var first = row.participants().stream().findFirst();
        return new Row(
                row.id().toString(),
                row.account().toString(),
                "inbox.xhtml?" + eye.query() + "&thread=" + row.id(),
                row.at().toEpochMilli(),
                Avatar.of(others.or(() -> first).orElse(nobody)),
                who(row, eye),
                row.subject().isBlank()
                        ? eye.phrases().of("row.subject.none")
                        : row.subject().onOneLine().value(),
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
                row.standing().muted());
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

    private static String who(ThreadRow row, Eye eye) {
        if (row.participants().isEmpty())
            return eye.phrases().of(eye.outgoing() ? "row.recipient.none" : "row.sender.none");
        var names = row.participants().stream()
                .map(person -> eye.own().contains(person.key())
                        ? eye.phrases().of("person.you")
                        : person.label().value())
                .distinct()
                .collect(Collectors.joining(", "));
        return eye.outgoing() ? eye.phrases().of("row.to", names) : names;
    }
}
