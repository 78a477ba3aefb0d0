package org.waxwing.bootstrap.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.waxwing.application.preview.PreviewFile;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.mailbox.BlobStore;
import org.waxwing.domain.reading.MailReader;
import org.waxwing.preview.pdfbox.ProcessPainter;
import org.waxwing.preview.pdfbox.RememberingPainter;

/** Pictures of files: who draws them, and what is remembered. */
@ApplicationScoped
public class PreviewWiring {
    // some two thousand small pictures, or the pages of a few documents
    private static final long REMEMBERED = 24L << 20;

    @Produces
    @Singleton
    ProcessPainter process() {
        return new ProcessPainter();
    }

    void end(@Disposes ProcessPainter process) {
        process.close();
    }

    @Produces
    @Singleton
    PreviewFile previewFile(Transactions transactions, MailReader reader, BlobStore blobs, ProcessPainter process) {
        return new PreviewFile(transactions, reader, blobs, new RememberingPainter(process, REMEMBERED));
    }
}
