package org.waxwing.mail.mime;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.waxwing.domain.mailbox.Attachment;
import org.waxwing.domain.mailbox.MessageParser;
import org.waxwing.domain.mailbox.Protection;

/** Goes through the parts of one message in their order: texts are read, everything else is handed to the sink. */
final class PartWalk {
    private static final String HEADER = "Content-";
    private static final int DEEPEST = 40;
    private static final int DEEPEST_REPAIRED = 5;
    private static final int MOST_PARTS = 1_000;
    private static final int PART_HEADERS = 64 << 10;
    private static final int LONGEST_BOUNDARY = 250;
    private static final int LONGEST_PREAMBLE = 2 << 20;
    private static final int MESSAGE_PEEK = 32 << 10;
    // of files that wrap others, all together: these are held in memory
    private static final int MOST_OPENED = 24 << 20;
    private static final Pattern META_CHARSET = Pattern.compile(
            "<meta[^>]{0,200}?charset\\s*=\\s*[\"']?\\s*([A-Za-z0-9_:.-]{1,40})", Pattern.CASE_INSENSITIVE);

    private final KeptFiles files;
    private final Bodies bodies = new Bodies();
    private MimeSource source;
    private Protection protection = Protection.NONE;
    private int roomForOpening = MOST_OPENED;
    private int parts;

