package org.waxwing.web.rest.mailbox;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.waxwing.application.mailbox.OpenFiles;

/**
 * Sends files in one archive (ZIP, names in UTF-8) while they are read: nothing is held, whatever their size. Their
 * names are parts of no path, and no two are the same, also where capitals do not count.
 */
final class ZipResponse {
    private ZipResponse() {}

    static Response of(OpenFiles.Files files) {
        StreamingOutput body = out -> write(files, out);
        var subject = files.subject().isBlank() ? "attachments" : files.subject().clipped(80).value();
        return Response.ok(body, "application/zip")
                .header(HttpHeaders.CONTENT_DISPOSITION, Disposition.attachment(subject + ".zip"))
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .build();
    }

    private static void write(OpenFiles.Files files, OutputStream out) throws IOException {
        var names = names(files.files().stream().map(it -> it.name().value()).toList());
        // the response is not ours to close
        var zip = new ZipOutputStream(out);
        // most attachments are compressed already
        zip.setLevel(Deflater.BEST_SPEED);
        for (int i = 0; i < names.size(); i++) {
            zip.putNextEntry(new ZipEntry(names.get(i)));
            try (var in = files.files().get(i).bytes().from(0)) {
                in.transferTo(zip);
            }
            zip.closeEntry();
        }
        zip.finish();
    }

    /** These names, made safe and different. */
    static List<String> names(List<String> wanted) {
        var taken = new HashSet<String>();
        var names = new ArrayList<String>();
        for (var name : wanted) {
            var safe = Disposition.safe(name);
            var unique = safe;
            for (int i = 2; !taken.add(unique.toLowerCase(Locale.ROOT)); i++) unique = numbered(safe, i);
            names.add(unique);
        }
        return names;
    }

    private static String numbered(String name, int number) {
        int dot = name.lastIndexOf('.');
        int end = dot > 0 ? dot : name.length();
        return name.substring(0, end) + " (" + number + ")" + name.substring(end);
    }
}
