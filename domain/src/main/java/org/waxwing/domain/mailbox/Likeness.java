package org.waxwing.domain.mailbox;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.waxwing.domain.identity.EmailAddress;

/**
 * What messages have in common that have the same subject, apart from marks of answering and forwarding, and the same
 * people as senders and recipients together. The last resort of {@link Threading}.
 *
 * @param hash of subject and people; two different likenesses of an account practically never share it
 */
public record Likeness(long hash) {
    private static final int SHORTEST_SUBJECT = 4;
    private static final int MOST_PEOPLE = 50;
    // what mail programs write before the subject of an answer, in their languages; then what they write before a
    // forwarded one
    private static final String ANSWER = "re|aw|antw|antwort|sv|vs|vá|odp|odg|ynt|ref|rif|r|res|resp|rép|回复|回覆|答复|答覆|返信|답장|отв|ответ|atb";
    private static final String FORWARD = "fwd?|fw|wg|tr|rv|enc|i|doorst|vb|pd|转发|轉寄|転送|전달|пересл";
    private static final Pattern MARK = Pattern.compile(
            "^(?:(?:" + ANSWER + "|" + FORWARD
                    + ")\\s*(?:\\[\\d+\\]|\\(\\d+\\)|\\*\\d+)?\\s*[:：]\\s*|\\[[^\\]]{1,40}\\]\\s*)+",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern ANSWERS = Pattern.compile(
            "^(?:\\[[^\\]]{1,40}\\]\\s*)?(?:" + ANSWER + ")\\s*(?:\\[\\d+\\]|\\(\\d+\\)|\\*\\d+)?\\s*[:：].*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);

    /** The likeness of a message; nothing when it has too little subject or nobody to share it with. */
    public static Optional<Likeness> of(MessageHeaders headers) {
        var subject = MARK.matcher(headers.subject().value()).replaceFirst("").strip().toLowerCase(Locale.ROOT);
        if (subject.codePointCount(0, subject.length()) < SHORTEST_SUBJECT) return Optional.empty();
        var people = new TreeSet<String>();
        Stream.of(headers.from(), headers.to(), headers.cc())
                .flatMap(list -> list.stream().limit(MOST_PEOPLE))
                .filter(EmailAddress::isDeliverable)
                .forEach(it -> people.add(it.key()));
        if (people.size() < 2) return Optional.empty();
        return Optional.of(new Likeness(hash(subject + "\n" + String.join("\n", people))));
    }

    /** Whether a message says that it answers another and does not say which: only its likeness can tell. */
    public static boolean isAllThereIs(MessageHeaders headers) {
        return headers.inReplyTo().isEmpty()
                && headers.references().isEmpty()
                && ANSWERS.matcher(headers.subject().value()).matches();
    }

    private static long hash(String words) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
