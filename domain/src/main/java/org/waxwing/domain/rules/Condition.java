package org.waxwing.domain.rules;

import java.time.Duration;
import java.util.List;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.rules.text.TextTest;
import org.waxwing.domain.sorting.Category;

/**
 * Which mail a rule is about. Conditions are nested by {@link All}, {@link Any} and {@link Not}; how deep and how many is
 * checked by {@link RuleCheck}. Where a message has several of something, one that fits is enough, and where it has none
 * nothing fits; {@link Not} turns both around. {@link #kind()} is the stable name of a type, for whatever is stored or
 * sent.
 */
public sealed interface Condition {
    /** All of these, at least one. */
    record All(List<Condition> conditions) implements Condition {
        public All {
            conditions = List.copyOf(conditions);
        }
    }

    /** One of these at least. */
    record Any(List<Condition> conditions) implements Condition {
        public Any {
            conditions = List.copyOf(conditions);
        }
    }

    /** Not this. */
    record Not(Condition condition) implements Condition {}

    /** What holds others in it no more. */
    sealed interface Leaf extends Condition {}

    /** A condition about some text of the message. */
    sealed interface Worded extends Leaf {
        /** What the text has to be like. */
        TextTest text();
    }

    /** Every message. */
    record Always() implements Leaf {}

    /** What is looked at of an address. */
    enum AddressPart {
        /** The addr-spec. */
        ADDRESS,
        /** What stands behind its last {@code @}. */
        DOMAIN,
        /** What the sender of the message calls them. */
        NAME
    }

    /** To whom a message went. */
    enum Recipients {
        TO,
        CC,
        /** To, Cc and Bcc. */
        ANY
    }

    /** More than so much, or less. */
    enum Weight {
        LARGER,
        SMALLER
    }

    /** At least so long ago, or less. */
    enum Distance {
        OLDER,
        NEWER
    }

    /** Who stands in From. */
    record Sender(AddressPart part, TextTest text) implements Worded {}

    /** To whom it is addressed. */
    record Recipient(Recipients among, AddressPart part, TextTest text) implements Worded {}

    /** Its subject, decoded. One that is missing is empty. */
    record Subject(TextTest text) implements Worded {}

    /** Its words to read, lines joined by a space. */
    record Body(TextTest text) implements Worded {}

    /** A header field of that name, in any spelling; its value unfolded and decoded. */
    record Header(String name, TextTest text) implements Worded {}

    /** Whether there is a header field of that name. */
    record HeaderPresent(String name) implements Leaf {}

    /** The id of the mailing list it came from (List-Id, RFC 2919), without angle brackets and description. */
    record MailingList(TextTest text) implements Worded {}

    /** Whether there is a file with it that is offered beside the text. */
    record HasAttachment() implements Leaf {}

    /** What a file with it is called. */
    record AttachmentName(TextTest text) implements Worded {}

    /** The media type of a file with it, such as {@code application/pdf}. */
    record AttachmentType(TextTest text) implements Worded {}

    /** How much it weighs as it came, in bytes: more, or less, than so much. */
    record Size(Weight weight, long bytes) implements Leaf {}

    /** How long ago the server took it in: at least so long, or less. */
    record Age(Distance distance, Duration age) implements Leaf {}

    /** Where it was sorted before any rule. */
    record InCategory(Category category) implements Leaf {}

    /** To which account it came. */
    record AtAccount(AccountId account) implements Leaf {}

    /** Whether it had that label before any rule. */
    record Labelled(Keyword label) implements Leaf {}

    /** In which language it is written: a tag (RFC 5646), which holds for all that are more exact, as zh for zh-Hant. */
    record InLanguage(String tag) implements Leaf {}

    /** Whether nothing ever came from its sender before. */
    record FirstTimeSender() implements Leaf {}

    /** Whether its sender was ever written to, or let in. */
    record KnownSender() implements Leaf {}

    /**
     * What a model says of it when asked in these words. As long as it has said nothing, neither this nor its
     * {@link Not} holds.
     */
    record Ai(String words) implements Leaf {
        public Ai {
            words = words.strip();
        }
    }

    /** The stable name of the type of this condition. */
    default String kind() {
        return switch (this) {
            case All it -> "all";
            case Any it -> "any";
            case Not it -> "not";
            case Always it -> "always";
            case Sender it -> "sender";
            case Recipient it -> "recipient";
            case Subject it -> "subject";
            case Body it -> "body";
            case Header it -> "header";
            case HeaderPresent it -> "header-present";
            case MailingList it -> "list";
            case HasAttachment it -> "has-attachment";
            case AttachmentName it -> "attachment-name";
            case AttachmentType it -> "attachment-type";
            case Size it -> "size";
            case Age it -> "age";
            case InCategory it -> "category";
            case AtAccount it -> "account";
            case Labelled it -> "label";
            case InLanguage it -> "language";
            case FirstTimeSender it -> "first-time-sender";
            case KnownSender it -> "known-sender";
            case Ai it -> "ai";
        };
    }
}
