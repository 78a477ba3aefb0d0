package org.waxwing.images.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * As much of an HTTP/1.1 answer (RFC 9112) as it takes to read one file; the JDK's client looks names up by itself and
 * could be led into our own network.
 */
record WebAnswer(int status, Map<String, String> headers, InputStream body) {
    private static final int LONGEST_LINE = 16 << 10;
    private static final int MOST_LINES = 200;

    static WebAnswer read(InputStream in) throws IOException {
        var status = line(in);
        if (!status.matches("HTTP/1\\.[01] [1-5]\\d\\d.*")) throw new IOException("Not an answer in HTTP");
        var headers = new HashMap<String, String>();
        int lines = 0;
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            if (++lines > MOST_LINES) throw new IOException("Too many headers");
            int colon = line.indexOf(':');
            if (colon > 0)
                headers.putIfAbsent(line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
        }
        return new WebAnswer(Integer.parseInt(status.substring(9, 12)), headers, in);
    }

    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    boolean redirects() {
        return status >= 301 && status <= 308 && status != 304 && !header("location").isEmpty();
    }

    /**
     * The bytes.
     *
     * @throws IOException there are more than {@code most}, or fewer than announced
     */
    byte[] bytes(int most) throws IOException {
        if (header("transfer-encoding").toLowerCase(Locale.ROOT).contains("chunked")) return chunks(most);
        var announced = header("content-length");
        if (announced.isEmpty()) return atMost(body.readNBytes(most + 1), most);
        long length = announced.matches("\\d{1,12}") ? Long.parseLong(announced) : Long.MAX_VALUE;
        if (length > most) throw new IOException("Too large");
        var bytes = body.readNBytes((int) length);
        if (bytes.length < length) throw new IOException("Cut off");
        return bytes;
    }

    private byte[] chunks(int most) throws IOException {
        var bytes = new ByteArrayOutputStream();
        while (true) {
            var size = line(body).replaceFirst("\\s*;.*", "").strip();
            if (!size.matches("[0-9a-fA-F]{1,7}")) throw new IOException("Not a chunk");
            int length = Integer.parseInt(size, 16);
            if (length == 0) return bytes.toByteArray();
            if (bytes.size() + length > most) throw new IOException("Too large");
            var chunk = body.readNBytes(length);
            if (chunk.length < length) throw new IOException("Cut off");
            bytes.write(chunk);
            line(body);
        }
    }

    private static byte[] atMost(byte[] bytes, int most) throws IOException {
        if (bytes.length > most) throw new IOException("Too large");
        return bytes;
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        int b = in.read();
        while (b >= 0 && b != '\n') {
            if (line.length() > LONGEST_LINE) throw new IOException("A line without end");
            if (b != '\r') line.append((char) b);
            b = in.read();
        }
        return line.toString();
    }
}