    PartWalk(MimeSource source, MessageParser.AttachmentSink sink) {
        this.source = source;
        this.files = new KeptFiles(sink);
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

        Place deeper() {
            return new Place(around, first, inAlternative, depth + 1);
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
        if (entity.transfer().equals("base64") && Base64Bytes.isLine(source.peek())) {
            // forbidden (RFC 2045 §6.4), and done
            within(new MimeSource(new Base64Bytes(source.body())),
                    () -> multipart(entity.plain(), place.deeper(), around));
            return;
        }
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
        protection = protection.and(Protections.ofMultipart(entity));
        var aims = new Aims(around.text, around.html);
        var mark = bodies.mark();
        int level = source.enter(boundary);
        byte[] preamble = source.body().readNBytes(LONGEST_PREAMBLE);
        source.skip();
        // never a delimiter: the text is all there is
        boolean used = source.isAt(level);
        if (!used) plainText(preamble, aims);
        boolean first = !used || !opensPart(preamble, place.within(entity.subtype(), true), aims);
        while (source.nextPart(level) && parts++ < MOST_PARTS) {
            var headers = source.headers(PART_HEADERS);
            var type = entity.subtype().equals("digest") ? "message/rfc822" : "text/plain";
            part(Entity.of(headers, type), place.within(entity.subtype(), first), aims);
            source.skip();
            first = false;
        }
        source.leave();
        if (entity.subtype().equals("alternative") && aims.text && aims.html) bodies.completeSince(mark);
        source.skip();
    }

    /** Reads a part whose delimiter is missing; false when what stands before the first one is none. */
    private boolean opensPart(byte[] preamble, Place place, Aims aims) throws IOException {
        var start = new String(preamble, 0, Math.min(preamble.length, HEADER.length()), StandardCharsets.US_ASCII);
        if (!start.equalsIgnoreCase(HEADER) || place.depth() > DEEPEST_REPAIRED || parts++ >= MOST_PARTS) return false;
        var inner = new MimeSource(new ByteArrayInputStream(preamble));
        var headers = inner.headers(PART_HEADERS);
        within(inner, () -> part(Entity.of(headers, "text/plain"), place, aims));
        return true;
    }

    /** Something to be done on another source. */
    private interface Step {
        void run() throws IOException;
    }

    private void within(MimeSource inner, Step step) throws IOException {
        var outer = source;
        source = inner;
        step.run();
        source.skip();
        source = outer;
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

    private void leaf(Entity entity, Place place, Aims aims) throws IOException {
        boolean alternative = place.around().equals("alternative");
        // further renderings of the same text for programs that are not ours
        if (alternative && (entity.subtype().equals("x-amp-html") || entity.subtype().equals("watch-html"))) return;
        boolean words = entity.isPlain() || entity.isHtml();
        boolean body = words
                && !entity.isAttachment()
                && (place.first() || (!place.around().equals("related") && entity.name().isEmpty()));
        if (!body) {
            attach(entity, place, aims);
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
        byte[] bytes = entity.isHtml()
                ? decoded(entity).readNBytes(bodies.room(true))
                : withoutFiles(decoded(entity), bodies.room(false));
        bodies.used(entity.isHtml(), bytes.length);
        var charset = entity.typeParameters().get("charset");
        if (entity.isHtml())
            return new Bodies.Piece(true, Charsets.decode(bytes, charset.or(() -> metaCharset(bytes))));
        var text = Charsets.decode(bytes, charset);
        boolean flowed = entity.typeParameters().get("format").filter("flowed"::equalsIgnoreCase).isPresent();
        boolean deletesSpace = entity.typeParameters().get("delsp").filter("yes"::equalsIgnoreCase).isPresent();
        var words = flowed ? FlowedText.join(text, deletesSpace) : text.replace("\r\n", "\n");
        protection = protection.and(Protections.ofText(words));
        return new Bodies.Piece(false, words);
    }

    /** The text of a plain part, the files that stand in it kept for themselves. */
    private byte[] withoutFiles(InputStream in, int room) throws IOException {
        byte[] bytes = in.readNBytes(room);
        if (!Uuencoded.isLikely(bytes)) return bytes;
        return Uuencoded.split(new SequenceInputStream(new ByteArrayInputStream(bytes), in), room, (raw, file) -> {
            var name = EncodedWords.decode(raw);
            files.add(Entity.ofFile(name, "", ""), name, file);
        });
    }

    private static Optional<String> metaCharset(byte[] html) {
        var start = new String(html, 0, Math.min(html.length, 2_048), StandardCharsets.ISO_8859_1);
        var meta = META_CHARSET.matcher(start);
        return meta.find() ? Optional.of(meta.group(1)) : Optional.empty();
    }

    private void attach(Entity entity, Place place, Aims aims) throws IOException {
        protection = protection.and(Protections.ofFile(entity, place.around()));
        var bytes = decoded(entity);
        if (entity.isTnef() || isCms(entity, place)) {
            byte[] file = bytes.readNBytes(roomForOpening + 1);
            if (opens(entity, file, place, aims)) return;
            bytes = new SequenceInputStream(new ByteArrayInputStream(file), bytes);
        }
        var name = entity.name();
        if (entity.isMessage() && name.isEmpty()) {
            byte[] beginning = bytes.readNBytes(MESSAGE_PEEK);
            var subject = new MimeSource(new ByteArrayInputStream(beginning)).headers(MESSAGE_PEEK).first("subject");
            name = FileNames.ofSubject(EncodedWords.decode(subject.orElse("")), ".eml");
            bytes = new SequenceInputStream(new ByteArrayInputStream(beginning), bytes);
        }
        files.add(entity, name, bytes);
    }

    /** Documents that were signed for themselves and then sent look the same, but for their names. */
    private static boolean isCms(Entity entity, Place place) {
        return entity.name().equalsIgnoreCase("smime.p7m")
                ? entity.isCms() || entity.type().equals("application/octet-stream")
                : entity.isCms() && (place.around().isEmpty() || entity.name().isEmpty());
    }

    /** Reads what a file wraps in place of it, if that can be done. */
    private boolean opens(Entity entity, byte[] file, Place place, Aims aims) throws IOException {
        boolean fits = file.length <= roomForOpening && place.depth() < DEEPEST;
        if (fits) roomForOpening -= file.length;
        if (entity.isTnef()) return fits && opensTnef(file);
        var found = fits ? Cms.of(file) : Optional.<Cms.Found>empty();
        protection = protection.and(found.map(it -> switch (it) {
            case Cms.Found.Encrypted() -> Protection.SMIME_ENCRYPTED;
            // without a content there are only certificates in there
            case Cms.Found.Signed(var content) -> content.hasRemaining() ? Protection.SMIME_SIGNED : Protection.NONE;
        }).orElseGet(() -> Protections.ofUnopened(entity)));
        return found.isPresent()
                && found.get() instanceof Cms.Found.Signed(var content)
                && opensMessage(content, place, aims);
    }

    private boolean opensMessage(ByteBuffer content, Place place, Aims aims) throws IOException {
        var inner = new MimeSource(bytes(content));
        var headers = inner.headers(PART_HEADERS);
        if (headers.first("content-type").isEmpty()) return false;
        within(inner, () -> part(Entity.of(headers, "text/plain"), place.deeper(), aims));
        return true;
    }

    private boolean opensTnef(byte[] file) throws IOException {
        var found = Tnef.open(ByteBuffer.wrap(file));
        if (found.isEmpty() || found.get().isEmpty()) return false;
        var contents = found.get();
        bodies.offer(contents.text(), contents.html());
        for (var it : contents.files()) {
            files.add(Entity.ofFile(it.name(), it.mediaType(), it.contentId()), it.name(), bytes(it.content()));
        }
        return contents.complete();
    }

    private static InputStream bytes(ByteBuffer in) {
        return new ByteArrayInputStream(in.array(), in.arrayOffset() + in.position(), in.remaining());
    }

    /** The body that follows, its transfer encoding undone (RFC 2045 §6); whatever is wrong with that is skipped. */
    private InputStream decoded(Entity entity) {
        var body = source.body();
        return switch (entity.transfer()) {
            case "base64" -> new Base64Bytes(body);
            case "quoted-printable" -> new QuotedPrintableBytes(body);
            case "x-uuencode", "uuencode", "x-uue" -> Uuencoded.part(body);
            default -> body;
        };
    }

    String text() {
        return bodies.text();
    }

    String html() {
        return bodies.html();
    }

    List<Attachment> attachments(String html) {
        return files.attachments(html);
    }

    Protection protection() {
        return protection;
    }
}
