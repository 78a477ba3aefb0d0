package org.waxwing.domain.signs;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.waxwing.domain.mailbox.Attachment;
import org.waxwing.domain.mailbox.HeaderField;
import org.waxwing.domain.mailbox.ParsedMessage;

/** Looks at messages. Total: whatever is broken or hostile about one, signs come out, in time linear in what is looked at. */
public final class SignReader {
    private static final int ENOUGH_TEXT = 120;
    private static final int MANY_LINKS = 6;
    private static final int MANY_IMAGES = 3;
    private static final int PLAIN_LINKS = 5;
    private static final int MOST_FILES = 50;
    private static final List<String> SPEECH = List.of(".wav", ".mp3", ".amr", ".ogg", ".opus", ".m4a");
    private static final Set<Sign> FORMS = EnumSet.of(
            Sign.LIST_ID, Sign.UNSUBSCRIBE, Sign.BULK, Sign.AUTO_GENERATED, Sign.FEEDBACK_ID, Sign.CAMPAIGN,
            Sign.MAIL_SERVICE, Sign.PLATFORM, Sign.NETWORK, Sign.NO_REPLY, Sign.NEWS_DESK, Sign.RECORDS_DESK,
            Sign.LAYOUT, Sign.PIXEL, Sign.UNSUBSCRIBE_WORDS, Sign.AUTOMATIC_WORDS, Sign.BROWSER_VERSION);

    private SignReader() {}

    /**
     * What the message shows.
     *
     * @param fields of its header, in order; without them, what only they tell stays unseen
     * @param own the reader's addresses, as {@code EmailAddress.key()}
     */
    public static Signs read(ParsedMessage message, List<HeaderField> fields, Set<String> own) {
        var headers = message.headers();
        var signs = EnumSet.noneOf(Sign.class);
        var fromDomain = headers.from().isEmpty() ? "" : headers.from().getFirst().domain();
        HeaderSigns.look(headers, fields, fromDomain, signs);
        SenderSigns.look(headers, signs);
        int recipients = RecipientSigns.look(headers, own, signs);
        var subject = headers.subject().value();
        if (Subjects.answers(subject) && signs.contains(Sign.PERSONAL_PROGRAM)) signs.add(Sign.ANSWER);

        var markup = new MarkupScan(message.html().value());
        var ownWords = OwnWords.of(text(message, markup));
        var sender = headers.from().isEmpty() ? "" : headers.from().getFirst().name().clipped(80).value();
        var words = new WordSigns(signs, sender, Address.names(headers, own));
        words.look(subject, ownWords, markup.lastWords());
        looks(message, markup, Math.max(words.links(), markup.links()), signs);
        files(message.attachments(), signs);
        var template = signs.stream().anyMatch(FORMS::contains)
                ? form(message, markup, ownWords, words.topics())
                : Template.NONE;
        return new Signs(
                Signs.VERSION, signs, words.topics(), Math.max(words.links(), markup.links()), markup.images(),
                recipients,
                words.words(), template);
    }

    /** The plain text, unless it only says that there is none. */
    private static String text(ParsedMessage message, MarkupScan markup) {
        var plain = message.text().value();
        boolean enough = plain.length() >= ENOUGH_TEXT || plain.length() * 2 >= markup.words().length();
        return enough ? plain : markup.words();
    }

    private static void looks(ParsedMessage message, MarkupScan markup, int links, Set<Sign> signs) {
        if (markup.isLaidOut()) signs.add(Sign.LAYOUT);
        else if (links < PLAIN_LINKS) signs.add(Sign.PLAIN);
        if (markup.hasPixel()) signs.add(Sign.PIXEL);
        if (markup.links() >= MANY_LINKS) signs.add(Sign.MANY_LINKS);
        if (markup.images() >= MANY_IMAGES) signs.add(Sign.MANY_IMAGES);
        // what was passed on has small print of its own
        if (signs.contains(Sign.FORWARD)) return;
        if (markup.offersToUnsubscribe()) signs.add(Sign.UNSUBSCRIBE_WORDS);
        // what plain text left out may stand in the HTML beside it
        if (!message.html().isBlank()) {
            var seen = Vocabulary.in(Folding.of(markup.words()));
            if (seen.has(Wording.LEAVE)) signs.add(Sign.UNSUBSCRIBE_WORDS);
            if (seen.has(Wording.BROWSER)) signs.add(Sign.BROWSER_VERSION);
            if (seen.has(Wording.AUTOMATIC)) signs.add(Sign.AUTOMATIC_WORDS);
        }
    }

    private static void files(List<Attachment> attachments, Set<Sign> signs) {
        for (var file : attachments.subList(0, Math.min(attachments.size(), MOST_FILES))) {
            if (file.mediaType().equals("text/calendar") || file.mediaType().equals("application/ics")) {
                signs.add(Sign.CALENDAR);
                continue;
            }
            if (file.mediaType().equals("message/delivery-status")) signs.add(Sign.DELIVERY_REPORT);
            if (file.inline()) continue;
            signs.add(Sign.FILE);
            if (isSpeech(file)) signs.add(Sign.RELAYED);
            var named = Vocabulary.in(Folding.of(file.name().value()));
            if (named.has(Wording.INVOICE) || named.has(Wording.RECEIPT) || named.has(Wording.ORDER)
                    || named.has(Wording.BOOKING) || named.has(Wording.STATEMENT) || named.has(Wording.LABEL))
                signs.add(Sign.PAPER_FILE);
        }
    }

    /** Whether a file holds what somebody said: telephones send such mail. */
    private static boolean isSpeech(Attachment file) {
        if (file.mediaType().startsWith("audio/")) return true;
        var name = file.name().value().toLowerCase(Locale.ROOT);
        for (var ending : SPEECH) if (name.endsWith(ending)) return true;
        return false;
    }

    private static Template form(
            ParsedMessage message, MarkupScan markup, OwnWords own, Map<Topic, Mention> topics) {
        boolean html = !message.html().isBlank();
        var wording = Skeleton.wording(message.headers().subject().value(), own.text());
        long shape = html ? markup.shape() : Skeleton.shape(own.text());
        return Template.of(shape, wording, about(topics), html);
    }

    private static Template.About about(Map<Topic, Mention> topics) {
        int records = 0;
        int reading = 0;
        for (var topic : topics.entrySet()) {
            boolean feed = topic.getKey().compareTo(Topic.NEWSLETTER) >= 0;
            int weight = switch (topic.getValue()) {
                case ONCE -> 1;
                case OFTEN -> 2;
                case SUBJECT -> 4;
                case THROUGHOUT -> 6;
            };
            if (feed) reading += weight;
            else records += weight;
        }
        if (records >= reading + 3) return Template.About.RECORDS;
        return reading >= records + 3 ? Template.About.READING : Template.About.UNKNOWN;
    }
}
