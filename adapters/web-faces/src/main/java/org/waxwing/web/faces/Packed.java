package org.waxwing.web.faces;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** A file that is compressed once for all (RFC 1952) instead of for everybody who asks. */
final class Packed {
    private final String type;
    private final byte[] plain;
    private final byte[] gzipped;

    private Packed(String type, byte[] plain, byte[] gzipped) {
        this.type = type;
        this.plain = plain;
        this.gzipped = gzipped;
    }

    static Packed of(String type, String text) {
        var plain = text.getBytes(StandardCharsets.UTF_8);
        var bytes = new ByteArrayOutputStream();
        try (var out = new Best(bytes)) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory does not fail", e);
        }
        return new Packed(type, plain, bytes.toByteArray());
    }

    /** Sends it, compressed or not. */
    void send(HttpServletResponse response, boolean compressed) throws IOException {
        var content = compressed ? gzipped : plain;
        response.setContentType(type);
        response.setCharacterEncoding("UTF-8");
        if (compressed) response.setHeader("Content-Encoding", "gzip");
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
    }

    private static final class Best extends GZIPOutputStream {
        Best(ByteArrayOutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
