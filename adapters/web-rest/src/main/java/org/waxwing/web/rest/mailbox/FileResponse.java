package org.waxwing.web.rest.mailbox;

import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Optional;
import org.waxwing.application.mailbox.OpenFile;
import org.waxwing.web.rest.problem.Problem;
import org.waxwing.web.rest.problem.ProblemType;

/** Sends a file: all of it, the range that was asked for (RFC 9110 §14), or that it has not changed (§13). */
final class FileResponse {
    private static final int CHUNK = 64 * 1024;

    private FileResponse() {}

    static Response of(OpenFile.File file, Presentation presentation, HttpHeaders headers) {
        var tag = '"' + file.content().sha256() + '"';
        if (knows(header(headers, HttpHeaders.IF_NONE_MATCH), tag))
            return headed(Response.notModified(), tag, presentation).build();
        var wanted = rangeIsCurrent(headers, tag)
                ? ByteRange.of(header(headers, "Range"), file.size())
                : new ByteRange.Wanted.Whole();
        return switch (wanted) {
            case ByteRange.Wanted.Whole() ->
                bytes(Response.ok(), file, ByteRange.whole(file.size()), tag, presentation);
            case ByteRange.Wanted.Part(var range) -> bytes(
                    Response.status(Response.Status.PARTIAL_CONTENT)
                            .header("Content-Range", "bytes " + range.first() + "-" + range.last() + "/" + file.size()),
                    file,
                    range,
                    tag,
                    presentation);
            case ByteRange.Wanted.Nothing() -> Response.status(Response.Status.REQUESTED_RANGE_NOT_SATISFIABLE)
                    .header("Content-Range", "bytes */" + file.size())
                    .type(Problem.MEDIA_TYPE)
                    .entity(Problem.of(ProblemType.RANGE_NOT_SATISFIABLE, "The file has " + file.size() + " bytes."))
                    .build();
        };
    }

    private static Response bytes(
            Response.ResponseBuilder response, OpenFile.File file, ByteRange range, String tag, Presentation shown) {
        StreamingOutput body = out -> copy(file, range, out);
        return headed(response, tag, shown)
                .type(shown.mediaType())
                .header(HttpHeaders.CONTENT_LENGTH, range.length())
                .entity(body)
                .build();
    }

    private static Response.ResponseBuilder headed(Response.ResponseBuilder response, String tag, Presentation shown) {
        var caching = new CacheControl();
        caching.setPrivate(true);
        caching.setNoCache(true);
        return response.cacheControl(caching)
                .header(HttpHeaders.ETAG, tag)
                .header("Accept-Ranges", "bytes")
                .header(HttpHeaders.CONTENT_DISPOSITION, shown.disposition())
                .header("Content-Security-Policy", shown.policy())
                .header("Cross-Origin-Resource-Policy", "same-origin");
    }

    private static void copy(OpenFile.File file, ByteRange range, OutputStream out) throws IOException {
        try (InputStream in = file.bytes().from(range.first())) {
            var chunk = new byte[CHUNK];
            long left = range.length();
            while (left > 0) {
                int read = in.read(chunk, 0, (int) Math.min(chunk.length, left));
                if (read < 0) throw new IOException("The file is shorter than it should be");
                out.write(chunk, 0, read);
                left -= read;
            }
        }
    }

    // If-Range (RFC 9110 §13.1.5): a part of another version is of no use
    private static boolean rangeIsCurrent(HttpHeaders headers, String tag) {
        return header(headers, "If-Range").map(tag::equals).orElse(true);
    }

    private static boolean knows(Optional<String> noneMatch, String tag) {
        return noneMatch.stream()
                .flatMap(it -> Arrays.stream(it.split(",")))
                .map(String::strip)
                .anyMatch(it -> it.equals("*") || it.equals(tag) || it.equals("W/" + tag));
    }

    private static Optional<String> header(HttpHeaders headers, String name) {
        return Optional.ofNullable(headers.getHeaderString(name));
    }
}
