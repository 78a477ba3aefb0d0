package org.waxwing.mail.mime;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.util.BASE64DecoderStream;
import org.eclipse.angus.mail.util.QPDecoderStream;
import org.eclipse.angus.mail.util.UUDecoderStream;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.mailbox.Attachment;
import org.waxwing.domain.mailbox.BlobStore;
import org.waxwing.domain.mailbox.MessageParser;

/** Goes through the parts of one message in their order: texts are read, everything else is handed to the sink. */
final class PartWalk {
    private static final int DEEPEST = 40;
    private static final int MOST_PARTS = 1_000;
    private static final int PART_HEADERS = 64 << 10;
    private static final int LONGEST_BOUNDARY = 250;
    private static final int LONGEST_PREAMBLE = 2 << 20;
    private static final int MESSAGE_PEEK = 32 << 10;
    private static final Pattern CONTENT_ID = Pattern.compile("\\bcid:([^\\s\"'<>()]{1,250})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern META_CHARSET = Pattern.compile(
            "<meta[^>]{0,200}?charset\\s*=\\s*[\"']?\\s*([A-Za-z0-9_:.-]{1,40})", Pattern.CASE_INSENSITIVE);

    private final MimeSource source;
    private final MessageParser.AttachmentSink sink;
    private final Bodies bodies = new Bodies();
    private final List<Kept> kept = new ArrayList<>();
    private int parts;

    PartWalk(MimeSource source, MessageParser.AttachmentSink sink) {
        this.source = source;
        this.sink = sink;
    }

    /** An attachment whose bytes are stored. */
    private record Kept(Entity entity, String name, BlobStore.Stored stored) {
        Attachment attachment(int position, Set<String> shownIds) {
            // what the text shows is part of it, whatever its disposition says
            boolean shown = shownIds.contains(entity.id());
            return new Attachment(
                    position,
                    new UntrustedText(name),
                    entity.type(),
                    stored.size(),
                    shown,
                    entity.id(),
                    stored.id());
        }
    }

    /**
     * Where a part stands.
     *
     * @param around the subtype of the multipart it is in; empty for the message itself
     * @param first whether it is the first in it
     */
    private record Place(String around, boolean first, boolean inAlternative, int depth) {
        Place within(String subtype, boolean isFirst) {
            return new Place(subtype, isFirst, inAlternative || subtype.equals("alternative"), depth + 1);
        }
    }

    /** Which of the two ways of reading the parts of a multipart still belong to. */
    private static final class Aims {
        private boolean text;
        private boolean html;

        Aims(boolean text, boolean html) {
            this.text = text;
            this.html = html;
        }
    }

    void walk(Headers headers) throws IOException {
        part(Entity.of(headers, "text/plain"), new Place("", true, false, 0), new Aims(true, true));
    }

    private void part(Entity entity, Place place, Aims aims) throws IOException {
        if (entity.isMultipart()) multipart(entity, place, aims);
        else leaf(entity, place, aims);
    }

    private void multipart(Entity entity, Place place, Aims around) throws IOException {
        var boundary = boundary(entity);
        if (boundary.isEmpty() || place.depth() >= DEEPEST) {
            leaf(new Entity(
                    boundary.isEmpty() ? "text/plain" : "application/octet-stream",
                    entity.typeParameters(),
                    "",
                    "",
                    entity.transfer(),
                    ""), place, around);
            return;
        }
        var aims = new Aims(around.text, around.html);
        var mark = bodies.mark();
        int level = source.enter(boundary);
        byte[] preamble = read(source.body(), LONGEST_PREAMBLE);
        // never a delimiter: the text is all there is
        if (!source.isAt(level)) plainText(preamble, aims);
        boolean first = true;
        while (source.nextPart(level) && parts++ < MOST_PARTS) {
            var headers = source.headers(PART_HEADERS);
            var type = entity.subtype().equals("digest") ? "message/rfc822" : "text/plain";
            part(Entity.of(headers, type), place.within(entity.subtype(), first), aims);
            drain();
            first = false;
        }
        source.leave();
        if (entity.subtype().equals("alternative") && aims.text && aims.html) bodies.completeSince(mark);
        drain();
    }

    /** The boundary the field names, or the one that the body evidently uses. */
    private String boundary(Entity entity) throws IOException {
        var declared = entity.typeParameters().get("boundary").map(String::stripTrailing).orElse("");
        if (!declared.isEmpty() && declared.length() <= LONGEST_BOUNDARY) return declared;
        var line = source.peek().stripTrailing();
        return line.startsWith("--") && line.length() > 4 && line.length() < 72 ? line.substring(2) : "";
    }

    private void plainText(byte[] bytes, Aims aims) {
        if (bytes.length == 0) return;
        var piece = new Bodies.Piece(false, Charsets.decode(bytes, Optional.empty()));
        bodies.used(false, bytes.length);
        if (aims.text) bodies.addText(piece);
        if (aims.html) bodies.addHtml(piece);
    }

