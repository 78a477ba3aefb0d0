package org.waxwing.bootstrap.demo.mime;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/** A MIME entity (RFC 2045 §2.4): its content headers and its encoded body, alone or with others inside. */
public final class MimeEntity {
    private final List<String> headers;
    private final byte[] body;

    private MimeEntity(List<String> headers, byte[] body) {
        this.headers = List.copyOf(headers);
        this.body = body;
    }

    /**
     * Text in one of its kinds.
     *
     * @param subtype {@code plain}, {@code html}, {@code calendar; method=REQUEST}
     * @param text lines end with {@code \n}
     */
    public static MimeEntity text(String subtype, String text, Charset charset, TransferEncoding encoding) {
        var octets = crlf(text).getBytes(charset);
        return new MimeEntity(
                List.of(
                        HeaderText.line("Content-Type", "text/" + subtype + "; charset=" + charset.name()),
                        HeaderText.line("Content-Transfer-Encoding", encoding.token())),
                encoding.encode(octets));
    }

    /** A file to keep ({@code attachment}). */
    public static MimeEntity attachment(String type, String fileName, Charset nameCharset, byte[] content) {
        return new MimeEntity(
                List.of(
                        HeaderText.line("Content-Type", type + HeaderText.parameter("name", fileName, nameCharset)),
                        HeaderText.line(
                                "Content-Disposition",
                                "attachment" + HeaderText.parameter("filename", fileName, nameCharset)),
                        HeaderText.line("Content-Transfer-Encoding", "base64")),
                TransferEncoding.BASE64.encode(content));
    }

    /** A picture that the HTML beside it shows as {@code cid:contentId} (RFC 2392). */
    public static MimeEntity inline(String type, String fileName, String contentId, byte[] content) {
        return new MimeEntity(
                List.of(
                        HeaderText.line("Content-Type", type + "; name=\"" + fileName + "\""),
                        HeaderText.line("Content-Disposition", "inline; filename=\"" + fileName + "\""),
                        HeaderText.line("Content-ID", "<" + contentId + ">"),
                        HeaderText.line("Content-Transfer-Encoding", "base64")),
                TransferEncoding.BASE64.encode(content));
    }

    /** Another message, whole (RFC 2046 §5.2.1). */
    public static MimeEntity message(String fileName, byte[] source) {
        return new MimeEntity(
                List.of(
                        HeaderText.line("Content-Type", "message/rfc822; name=\"" + fileName + "\""),
                        HeaderText.line("Content-Disposition", "attachment; filename=\"" + fileName + "\""),
                        HeaderText.line("Content-Transfer-Encoding", "8bit")),
                source);
    }

    /**
     * Entities together.
     *
     * @param subtype {@code mixed}, {@code alternative}, {@code related}
     * @param boundary must not occur in any of them
     */
    public static MimeEntity multipart(String subtype, String boundary, List<MimeEntity> parts) {
        var out = new ByteArrayOutputStream();
        for (var part : parts) {
            out.writeBytes(("--" + boundary + "\r\n").getBytes(US_ASCII));
            part.writeTo(out);
            out.writeBytes("\r\n".getBytes(US_ASCII));
        }
        out.writeBytes(("--" + boundary + "--\r\n").getBytes(US_ASCII));
        var type = "multipart/" + subtype + "; boundary=\"" + boundary + "\"";
        return new MimeEntity(List.of(HeaderText.line("Content-Type", type)), out.toByteArray());
    }

    /** The finished message: its own header lines, then these, an empty line and the body. */
    public byte[] toMessage(List<String> messageHeaders) {
        var out = new ByteArrayOutputStream(body.length + 1024);
        var lines = new ArrayList<>(messageHeaders);
        lines.add("MIME-Version: 1.0");
        for (var line : lines) out.writeBytes((line + "\r\n").getBytes(US_ASCII));
        writeTo(out);
        return out.toByteArray();
    }

    private void writeTo(ByteArrayOutputStream out) {
        for (var line : headers) out.writeBytes((line + "\r\n").getBytes(US_ASCII));
        out.writeBytes("\r\n".getBytes(US_ASCII));
        out.writeBytes(body);
    }

    private static String crlf(String text) {
        return text.replace("\r\n", "\n").replace("\n", "\r\n");
    }
}
