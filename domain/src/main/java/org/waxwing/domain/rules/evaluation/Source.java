package org.waxwing.domain.rules.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.rules.Condition;
import org.waxwing.domain.rules.Condition.AddressPart;
import org.waxwing.domain.rules.Condition.Recipients;
import org.waxwing.domain.rules.RuleSubject;
import org.waxwing.domain.rules.text.Folding;

/** Where a text of a message comes from. All conditions about the same are decided by looking at it once. */
sealed interface Source {
    /** More of a text is not looked at, so that no message can take a rule's time for itself; in UTF-16 units. */
    int LONGEST = 200_000;

    record From(AddressPart part) implements Source {}

    record To(Recipients among, AddressPart part) implements Source {}

    record TheSubject() implements Source {}

    record TheBody() implements Source {}

    record Field(String name) implements Source {}

    record ListId() implements Source {}

    record FileName() implements Source {}

    record FileType() implements Source {}

    static Source of(Condition.Worded condition) {
        return switch (condition) {
            case Condition.Sender(var part, var text) -> new From(part);
            case Condition.Recipient(var among, var part, var text) -> new To(among, part);
            case Condition.Subject it -> new TheSubject();
            case Condition.Body it -> new TheBody();
            case Condition.Header(var name, var text) -> new Field(name.toLowerCase(Locale.ROOT));
            case Condition.MailingList it -> new ListId();
            case Condition.AttachmentName it -> new FileName();
            case Condition.AttachmentType it -> new FileType();
        };
    }

    /** How dear it is to look at it; what is cheap is asked first where that makes no difference to the answer. */
    default int price() {
        return switch (this) {
            case From it -> 1;
            case To it -> 1;
            case TheSubject it -> 2;
            case ListId it -> 3;
            case Field it -> 3;
            case FileType it -> 4;
            case FileName it -> 4;
            case TheBody it -> 5;
        };
    }

    /** The texts, in the form in which they are compared. */
    default List<String> texts(RuleSubject mail) {
        return switch (this) {
            case From(var part) -> parts(part, mail.from().stream());
            case To(var among, var part) -> parts(part, recipients(among, mail));
            case TheSubject() -> List.of(folded(mail.subject()));
            case TheBody() -> List.of(folded(mail.body()));
            case Field(var name) -> mail.header(name).stream().map(Source::folded).toList();
            case ListId() -> mail.header("list-id").stream().map(it -> folded(listId(it.value()))).toList();
            case FileName() -> mail.files().stream().map(it -> folded(it.name())).toList();
            case FileType() -> mail.files().stream().map(it -> folded(it.mediaType())).toList();
        };
    }

    private static Stream<EmailAddress> recipients(Recipients among, RuleSubject mail) {
        return switch (among) {
            case TO -> mail.to().stream();
            case CC -> mail.cc().stream();
            case ANY -> Stream.of(mail.to(), mail.cc(), mail.bcc()).flatMap(List::stream);
        };
    }

    private static List<String> parts(AddressPart part, Stream<EmailAddress> addresses) {
        var parts = new ArrayList<String>();
        addresses.forEach(it -> {
            var text = switch (part) {
                case ADDRESS -> it.address();
                case DOMAIN -> it.domain();
                case NAME -> it.name().value();
            };
            if (!text.isBlank()) parts.add(folded(text));
        });
        return parts;
    }

    /** What stands in the angle brackets (RFC 2919 §3), or all of it where there are none. */
    private static String listId(String value) {
        int end = value.lastIndexOf('>');
        int start = value.lastIndexOf('<', end);
        return start < 0 || end < start ? value : value.substring(start + 1, end);
    }

    private static String folded(UntrustedText text) {
        return folded(text.value());
    }

    private static String folded(String text) {
        var folded = Folding.foldWhole(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
        return folded.length() > LONGEST ? folded.substring(0, LONGEST) : folded;
    }
}
