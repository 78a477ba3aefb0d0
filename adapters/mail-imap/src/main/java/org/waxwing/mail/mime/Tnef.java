package org.waxwing.mail.mime;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A file in which Outlook sends the text and the files of a message to those who cannot read it (MS-OXTNEF,
 * {@code winmail.dat}).
 */
final class Tnef {
    private static final int SIGNATURE = 0x223E9F78;
    private static final int ATTACHMENT_BEGINS = 0x00069002;
    private static final int ATTACHMENT_TITLE = 0x00018010;
    private static final int ATTACHMENT_BYTES = 0x0006800F;
    private static final int ATTACHMENT_PROPERTIES = 0x00069005;
    private static final int MESSAGE_PROPERTIES = 0x00069003;
    private static final int MESSAGE_CLASS = 0x00078008;
    private static final int SUBJECT = 0x00018004;
    private static final int BODY = 0x0002800C;
    private static final int CODE_PAGE = 0x00069007;
    private static final int EMBEDDED_MESSAGE = 5;
    private static final int INTERFACE_ID = 16;
    private static final int MOST_FILES = 500;
    private static final int DEEPEST = 4;
    private static final int MOST_EMBEDDED = 20;
    private static final int LONGEST_EMBEDDED = 512 << 10;

    private final ByteBuffer in;
    private final int depth;
    /** How many messages may still be opened, of this one and of those around it. */
    private final AtomicInteger embeddedLeft;
    private final List<File> files = new ArrayList<>();
    private ByteBuffer body = ByteBuffer.allocate(0);
    private MapiProperties properties = MapiProperties.NONE;
    private Attached attached = new Attached();
    private String subject = "";
    private String messageClass = "";
    private Optional<String> charset = Optional.empty();

    private Tnef(ByteBuffer in, int depth, AtomicInteger embeddedLeft) {
        this.in = in.slice().order(ByteOrder.LITTLE_ENDIAN);
        this.depth = depth;
        this.embeddedLeft = embeddedLeft;
    }

    /** A file in it; its name and type as far as they are said. */
    record File(String name, String mediaType, String contentId, ByteBuffer content) {}

    /**
     * What is in it.
     *
     * @param complete whether nothing else is in there, such as an invitation
     */
    record Contents(String subject, String text, String html, List<File> files, boolean complete) {
        Contents {
            files = List.copyOf(files);
        }

        boolean isEmpty() {
            return text.isBlank() && html.isBlank() && files.isEmpty();
        }
    }

    /** What was read of the attachment that is being read. */
    private static final class Attached {
        private ByteBuffer title = ByteBuffer.allocate(0);
        private Optional<ByteBuffer> bytes = Optional.empty();
        private MapiProperties properties = MapiProperties.NONE;
    }

    /** Everything in the file; nothing when it is broken. */
    static Optional<Contents> open(ByteBuffer file) {
        try {
            return Optional.of(new Tnef(file, 0, new AtomicInteger(MOST_EMBEDDED)).read());
        } catch (BufferUnderflowException e) {
            // cut off, or none at all
            return Optional.empty();
        }
    }

    private Contents read() {
        if (in.getInt() != SIGNATURE) throw new BufferUnderflowException();
        in.getShort();
        while (in.hasRemaining()) {
            // whose attribute it is, can be told from its name as well
            in.get();
            int attribute = in.getInt();
            var data = MapiProperties.take(in, in.getInt());
            // a wrong checksum does not make it better to read nothing
            in.getShort();
            attribute(attribute, data);
        }
        finishAttachment();
        var words = new MapiWords(properties, charset);
        var text = words.text();
        return new Contents(
                words.subject().orElse(subject),
                text.isBlank() ? decoded(body) : text,
                words.html(),
                files,
                messageClass.isEmpty() || messageClass.toLowerCase(Locale.ROOT).endsWith("note"));
    }

    private void attribute(int attribute, ByteBuffer data) {
        switch (attribute) {
            case CODE_PAGE -> charset = data.remaining() < 4 ? charset : Charsets.ofCodePage(data.getInt());
            case MESSAGE_CLASS -> messageClass = decoded(data);
            case SUBJECT -> subject = decoded(data);
            case BODY -> body = data;
            case MESSAGE_PROPERTIES -> properties = MapiProperties.of(data);
            case ATTACHMENT_BEGINS -> {
                finishAttachment();
                attached = new Attached();
            }
            case ATTACHMENT_TITLE -> attached.title = data;
            case ATTACHMENT_BYTES -> attached.bytes = Optional.of(data);
            case ATTACHMENT_PROPERTIES -> attached.properties = MapiProperties.of(data);
            // dates, priorities, recipients: the message itself says them
            default -> {
            }
        }
    }

    private void finishAttachment() {
        var it = attached;
        attached = new Attached();
        if (files.size() >= MOST_FILES) return;
        var given = it.properties;
        if (given.number(MapiProperties.ATTACH_METHOD).orElse(0) == EMBEDDED_MESSAGE) {
            given.bytes(MapiProperties.ATTACH_DATA).ifPresent(this::embedded);
            return;
        }
        var bytes = it.bytes.or(() -> given.bytes(MapiProperties.ATTACH_DATA));
        if (bytes.isEmpty()) return;
        var name = given.string(MapiProperties.ATTACH_LONG_NAME, charset)
                .or(() -> given.string(MapiProperties.ATTACH_NAME, charset))
                .or(() -> Optional.of(decoded(it.title)).filter(title -> !title.isBlank()))
                .or(() -> given.string(MapiProperties.DISPLAY_NAME, charset))
                .orElse("");
        files.add(new File(
                name,
                given.string(MapiProperties.ATTACH_TYPE, charset).orElse(""),
                given.string(MapiProperties.ATTACH_CONTENT_ID, charset).orElse(""),
                bytes.get()));
    }

    /** A message in the message: its words become a file, its files lie beside it. */
    private void embedded(ByteBuffer object) {
        if (depth >= DEEPEST || object.remaining() < INTERFACE_ID || embeddedLeft.getAndDecrement() <= 0) return;
        var message = object.slice(INTERFACE_ID, object.remaining() - INTERFACE_ID);
        var contents = new Tnef(message, depth + 1, embeddedLeft).read();
        var words = contents.text().isBlank() ? HtmlText.of(contents.html()) : contents.text();
        files.add(new File(
                FileNames.ofSubject(contents.subject(), ".txt"),
                "text/plain",
                "",
                ByteBuffer.wrap(words
                        .substring(0, Math.min(words.length(), LONGEST_EMBEDDED))
                        .getBytes(StandardCharsets.UTF_8))));
        contents.files().stream().limit(Math.max(0, MOST_FILES - files.size())).forEach(files::add);
    }

    private String decoded(ByteBuffer data) {
        return MapiProperties.decoded(data, charset);
    }
}