    private void drain() throws IOException {
        source.body().transferTo(OutputStream.nullOutputStream());
    }

    private void leaf(Entity entity, Place place, Aims aims) throws IOException {
        boolean alternative = place.around().equals("alternative");
        // further renderings of the same text for programs that are not ours
        if (alternative && (entity.subtype().equals("x-amp-html") || entity.subtype().equals("watch-html"))) return;
        boolean words = entity.isPlain() || entity.isHtml();
        boolean body = words
                && !entity.isAttachment()
                && (place.first() || (!place.around().equals("related") && entity.name().isEmpty()));
        if (!body) {
            attach(entity);
            return;
        }
        if (!alternative && place.inAlternative()) {
            if (entity.isPlain()) aims.html = false;
            else aims.text = false;
        }
        var piece = words(entity);
        boolean toText = alternative ? entity.isPlain() : aims.text;
        boolean toHtml = alternative ? entity.isHtml() : aims.html;
        if (toText) bodies.addText(piece);
        if (toHtml) bodies.addHtml(piece);
    }

    private Bodies.Piece words(Entity entity) throws IOException {
        byte[] bytes = read(decoded(entity), bodies.room(entity.isHtml()));
        bodies.used(entity.isHtml(), bytes.length);
        var charset = entity.typeParameters().get("charset");
        if (entity.isHtml())
            return new Bodies.Piece(true, Charsets.decode(bytes, charset.or(() -> metaCharset(bytes))));
        var text = Charsets.decode(bytes, charset);
        boolean flowed = entity.typeParameters().get("format").filter("flowed"::equalsIgnoreCase).isPresent();
        boolean deletesSpace = entity.typeParameters().get("delsp").filter("yes"::equalsIgnoreCase).isPresent();
        return new Bodies.Piece(false, flowed ? FlowedText.join(text, deletesSpace) : text.replace("\r\n", "\n"));
    }

    private static Optional<String> metaCharset(byte[] html) {
        var start = new String(html, 0, Math.min(html.length, 2_048), StandardCharsets.ISO_8859_1);
        var meta = META_CHARSET.matcher(start);
        return meta.find() ? Optional.of(meta.group(1)) : Optional.empty();
    }

    private void attach(Entity entity) throws IOException {
        var bytes = decoded(entity);
        var name = entity.name();
        if (entity.isMessage() && name.isEmpty()) {
            byte[] beginning = bytes.readNBytes(MESSAGE_PEEK);
            var subject = new MimeSource(new ByteArrayInputStream(beginning)).headers(MESSAGE_PEEK).first("subject");
            name = FileNames.ofMessage(EncodedWords.decode(subject.orElse("")));
            bytes = new SequenceInputStream(new ByteArrayInputStream(beginning), bytes);
        }
        kept.add(new Kept(entity, FileNames.of(name, entity.type()), keep(bytes)));
    }

    private BlobStore.Stored keep(InputStream bytes) throws IOException {
        try {
            return sink.keep(bytes);
        } catch (RuntimeException e) {
            throw new SinkException(e);
        }
    }

    /** The body that follows, its transfer encoding undone (RFC 2045 §6); whatever is wrong with that is skipped. */
    private InputStream decoded(Entity entity) {
        var body = source.body();
        return switch (entity.transfer()) {
            case "base64" -> new BASE64DecoderStream(new BufferedInputStream(body), true);
            case "quoted-printable" -> new QPDecoderStream(new BufferedInputStream(body));
            case "x-uuencode", "uuencode", "x-uue" -> new UUDecoderStream(new BufferedInputStream(body), true, true);
            default -> body;
        };
    }

    /** At most {@code limit} bytes; the rest is read past. */
    private static byte[] read(InputStream in, int limit) throws IOException {
        byte[] bytes = in.readNBytes(Math.max(0, limit));
        in.transferTo(OutputStream.nullOutputStream());
        return bytes;
    }

    String text() {
        return bodies.text();
    }

    String html() {
        return bodies.html();
    }

    List<Attachment> attachments(String html) {
        var attachments = new ArrayList<Attachment>();
        var shownIds = contentIds(html);
        for (var it : kept) attachments.add(it.attachment(attachments.size() + 1, shownIds));
        return attachments;
    }

    /** The parts that a text refers to (RFC 2392). */
    private static Set<String> contentIds(String html) {
        var ids = new HashSet<String>();
        var references = CONTENT_ID.matcher(html);
        while (references.find()) {
            var id = references.group(1);
            ids.add(id);
            ids.add(id.replace("%40", "@").replace("&amp;", "&"));
        }
        return ids;
    }

    /** Not the message's fault: to be thrown on, however lenient one is with messages. */
    static final class SinkException extends RuntimeException {
        private final RuntimeException thrown;

        SinkException(RuntimeException thrown) {
            super(thrown);
            this.thrown = thrown;
        }

        RuntimeException thrown() {
            return thrown;
        }
    }
}
