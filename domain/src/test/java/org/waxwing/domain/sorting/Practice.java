package org.waxwing.domain.sorting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.waxwing.domain.authenticity.Authentication.Standing;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.mailbox.HeaderField;
import org.waxwing.domain.mailbox.ParsedMessage;
import org.waxwing.domain.signs.SignReader;
import org.waxwing.domain.signs.Signs;
import org.waxwing.domain.world.EmailBuilder;

/**
 * A message to practise on, as the files in {@code practice} hold them: a line of what is right, its name and what is known
 * of the sender, header fields with attachments among them, an empty line, the text, and the HTML if there is any.
 */
public record Practice(
        String name,
        Category right,
        Relationship relationship,
        ParsedMessage message,
        List<HeaderField> fields) {
    private static final Set<String> OWN = Set.of("ada@example.org");

    /** All of them. */
    public static List<Practice> all() {
        var all = new ArrayList<Practice>();
        for (var file : List.of("personal", "reading", "records")) all.addAll(of(text("practice/" + file + ".txt")));
        return all;
    }

    /** What these lines hold. */
    public static List<Practice> of(String text) {
        return Arrays.stream(text.split("(?m)^### ", -1)).filter(it -> !it.isBlank()).map(Practice::one).toList();
    }

    private static Practice one(String text) {
        var head = text.substring(0, text.indexOf('\n')).split(" ", -1);
        var rest = text.substring(text.indexOf('\n') + 1) + "\n\n";
        int empty = rest.indexOf("\n\n");
        var body = rest.substring(empty + 2).split("=== html\n", 2);
        var mail = EmailBuilder.anEmail().text(body[0].strip()).to().named();
        if (body.length > 1) mail.html(body[1]);
        var fields = new ArrayList<HeaderField>();
        for (var line : rest.substring(0, empty).split("\n", -1)) {
            int colon = line.indexOf(": ");
            field(mail, fields, line.substring(0, colon), line.substring(colon + 2).strip());
        }
        return new Practice(
                head[1], Category.valueOf(head[0]), relationship(Arrays.asList(head)), mail.parsed(), fields);
    }

    private static void field(EmailBuilder mail, List<HeaderField> fields, String name, String value) {
        switch (name) {
            case "From" -> mail.from(value);
            case "To" -> mail.to(value.equals("undisclosed") ? new String[0] : value.split(", ", -1));
            case "Cc" -> mail.cc(value.split(", ", -1));
            case "Reply-To" -> mail.replyTo(value);
            case "Subject" -> mail.subject(value);
            case "In-Reply-To" -> mail.inReplyTo(value.substring(1, value.length() - 1));
            case "Message-ID" -> mail.named(value.substring(1, value.length() - 1));
            case "Attachment" -> mail.attached(value.split(" ", -1)[0], value.split(" ", -1)[1]);
            default -> {
                // only the field tells it
            }
        }
        fields.add(new HeaderField(new UntrustedText(name), new UntrustedText(value)));
    }

    private static Relationship relationship(List<String> flags) {
        long sent = flags.stream()
                .filter(it -> it.startsWith("sent="))
                .map(it -> Long.parseLong(it.substring(5)))
                .findFirst().orElse(0L);
        var standing = flags.contains("failed") ? Standing.FAILED : Standing.UNKNOWN;
        return new Relationship(1, sent, flags.contains("answered"), flags.contains("contact"), flags.contains("org"),
                flags.contains("thread"), flags.contains("domain"), standing);
    }

    private static String text(String name) {
        try (var in = Objects.requireNonNull(Practice.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name.toLowerCase(Locale.ROOT), e);
        }
    }

    /** What it shows to Ada. */
    public Signs signs() {
        return SignReader.read(message, fields, OWN);
    }

    /** All that is known about it. */
    public Case asCase() {
        return Case.of(signs(), relationship);
    }

    @Override
    public String toString() {
        return name;
    }
}
