package org.waxwing.application.preview;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.mailbox.Attachment;
import org.waxwing.domain.mailbox.BlobId;
import org.waxwing.domain.mailbox.BlobStore;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.RawMessage;
import org.waxwing.domain.preview.Drawing;
import org.waxwing.domain.preview.PagePainter;
import org.waxwing.domain.preview.Picture;
import org.waxwing.domain.preview.TextPeek;
import org.waxwing.domain.reading.MailReader;

/** What an attachment looks like, as far as that can be shown. */
public class PreviewFile {
    /** The longer side of a small picture: twice as many pixels as it is shown with, for fine screens. */
    public static final int SMALL = 128;
    /** The longer side of a page. */
    public static final int PAGE = 1_600;

    private static final Set<String> BITMAPS = Set.of(
            "image/png", "image/jpeg", "image/gif", "image/bmp", "image/tiff", "image/x-ms-bmp", "image/pjpeg");

    private final Transactions transactions;
    private final MailReader reader;
    private final BlobStore blobs;
    private final PagePainter painter;

    public PreviewFile(Transactions transactions, MailReader reader, BlobStore blobs, PagePainter painter) {
        this.transactions = transactions;
        this.reader = reader;
        this.blobs = blobs;
        this.painter = painter;
    }

    /** How to look at an attachment. */
    public sealed interface Look {
        /** As a picture of one of its pages. */
        record Page(int page, int edge) implements Look {}

        /** As text, from its beginning. */
        record Text() implements Look {}
    }

    /** What can be seen. */
    public sealed interface Result {
        /** A picture; {@code content} names the bytes of the file. */
        record Seen(Picture picture, BlobId content) implements Result {}

        /** The beginning of its text. */
        record Read(TextPeek text) implements Result {}

        /** There is such a file, but nothing of it can be shown like this. */
        record Hidden() implements Result {}

        /** There is no such file. */
        record Missing() implements Result {}
    }

    /**
     * Looks at the attachment of that position.
     *
     * @throws IOException its bytes cannot be read
     */
    public Result look(PersonId owner, EmailId id, int position, Look look) throws IOException {
        record Found(AccountId account, Attachment file) {}
        var found = transactions.call(Actor.of(owner), () -> reader.email(id))
                .flatMap(email -> email.attachments().stream()
                        .filter(it -> it.position() == position)
                        .findFirst()
                        .map(it -> new Found(email.account(), it)));
        if (found.isEmpty()) return new Result.Missing();
        var account = found.get().account();
        var file = found.get().file();
        return switch (look) {
            case Look.Page(var page, var edge) -> kind(file)
                    .map(kind -> new Drawing(account, file.content(), kind, page, edge))
                    .flatMap(drawing -> painter.paint(drawing, bytes(account, file)))
                    .<Result>map(picture -> new Result.Seen(picture, file.content()))
                    .orElseGet(Result.Hidden::new);
            // what should be a picture, and is none, is no text either
            case Look.Text() -> kind(file).isPresent() ? new Result.Hidden() : new Result.Read(text(account, file));
        };
    }

    private TextPeek text(AccountId account, Attachment file) throws IOException {
        try (var in = blobs.open(account, file.content(), 0)) {
            var beginning = in.readNBytes(TextPeek.MOST);
            return TextPeek.of(beginning, file.size() > beginning.length);
        }
    }

    // many programs send everything as octets
    private static Optional<Drawing.Kind> kind(Attachment file) {
        var name = file.name().value().toLowerCase(Locale.ROOT);
        if (BITMAPS.contains(file.mediaType())) return Optional.of(Drawing.Kind.IMAGE);
        boolean pdf = file.mediaType().equals("application/pdf")
                || (file.mediaType().equals("application/octet-stream") && name.endsWith(".pdf"));
        return pdf ? Optional.of(Drawing.Kind.PDF) : Optional.empty();
    }

    private RawMessage bytes(AccountId account, Attachment file) {
        return new RawMessage() {
            @Override
            public InputStream open() throws IOException {
                return blobs.open(account, file.content(), 0);
            }

            @Override
            public long size() {
                return file.size();
            }
        };
    }
}
